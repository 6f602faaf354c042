"""The staff room beside the public site: its doors, its headers, and what it says when it is shut.

The public site opens none of it: no database, no cookie, no key. What the staff room may take of
a process is bounded, so that readers are answered whatever happens here.
"""

from __future__ import annotations

import threading

import flask
from flask_wtf.csrf import CSRFError

from search_app.config import Config
from search_app.languages import gettext
from search_app.staff import clock, database, forms, menu, settings
from search_app.staff.adding import uploads
from search_app.staff.cookies import FormCookie
from search_app.staff.faults import SAID, StaffUnavailable
from search_app.staff.keeping import at_hand
from search_app.staff.pages import BLUEPRINTS, accounts
from search_app.staff.paths import PREFIX, is_staff

AT_ONCE = 3
"""Requests to the staff room that a process answers at a time; its other threads are readers'."""
_WAIT = {"busy": "30", "crowded": "5"}


def install(app: flask.Flask, config: Config) -> None:
    """Give the application its staff room; nothing is opened before somebody comes in."""
    settings.install(app, config)
    database.install(app, config.archive)
    app.config.update(SECRET_KEY_FILE=config.secret_key)
    app.session_interface = FormCookie()
    _bound(app)
    app.before_request(_with_key)
    uploads.install(app)  # before the forms' tokens are read, which takes the whole body
    forms.install(app)
    menu.install(app)
    at_hand.install(app)
    clock.install(app)
    accounts.install(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint, url_prefix=PREFIX)
    app.register_error_handler(StaffUnavailable, _unavailable)
    app.register_error_handler(CSRFError, _stale_form)
    app.after_request(_private)


def _bound(app: flask.Flask) -> None:
    places = threading.BoundedSemaphore(AT_ONCE)

    def enter() -> None:
        if not is_staff(flask.request.path):
            return
        if not places.acquire(blocking=False):
            raise StaffUnavailable("crowded", f"more than {AT_ONCE} requests at a time")
        flask.g.staff_place = places

    def leave(_error: BaseException | None) -> None:
        if taken := flask.g.pop("staff_place", None):
            taken.release()

    app.before_request(enter)
    app.teardown_request(leave)


def _with_key() -> None:
    if "keyless" in flask.g:
        raise flask.g.keyless


def _private(answer: flask.Response) -> flask.Response:
    """No copy of a staff page stays in a browser or in between, and no address of one leaks."""
    if is_staff(flask.request.path):
        answer.headers["Cache-Control"] = "no-store"
        answer.headers["Referrer-Policy"] = "same-origin"
        answer.headers["X-Robots-Tag"] = "noindex, nofollow"
        answer.vary.add("Cookie")
    return answer


def _unavailable(fault: StaffUnavailable) -> flask.Response:
    flask.current_app.logger.error("%s", fault)
    wrong, advice = (gettext(said) for said in SAID[fault.fault])
    page = flask.render_template("staff/unavailable.html", wrong=wrong, advice=advice)
    answer = flask.make_response(page, 503)
    answer.headers["Retry-After"] = _WAIT.get(fault.fault, "120")
    return answer


def _stale_form(error: CSRFError) -> flask.Response:
    flask.current_app.logger.warning("staff: %s: %s", flask.request.endpoint, error.description)
    # Who is signed in is not asked of the database: the form may come from anywhere.
    return flask.make_response(flask.render_template("staff/stale.html"), 400)
