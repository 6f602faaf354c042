"""All policy tables as one frozen value, compiled and ready to annotate with."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from index.language import Token
from index.policy.areas import AreaScorer
from index.policy.duties.addressees.strangers import Strangers
from index.policy.duties.directives import read_directives
from index.policy.duties.instructions import InstructionFinder
from index.policy.duties.timing.deadlines import read_grammars
from index.policy.leanings import read_leanings
from index.policy.naming.agencies import AgencyFinder
from index.policy.naming.authority import Agency, read_agencies, read_referents, read_shared
from index.policy.naming.beside import Beside, read_beside
from index.policy.naming.coordination import CoordinationFinder
from index.policy.naming.persons import PersonFinder
from index.policy.naming.places import PlaceFinder
from index.policy.naming.referents import ReferentFinder
from index.policy.priorities import Priorities, PriorityArea, read_priorities
from index.policy.reading import HERE, read_table
from index.policy.scouting import Look, Scout
from index.policy.speaking.leaders import Leaders
from index.policy.speaking.outsiders import Outsiders
from index.policy.speaking.speakers import SpeakerFinder
from index.policy.speaking.speech import read_manners

_KNOWLEDGE = ("*.py", "*.toml", "*.tsv")
_WORLD = frozenset({"international", "foreign"})
_SHARED = frozenset({"state_body", "official"})  # which other countries have as well
_OFFICES = frozenset({"state_body", "official", "international"})  # with long names


@dataclass(frozen=True)
class PolicyTables:
    """Agencies and areas with their names, and the finders made of the tables of a folder.

    A finder is compiled when it is first used: who only shows names need not wait for it.
    """

    agencies: Mapping[str, Agency]
    priorities: Priorities
    folder: Path = HERE

    @cached_property
    def scout(self) -> Scout:
        """Knows by which words the entries of all tables begin."""
        return Scout()

    def look(self, tokens: Sequence[Token]) -> Look:
        """What the words of a passage may be to any of the finders."""
        return self._compiled.look(tokens)

    @cached_property
    def _compiled(self) -> Scout:
        """The scout when all finders have told it what they look for.

        Those with many marks come last: the marks of most words are small numbers then.
        """
        _ = (
            self.speakers,
            self.instructions,
            self.coordination,
            self.places,
            self.referents,
            self.finder,
            self.scorer,
            self.leaders,
        )
        return self.scout

    @cached_property
    def beside(self) -> Beside:
        """The words beside the names of agencies and officials."""
        return read_beside(read_table("agencies.toml", self.folder))

    @cached_property
    def finder(self) -> AgencyFinder:
        """Finds agencies by their names."""
        return AgencyFinder(self.agencies, self.beside, self.scout)

    @cached_property
    def places(self) -> PlaceFinder:
        """Finds whose akimat is meant."""
        return PlaceFinder(self.agencies, self.scout)

    @cached_property
    def persons(self) -> PersonFinder:
        """Finds officials by their surnames."""
        return PersonFinder(self.agencies, self.beside)

    @cached_property
    def coordination(self) -> CoordinationFinder:
        """Finds agencies named together under one noun."""
        shared = read_shared(read_table("agencies.toml", self.folder))
        return CoordinationFinder(self.agencies, shared, self.beside, self.scout)

    @cached_property
    def referents(self) -> ReferentFinder:
        """Finds whom a bare «министерство» means."""
        book = read_table("agencies.toml", self.folder)
        return ReferentFinder(self.agencies, read_referents(book), self.beside, self.scout)

    @cached_property
    def scorer(self) -> AreaScorer:
        """Weighs the cues of priority areas."""
        offices = [one.id for one in self.agencies.values() if one.kind in _OFFICES]
        return AreaScorer(self.priorities, offices, self.scout, read_leanings(self.folder))

    @cached_property
    def speakers(self) -> SpeakerFinder:
        """Tells whose words a passage holds."""
        return SpeakerFinder(read_manners(read_table("speech.toml", self.folder), self.scout))

    @cached_property
    def instructions(self) -> InstructionFinder:
        """Finds who must do what by when."""
        return InstructionFinder(
            read_directives(
                read_table("directives.toml", self.folder),
                read_table("duties.toml", self.folder),
                self.scout,
            ),
            read_grammars(read_table("dates.toml", self.folder)),
            {agency.id: agency.kind for agency in self.agencies.values()},
            Strangers(self.finder.abroad, *self._guards),
        )

    @property
    def _guards(self) -> tuple[Sequence[str], Sequence[str]]:
        """What stands before and behind a body of another country: a body of no other guards."""
        body = self.agencies["presidential-administration"]
        return body.not_preceded_by, body.not_followed_by

    @cached_property
    def outsiders(self) -> Outsiders:
        """Tells who speaks without an office here."""
        foreign = [words for guard in self._guards for words in guard]
        world = [one.id for one in self.agencies.values() if one.kind in _WORLD]
        return Outsiders(self.speakers.manners, self.finder.abroad, foreign, world)

    @cached_property
    def leaders(self) -> Leaders:
        """Tells what leaders of other countries order."""
        shared = [one.id for one in self.agencies.values() if one.kind in _SHARED]
        return Leaders(self.outsiders, shared, self.scout)

    @property
    def areas(self) -> Mapping[str, PriorityArea]:
        """The priority areas by id."""
        return self.priorities.areas

    def label(self, facet: str, value: str, language: str = "ru") -> str:
        """The name of a value of a facet (area, agency) for readers; the value if unknown."""
        known: Mapping[str, Agency | PriorityArea]
        known = self.agencies if facet == "agency" else self.areas if facet == "area" else {}
        entry = known.get(value)
        return value if entry is None else entry.names.get(language, entry.names["ru"])

    def predecessors(self, agency: str) -> tuple[str, ...]:
        """The agencies that became this one, the nearest first."""
        before = [one.id for one in self.agencies.values() if one.successor == agency]
        return tuple(before) + tuple(far for one in before for far in self.predecessors(one))


@cache
def load_tables(folder: Path = HERE) -> PolicyTables:
    """Read the tables of a folder; TableError names file, table and key."""
    agencies = read_agencies(read_table("agencies.toml", folder))
    priorities = read_priorities(read_table("areas.toml", folder), agencies)
    return PolicyTables(agencies, priorities, folder)


@cache
def fingerprint(folder: Path = HERE) -> str:
    """SHA-256 of the rules and tables: when it changes, annotations are stale."""
    digest = hashlib.sha256()
    for path in sorted(path for kind in _KNOWLEDGE for path in folder.rglob(kind)):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()
