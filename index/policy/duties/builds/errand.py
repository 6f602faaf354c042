"""«По поручению Президента министерство проверит шахты», «банк ще докладва на Токаев»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.documents.document import Mention
from index.language.endings import KK_WILL_BE
from index.language.grammar import is_future
from index.policy.duties.builds.surroundings import WHOM
from index.policy.duties.directives import Directives
from index.policy.scouting import Words
from index.policy.wordings import Cue

_REACH = 14  # tokens between whom and what he will do


def errands(
    text: str, mentions: Sequence[Mention], tokens: Words, directives: Directives
) -> Iterator[Cue]:
    """Cues at whom the sentence sends on the President's errand and at what he will do."""
    said = text[tokens[0].start : tokens[-1].end].lower()
    if not directives.words.errand.told.search(said):
        return
    wills = [n for n, token in enumerate(tokens) if _is_will(token.form, directives)]
    for mention in mentions:
        inside = tokens.between(mention.start, mention.end)
        will = next((n for n in wills if abs(n - inside.start) <= _REACH), -1)
        if inside and will >= 0:
            yield Cue(WHOM, inside.start, inside.start)
            # What «told to» takes in English is read elsewhere; here nobody need look for it.
            yield Cue("elided" if directives.language == "en" else "orders", will, will)
            return


def _is_will(form: str, directives: Directives) -> bool:
    if directives.language == "ru":
        return is_future(form)
    if directives.language == "kk":
        return form.endswith(KK_WILL_BE)
    return form in directives.words.errand.will
