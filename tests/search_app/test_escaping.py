import flask
import pytest
from markupsafe import Markup, escape

from search_app.escaping import Templates, escaped

VALUES = ("", "слово", "<b> & \"'", Markup("<b>&amp;</b>"), 7, 0.5, None, ["<"], Markup(""))


@pytest.mark.parametrize("value", VALUES)
def test_a_value_is_escaped_as_jinja_would(value):
    assert escaped(value) == escape(value)
    template = Templates(_app(), autoescape=True).from_string(
        "{% macro m(v) %}<{{ v }}>{% endmacro %}{{ m(v) }}"
    )
    assert template.render(v=value) == f"<{escape(value)}>"


def test_a_template_of_plain_text_stays_as_it_is():
    assert Templates(_app(), autoescape=False).from_string("{{ v }}").render(v="<b>") == "<b>"


def _app():
    return flask.Flask(__name__)
