"""«Минфин до 1 июля передаёт серверы»: what a body does by a day, told by him who orders it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.documents.document import Mention
from index.language.grammar import cases, is_present
from index.policy.duties.builds.surroundings import WHOM
from index.policy.duties.directives import Directives
from index.policy.scouting import Words
from index.policy.wordings import Cue

SCHEDULED = "scheduled"
"""The kind of a cue at a verb of the present: an order where a day or a term stands beside it."""

_REACH = 10  # tokens behind a name in which its verb stands


def scheduled(
    text: str,
    mentions: Sequence[Mention],
    tokens: Words,
    directives: Directives,
    *,
    listed: bool,
) -> Iterator[Cue]:
    """Cues at verbs of the present behind the name of the body that does what they tell.

    Where orders are ``listed`` they order by themselves.
    """
    for mention in mentions:
        inside = tokens.between(mention.start, mention.end)
        if not inside:
            continue
        number = _verb(tokens, inside, directives)
        if number >= 0 and not set(text[mention.end : tokens[number].start]) & set(",;:–—!?"):
            yield Cue("elided" if listed else SCHEDULED, number, number)
            if listed:
                yield Cue(WHOM, inside.start, inside.start)


def _verb(tokens: Words, inside: range, directives: Directives) -> int:
    words, language = directives.words.scheduled, directives.language
    behind = range(inside.stop, min(inside.stop + _REACH, len(tokens)))
    if language == "en":
        form = tokens[behind[0]].form if behind else ""
        return behind[0] if form.endswith("s") and form not in words.no_verbs else -1
    if language != "ru" or "nomn" not in cases(tokens[inside.start].form):
        return -1
    verb = next((n for n in behind if is_present(tokens[n].form)), -1)
    return -1 if verb < 0 or tokens[verb].form.startswith(words.states) else verb
