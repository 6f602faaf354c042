"""Everything at once: the bulk download and its checksums, a document as Akoma Ntoso."""

from __future__ import annotations

import datetime as dt

import flask

from search_app.contract.described import answers
from search_app.current import committed, current_index, data
from search_app.errors import missing, unavailable
from search_app.formats import as_akn, bulk

_LINES, _GZIP, _TEXT = "application/x-ndjson", "application/gzip", "text/plain"
_WAIT = "5"  # seconds

blueprint = flask.Blueprint("bulk", __name__)


@blueprint.get("/data/passages.jsonl")
@answers(media=_LINES)
def passages() -> flask.Response:
    """Everything public: a JSON line a passage, with all that is known of it."""
    return _file(bulk.PLAIN, _LINES)


@blueprint.get("/data/passages.jsonl.gz")
@answers(media=_GZIP)
def packed() -> flask.Response:
    """The same, compressed."""
    return _file(bulk.PACKED, _GZIP)


@blueprint.get("/data/SHA256SUMS")
@answers(media=_TEXT)
def sums() -> flask.Response:
    """The checksums of both, as sha256sum checks them."""
    return _file(bulk.SUMS, _TEXT)


def _file(name: str, kind: str) -> flask.Response:
    """A file of the bulk download; 503 while it is being made, or cannot be."""
    try:
        folder = bulk.made(current_index(), data() / "exports")
    except bulk.Busy:
        return _later("being made, try again")
    except OSError as error:  # a full disk, a folder that cannot be written
        return _later(f"cannot be made: {error.strerror}")
    return flask.send_file((folder / name).resolve(), kind, conditional=True)


def _later(reason: str) -> flask.Response:
    waiting = unavailable(reason)
    waiting.headers["Retry-After"] = _WAIT
    return waiting


@blueprint.get("/documents/<id>.xml")
@answers(media=as_akn.TYPE)
def akoma_ntoso(id: str) -> flask.Response:  # noqa: A002 - the name in the address
    """A document as Akoma Ntoso 3.0."""
    known, passages = current_index().document(id) or missing()
    recorded = dt.datetime.fromtimestamp(committed(), dt.UTC).date()
    return flask.Response(as_akn.as_bytes(known, passages, recorded), mimetype=as_akn.TYPE)
