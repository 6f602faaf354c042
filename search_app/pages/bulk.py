"""Everything at once: the bulk download and its checksums, a document as Akoma Ntoso."""

from __future__ import annotations

import datetime as dt

import flask

from search_app.contract.described import answers
from search_app.current import committed, current_index, data
from search_app.errors import missing
from search_app.formats import as_akn, bulk

_TYPES = {
    bulk.PLAIN: "application/x-ndjson",
    bulk.PACKED: "application/gzip",
    bulk.SUMS: "text/plain; charset=utf-8",
}
_WAIT = "5"  # seconds

blueprint = flask.Blueprint("bulk", __name__)


def download(name: str) -> flask.Response:
    """A file of the bulk download; 503 while it is being made, or cannot be."""
    try:
        folder = bulk.made(current_index(), data() / "exports")
    except bulk.Busy:
        return _later("being made, try again")
    except OSError as error:  # a full disk, a folder that cannot be written
        return _later(f"cannot be made: {error.strerror}")
    return flask.send_file((folder / name).resolve(), _TYPES[name], conditional=True)


def _later(reason: str) -> flask.Response:
    waiting = flask.Response(f"{reason}\n", 503, mimetype="text/plain")
    waiting.headers["Retry-After"] = _WAIT
    return waiting


for _name in bulk.NAMES:
    blueprint.add_url_rule(f"/data/{_name}", view_func=download, defaults={"name": _name})


@blueprint.get("/documents/<id>.xml")
@answers(media=as_akn.TYPE)
def akoma_ntoso(id: str) -> flask.Response:  # noqa: A002 - the name in the address
    """A document as Akoma Ntoso 3.0."""
    known, passages = current_index().document(id) or missing()
    recorded = dt.datetime.fromtimestamp(committed(), dt.UTC).date()
    return flask.Response(as_akn.as_bytes(known, passages, recorded), mimetype=as_akn.TYPE)
