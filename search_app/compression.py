"""Text goes out compressed to those who take it, so that the site is light without a proxy."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterable, Iterator

import flask

from search_app.staff.paths import is_staff

_SMALLEST = 1_000  # bytes; below this the headers weigh as much
_LEVEL = 5  # a result page takes about a millisecond
_TEXT = (
    *("text/", "image/svg+xml"),
    *("application/json", "application/javascript", "application/opensearchdescription+xml"),
    *("application/atom+xml", "application/akn+xml"),
    "application/x-suggestions+json",
)


def install(app: flask.Flask) -> None:
    """Compress answers of text on their way out."""
    app.after_request(_compressed)


def _compressed(answer: flask.Response) -> flask.Response:
    if not (answer.mimetype or "").startswith(_TEXT):
        return answer
    if is_staff(flask.request.path):  # the size of an answer would tell its secrets (BREACH)
        return answer
    answer.vary.add("Accept-Encoding")
    if answer.status_code != 200 or not flask.request.accept_encodings.quality("gzip"):  # noqa: PLR2004
        return answer
    if answer.is_streamed and not answer.direct_passthrough:
        answer.response = _packed(answer.iter_encoded())
        answer.content_encoding = "gzip"
        return answer
    answer.direct_passthrough = False
    whole = answer.get_data()
    if len(whole) >= _SMALLEST and not answer.content_encoding:
        answer.set_data(gzip.compress(whole, _LEVEL, mtime=0))
        answer.content_encoding = "gzip"
        etag, _ = answer.get_etag()
        if etag:
            answer.set_etag(etag, weak=True)  # the same page in other bytes
    return answer


def _packed(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """What is too large to be held whole, piece by piece."""
    packer = zlib.compressobj(_LEVEL, wbits=zlib.MAX_WBITS | 16)  # 16: in gzip's wrapping
    for chunk in chunks:
        if part := packer.compress(chunk):
            yield part
    yield packer.flush()
