"""One-time links: setting a password without the older one."""

from __future__ import annotations

import flask
from werkzeug.wrappers import Response
from wtforms import PasswordField

from search_app.errors import missing
from search_app.languages import N_, gettext
from search_app.staff.database import reading, transaction
from search_app.staff.forms import Form, complain, required
from search_app.staff.identity import managing, one_time, passwords
from search_app.staff.identity.accounts import Account

blueprint = flask.Blueprint("staff_link", __name__)

UNEQUAL = N_("Пароли не совпадают.")


class NewPassword(Form):
    """A password, twice."""

    new = PasswordField(N_("Новый пароль"), required(passwords.LONGEST))
    again = PasswordField(N_("Новый пароль ещё раз"), required(passwords.LONGEST))

    def accepts(self, account: Account) -> bool:
        """Whether the password will do for this account; complains where it does not."""
        if not self.validate_on_submit():
            return False
        wrong = managing.weakness(account, self.new.data)
        if wrong:
            complain(self.new, wrong)
        elif self.new.data != self.again.data:
            complain(self.again, UNEQUAL)
        return not (self.new.errors or self.again.errors)


@blueprint.route("/link/<token>", methods=["GET", "POST"])
def page(token: str) -> Response | str:
    """Set the password; the link has done its work then."""
    with reading() as session:
        account = one_time.owner(session, token)
    if account is None:
        missing()
    form = NewPassword()
    if not form.accepts(account):
        return flask.render_template("staff/link.html", form=form, account=account)
    hashed = passwords.hashed(form.new.data)
    with transaction() as session:
        account = one_time.owner(session, token)  # somebody may have been faster
        if account is None:
            missing()
        managing.set_password(session, account, account, hashed)
    flask.flash(gettext("Пароль сохранён. Войдите с ним."))
    return flask.redirect(flask.url_for("staff_signing.sign_in"), 303)
