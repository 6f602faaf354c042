"""From errors to answers: the only place that knows HTTP statuses."""

from __future__ import annotations

import re
from typing import NoReturn

import flask
from werkzeug.exceptions import HTTPException, InternalServerError, NotFound, SecurityError

from index.errors import IndexDamaged, IndexMissing, RequestError
from index.search.arguments import line
from search_app.languages import N_, catalogue, gettext
from search_app.sharing import is_shared

# what each status says to a reader: its title and what to do about it (messages of the catalogue)
_SAID = {
    400: (
        N_("Адрес не удалось прочесть"),
        N_("В адресе страницы есть значение, которого здесь нет."),
    ),
    404: (N_("Такой страницы нет"), N_("Возможно, адрес набран с ошибкой или документ убран.")),
    405: (N_("Так сюда обращаться нельзя"), N_("Эту страницу можно только читать.")),
    413: (N_("Слишком большой запрос"), N_("Сократите то, что отправляете, и попробуйте ещё раз.")),
    414: (N_("Слишком длинный адрес"), N_("Сократите запрос: оставьте самые важные слова.")),
    431: (
        N_("Слишком большие заголовки"),
        N_("Удалите cookies этого сайта и попробуйте ещё раз."),
    ),
    500: (N_("На сайте ошибка"), N_("Она записана. Попробуйте другой запрос или зайдите позже.")),
    503: (N_("Поиск пока недоступен"), N_("Указатель документов ещё не построен или повреждён.")),
}


# what each parameter takes, in the words of a reader; the API says it in the engine's words
_TAKES = {
    "page": N_("Номер страницы — целое число от 1."),
    "per_page": N_("Фрагментов на странице — целое число от 1 до 100."),
    "sort": N_("Порядок — relevance, newest или oldest."),
    "added": N_("Номера изменений архива: 12..15 или 12..."),
    "from": N_("Дата — 2025, 2025-07, 2025-07-31 или сколько назад: -30d, -6m, -1y."),
    "to": N_("Дата — 2025, 2025-07, 2025-07-31 или сколько назад: -30d, -6m, -1y."),
}
# what any other takes, by the engine's words
_REASONS = (
    (r"takes one of (?P<values>.+)", N_("Годится одно из: %(values)s.")),
    (r"takes (?P<value>\d+)", N_("Годится только %(value)s.")),
    (r"takes one value", N_("Годится только одно значение.")),
)
_KEPT = 1000  # letters of the query, as many as the search box takes
# what a form calls a field
_FIELDS = {"from": N_("Поле «с»"), "to": N_("Поле «по»")}


def install(app: flask.Flask) -> None:
    """Let every error answer with a page, or with JSON where machines ask."""
    app.register_error_handler(RequestError, _unreadable)
    app.register_error_handler(IndexMissing, _unavailable)
    app.register_error_handler(IndexDamaged, _unavailable)
    app.register_error_handler(SecurityError, _foreign)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(InternalServerError, _failed)


def missing() -> NoReturn:
    """Answer that a document, agency or area is not there."""
    raise NotFound


def unavailable(reason: str) -> flask.Response:
    """Answer that what is asked for cannot be given now."""
    return _answer(503, reason)


def _unreadable(error: RequestError) -> flask.Response:
    return _answer(400, error.reason, error.parameter)


def _unavailable(error: IndexMissing | IndexDamaged) -> flask.Response:
    answer = _answer(503, str(error))
    answer.headers["Retry-After"] = "60"
    return answer


def _foreign(error: SecurityError) -> flask.Response:
    # No page: without a trusted host no address can be made.
    return flask.Response(
        f"400 {error.description} (POLICY_SEARCH_TRUSTED_HOSTS)\n", 400, mimetype="text/plain"
    )


def _failed(error: InternalServerError) -> flask.Response:
    return _answer(500, "" if error.original_exception else str(error.description or ""))


def _http(error: HTTPException) -> flask.Response | HTTPException:
    if error.code is None or error.code not in _SAID:
        return error
    answer = _answer(error.code)
    answer.headers.extend(
        (name, value) for name, value in error.get_headers() if name != "Content-Type"
    )
    return answer


def _answer(status: int, reason: str = "", parameter: str = "") -> flask.Response:
    if is_shared(flask.request.path):
        # Machines are told in English, in which the engine gives its reasons.
        title, advice = map(catalogue("en").gettext, _SAID[status])
        said = {"status": status, "title": title, "detail": reason or advice}
        return _as_json(status, said | ({"parameter": parameter} if parameter else {}))
    title, advice = map(gettext, _SAID[status])
    page = flask.render_template(
        "error.html",
        status=status,
        title=title,
        advice=advice,
        reason=gettext(_TAKES[parameter]) if parameter in _TAKES else _translated(reason),
        parameter=parameter,
        field=gettext(_FIELDS[parameter]) if parameter in _FIELDS else "",
        text=line(flask.request.args.get("q", ""), _KEPT),
    )
    return flask.make_response(page, status)


def _translated(reason: str) -> str:
    """The engine's reason in the language of the page; one that is not foreseen as it is."""
    for form, message in _REASONS:
        if found := re.fullmatch(form, reason):
            return gettext(message, **found.groupdict()) if found.groupdict() else gettext(message)
    return reason


def _as_json(status: int, said: dict[str, object]) -> flask.Response:
    answer = flask.jsonify(error=said)
    answer.status_code = status
    return answer
