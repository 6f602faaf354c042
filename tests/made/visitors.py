"""A person at a browser, without the browser: follows links, fills in the forms that a page has."""

from bs4 import BeautifulSoup

PASSWORD = "верблюд считает мосты 42"  # noqa: S105 - of every account that the tests make


class Visitor:
    """A test client that takes each form's hidden fields with it, as a browser does."""

    def __init__(self, client):
        self.client = client
        self.page = None  # the last one, parsed

    def get(self, address, status=200, **named):
        """The answer of an address; it must have this status."""
        return self._seen(self.client.get(address, **named), address, status)

    def fill(self, fields=(), *, action=None, button=None, status=303, **named):
        """Send a form of the last page: the one that posts to ``action``, else the page's own."""
        form = self.form(action)
        sent = self.sent(fields, action)
        if button:
            sent[button[0]] = button[1]
        to = form.get("action") or self.address
        answer = self.client.post(to, data=sent, **named)
        return self._seen(answer, to, status)

    def sent(self, fields=(), action=None):
        """What a browser sends of a form with these fields filled in."""
        form, sent = self.form(action), {}
        for each in form.select("input[name], select[name], textarea[name]"):
            kind = each.get("type")
            if kind in {"submit", "file"} or (
                kind in {"checkbox", "radio"} and not each.has_attr("checked")
            ):
                continue
            sent[each["name"]] = _value(each)
        sent.update(fields)
        return sent

    def token(self):
        """The token of the last page's forms."""
        return self.page.select_one("input[name=csrf_token]")["value"]

    def form(self, action=None):
        """A form of the last page."""
        found = [
            each
            for each in self.page.select("form")
            if each.get("method", "get").lower() == "post"
            and (each.get("action") == action if action else "leave" not in each.get("class", []))
        ]
        assert found, f"{self.address}: no form that posts to {action or 'this page'}"
        return found[0]

    def follow(self, answer, status=200):
        """Where a redirection leads."""
        return self.get(answer.location, status)

    def text(self, selector="main"):
        """What a part of the last page says."""
        return " ".join(self.page.select_one(selector).get_text(" ").split())

    def _seen(self, answer, address, status):
        assert answer.status_code == status, (
            f"{address}: {answer.status_code}\n{answer.text[-1500:]}"
        )
        if answer.mimetype == "text/html" and answer.status_code not in {302, 303}:
            self.page, self.address = BeautifulSoup(answer.text, "lxml"), address
        return answer


def _value(field):
    if field.name == "textarea":
        return field.get_text()
    if field.name == "select":
        chosen = field.select_one("option[selected]") or field.select_one("option")
        return chosen.get("value", chosen.get_text()) if chosen else ""
    return field.get("value", "on" if field.get("type") in {"checkbox", "radio"} else "")
