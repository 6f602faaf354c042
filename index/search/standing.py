"""A search to keep: it finds what its page shows now, and as far as can be, for ever.

Help with a query depends on what the index holds: a slip is mended only while nothing has it.
A kept search should not change its meaning so, hence it says what was understood and asks for no
help, where words can say it. Where most of the words had to do, or nearness in meaning, none
can: then it keeps the words as typed and the help, which is asked anew each time.
"""

from __future__ import annotations

import dataclasses

from index.search.advice import relaxing
from index.search.advice.answering import understood
from index.search.advice.asking import asked
from index.search.advice.timing import timed
from index.search.parsing.parser import parse
from index.search.parsing.readback import canonical
from index.search.parsing.syntax import All
from index.search.request import PER_PAGE, SearchRequest
from index.store.reader import Index


def standing(ix: Index, wanted: SearchRequest) -> SearchRequest:
    """The request that finds what this one shows, from its first page; without help if one does."""
    wanted = timed(ix, wanted).wanted
    kept = dataclasses.replace(wanted, page=1, per_page=PER_PAGE, added=None)
    plain = dataclasses.replace(kept, helped=False)
    tree = parse(wanted.text).tree
    if tree is None or not wanted.helped:
        return plain
    answer = understood(ix, wanted)
    respelled = (answer.applied.wanted.text,) if answer.applied else ()
    asks = asked(wanted.text)
    about = asks.about if asks else tree
    texts = (wanted.text, *respelled, relaxing.telling(about), relaxing.apart(about))
    same = (text for text in texts if parse(text).query == answer.query)
    text = next(same, None)
    return kept if text is None else plain.with_text(text)


def matter(wanted: SearchRequest) -> str:
    """What a kept search is about: the same for two that always find the same passages."""
    plain = dataclasses.replace(wanted, sort="relevance", group="", page=1, per_page=PER_PAGE)
    parsed = parse(wanted.text)
    parts = parsed.tree.parts if isinstance(parsed.tree, All) else ()
    text = " ".join(sorted(map(canonical, parts))) or parsed.canonical
    return plain.with_text(text).to_query_string()
