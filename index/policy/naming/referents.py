"""Who is meant by a bare «министерство» or «ведомство»: the one of the kind named last."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from index.documents.document import Mention
from index.language import Token
from index.language.grammar import is_adjective, is_genitive
from index.language.known_words import is_known
from index.policy.naming.authority import Agency, Referent
from index.policy.naming.beside import Beside
from index.policy.scouting import Look, Scout, where
from index.policy.wordlists import before_end

_FARTHEST = 30  # characters of «jointly with the»
_REACH = 3  # passages over which a name is remembered


@dataclass
class Named:
    """By kind of body the agency named last in a document, and in which passage."""

    last: dict[str, tuple[str, int]] = field(default_factory=dict)


class ReferentFinder:
    """Bare nouns that stand for an agency named before."""

    def __init__(
        self,
        agencies: Mapping[str, Agency],
        referents: Sequence[Referent],
        words: Beside,
        scout: Scout,
    ) -> None:
        self._words, self._together = words, before_end(words.together, " ")
        self._kinds: dict[str, list[str]] = {}
        self._of_form: dict[str, Referent] = {}
        self._mark = scout.mark()
        for referent in referents:
            scout.watch(self._mark, forms=referent.forms)
            for form in referent.forms:
                self._of_form[form] = referent
            for agency in agencies.values():
                if agency.names["ru"].startswith(referent.heads):
                    self._kinds.setdefault(agency.id, []).append(referent.id)

    def found(
        self,
        text: str,
        look: Look,
        mentions: Sequence[Mention],
        ordinal: int,
        named: Named,
    ) -> list[Mention]:
        """The mentions and the bare nouns among them, in order; ``named`` is brought on."""
        if not mentions and not look.might(self._mark):
            return []
        tokens = look.words
        bare = [
            (tokens[number].start, number)
            for number in where(tokens, self._mark)
            if tokens[number].form in self._of_form
        ]
        merged: list[Mention] = []
        for mention in [*mentions, None]:
            until = len(text) if mention is None else mention.start
            while bare and bare[0][0] < until:
                merged += self._resolved(text, tokens, bare.pop(0)[1], ordinal, named)
            if mention is None:
                break
            while bare and bare[0][0] < mention.end:
                bare.pop(0)
            merged.append(mention)
            for kind in self._kinds.get(mention.agency, ()):
                beside = named.last.get(kind, ("", -1))[1] == ordinal
                if not (
                    beside
                    and self._together.search(
                        text, max(mention.start - _FARTHEST, 0), mention.start
                    )
                ):
                    named.last[kind] = (mention.agency, ordinal)
        return merged

    def _resolved(
        self, text: str, tokens: Sequence[Token], number: int, ordinal: int, named: Named
    ) -> list[Mention]:
        token = tokens[number]
        referent = self._of_form[token.form]
        agency, where = named.last.get(referent.id, ("", -_REACH))
        if not agency or ordinal - where > _REACH:
            return []
        several = number and tokens[number - 1].form in self._words.many
        if several or not _is_bare(text, tokens, number, referent):
            return []
        return [Mention(agency, token.start, token.end)]


def _is_whose(form: str) -> bool:
    """Whether a Russian word says whose; Kazakh «жаңа» only looks like one."""
    return is_known(form) and is_genitive(form)


def _is_bare(text: str, tokens: Sequence[Token], number: int, referent: Referent) -> bool:
    """Whether nothing beside the noun says which one is meant: «профильное», «юстиции».

    English says with an article that one named before is meant.
    """
    token = tokens[number]
    if number:
        before = tokens[number - 1]
        close = not text[before.end : token.start].strip()
        known = before.form in referent.pointing
        if not known and (token.form.isascii() or (close and is_adjective(before.form))):
            return False
    if number + 1 == len(tokens):
        return True
    behind = tokens[number + 1]
    if text[token.end : behind.start].strip(' «„“"'):
        return True
    named = text[behind.start].isupper() or text[token.end : behind.start] != " "
    return not (named or behind.form in referent.not_before or _is_whose(behind.form))
