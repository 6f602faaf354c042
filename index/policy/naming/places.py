"""Whose a bare «акимат» is: of the place that the document named last."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from index.documents.document import Mention
from index.language import Token
from index.policy.naming.authority import Agency
from index.policy.phrases import PhraseBook, slots
from index.policy.reading import script
from index.policy.scouting import Look, Scout


@dataclass
class Where:
    """The agency of the place named last in a document, passage by passage."""

    agency: str = ""


class PlaceFinder:
    """Places by whose names agencies of one kind are told apart."""

    def __init__(self, agencies: Mapping[str, Agency], scout: Scout | None = None) -> None:
        named = ((place, one.id) for one in agencies.values() for place in one.places)
        self._book = PhraseBook(((slots(place, script(place)), one) for place, one in named), scout)
        self._bare = {agency.id: agency.bare for agency in agencies.values() if agency.bare}
        self._parents = {agency.id: agency.parent for agency in agencies.values()}

    def opening(self, title: Sequence[Token]) -> Where:
        """The place that a title names: «Поездка в Атыраускую область»."""
        named = self._book.find(title)
        return Where(named[0].value if named else "")

    def resolved(self, mentions: Sequence[Mention], look: Look, where: Where) -> list[Mention]:
        """The mentions, bare ones given to the agency of the place; ``where`` is brought on."""
        if not mentions and not self._book.might(look):
            return []
        tokens = look.words
        places = [(tokens[find.first].start, find.value) for find in self._book.find(tokens)]
        found = []
        for mention in mentions:
            named = [agency for start, agency in places if start < mention.start]
            agency = named[-1] if named else where.agency or (places[0][1] if places else "")
            if self._is_bare(mention, tokens) and self._parents.get(agency) == mention.agency:
                found.append(replace(mention, agency=agency))
            else:
                found.append(mention)
        if places:
            where.agency = places[-1][1]
        return found

    def _is_bare(self, mention: Mention, tokens: Sequence[Token]) -> bool:
        forms = self._bare.get(mention.agency)
        if not forms:
            return False
        inside = [token.form for token in tokens if mention.start <= token.start < mention.end]
        return forms.issuperset(inside)
