"""Every answer of the engine worked out passage by passage, straight from the definitions."""

import itertools
import math
from collections import Counter

import numpy as np
from whoosh.util.numeric import byte_to_length, length_to_byte

from index.search.query import (
    And,
    Chosen,
    Dated,
    Everything,
    Kin,
    Most,
    Not,
    Nothing,
    Or,
    Phrase,
    Prefix,
    Term,
)

K1, B, DELTA, NEARNESS, SAMENESS = 1.2, 0.3, 1.0, np.float32(0.5), np.float32(0.1)
FACETS = (
    *("area", "agency", "instructed", "speaker", "instruction", "due", "role"),
    *("lang", "source", "kind"),
)


class Row:
    """A passage with the places, combined frequencies and lengths of its words."""

    def __init__(self, header, passage, body, title):
        self.header, self.passage = header, passage
        weight = 2 if passage.paragraph == 1 else 1
        self.words = {"text": {}, "title": {}, "exact": {}}
        lengths = {"title": size(title)}
        for token in title:
            for lemma in token.lemmas:
                self.put("title", lemma, token.position, 1)
        title = () if header.title_derived else title
        shift = size(title) + 8 if title else 0
        for each, by, at in ((title, 3, 0), (body, weight, shift)):
            for token in each:
                self.put("exact", token.form, token.position + at, by)
                for lemma in token.lemmas:
                    self.put("text", lemma, token.position + at, by)
        lengths |= dict.fromkeys(("text", "exact"), 3 * size(title) + weight * size(body))
        self.length = {
            field: byte_to_length(length_to_byte(length)) for field, length in lengths.items()
        }

    def put(self, field, word, place, weight):
        self.words[field].setdefault(word, {})[place] = weight

    def frequency(self, term):
        held = [self.words[term.field].get(word, {}) for word in term.terms]
        return min(255, max((sum(each.values()) for each in held), default=0))

    def closeness(self, one, other):
        """1 / distance of two words in order, half of it in disorder, at most 7 places apart."""
        places = [
            {place for word in term.terms for place in self.words[term.field].get(word, ())}
            for term in (one, other)
        ]
        apart = [b - a for a in places[0] for b in places[1] if 0 < abs(b - a) < 8]
        return max((np.float32((1 if d > 0 else 0.5) / abs(d)) for d in apart), default=0)

    @property
    def event(self):
        return self.header.event or self.header.id

    @property
    def instructed(self):
        return [each for each in self.passage.agencies if each.role == "instructed"]

    @property
    def values(self):
        return {
            "area": {area.area for area in self.passage.areas},
            "agency": {name for each in self.passage.agencies for name in with_heirs(each)},
            "instructed": {name for each in self.instructed for name in with_heirs(each)},
            "role": {"instructed"} if self.instructed else set(),
            "speaker": {self.passage.speaker.role},
            "instruction": {"1"} if self.passage.instructions else set(),
            "due": {"1"} if any(duty.due for duty in self.passage.instructions) else set(),
            "lang": {self.passage.language, *(s.language for s in self.passage.sentences)} - {""},
            "source": {self.header.source} - {""},
            "kind": {self.header.kind} - {""},
        }

    def overlaps(self, since, until):
        date = self.header.date
        if since is None and until is None:
            return True
        if date is None:
            return False
        return (until is None or date.first <= until.last) and (
            since is None or date.last >= since.first
        )


def with_heirs(mention):
    return {mention.agency, *mention.heirs}


def size(tokens):
    return tokens[-1].position + 1 if tokens else 0


class Brute:
    """The live documents, as rows."""

    def __init__(self, left):
        self.rows = [
            Row(header, passage, body, title if passage.ordinal == 1 else ())
            for header, passages, title in left.values()
            for passage, body in passages
        ]

    def expanded(self, query):
        match query:
            case Prefix(prefix, field):
                words = {word for row in self.rows for word in row.words[field]}
                return Term(tuple(sorted(w for w in words if w.startswith(prefix))), field)
            case And(children) | Or(children):
                return type(query)(tuple(map(self.expanded, children)))
            case Most(children, weights, least):
                return Most(tuple(map(self.expanded, children)), weights, least)
            case Not(child):
                return Not(self.expanded(child))
        return query

    def rarity(self, term):
        held = sum(row.frequency(term) > 0 for row in self.rows)
        return np.float32(math.log1p((len(self.rows) - held + 0.5) / (held + 0.5)))

    def score(self, query, row):  # noqa: C901, PLR0911, PLR0912 - a case a construct
        """The score of a passage as float32, or None when it does not match."""
        match query:
            case Term(field=field):
                frequency = row.frequency(query)
                if not frequency:
                    return None
                lengths = [each.length[field] for each in self.rows if each.length[field]]
                average = sum(lengths) / len(lengths)
                norm = K1 * (1 - B + B * row.length[field] / average)
                saturated = np.float32(frequency * (K1 + 1) / (frequency + norm) + DELTA)
                return saturated * self.rarity(query)
            case Kin(term, wide, share):
                kin = self.score(wide, row)
                return kin and max(self.score(term, row) or 0, np.float32(share) * kin)
            case Phrase(slots, field):
                places = [
                    {p - n for word in slot for p in row.words[field].get(word, ())}
                    for n, slot in enumerate(slots)
                ]
                if not places or not set.intersection(*places):
                    return None
                return total([self.score(Term(slot, field), row) for slot in slots])
            case And(children):
                scores = [self.score(child, row) for child in children]
                return None if None in scores else total(scores)
            case Or(children):
                scores = [self.score(child, row) for child in children]
                return total(scores) if any(score is not None for score in scores) else None
            case Most(children, weights, least):
                scores = [self.score(child, row) for child in children]
                held = sum(w for s, w in zip(scores, weights, strict=True) if s is not None)
                return total(scores) if held >= least else None
            case Not(child):
                return np.float32(0) if self.score(child, row) is None else None
            case Chosen("event", events):
                return np.float32(0) if row.event in events else None
            case Chosen(facet, values):
                return np.float32(0) if row.values[facet] & values else None
            case Dated(since, until):
                fits = row.header.date is not None and row.overlaps(since, until)
                return np.float32(0) if fits else None
            case Everything():
                return np.float32(0)
            case Nothing():
                return None

    def nearness(self, query, row):
        """The bonus for neighbouring words of a query that stand near each other in a passage."""
        asked = [getattr(c, "term", c) for c in getattr(query, "children", ())]
        words = [word for word in asked if isinstance(word, Term)]
        gained = np.float32(0)
        pairs = itertools.pairwise(words) if type(query) in (And, Most) else ()
        pairs = [(one, other) for one, other in pairs if one.field == other.field]
        for one, other in pairs:
            rarity = min(self.rarity(one), self.rarity(other))
            gained += NEARNESS * rarity * row.closeness(one, other)
        same = np.float32(0)
        for word in words if pairs else ():
            if word.form in row.words["exact"]:
                same += SAMENESS * self.rarity(word)
        return gained + same

    def evaluate(self, query, filters, sort):
        """Totals, all hits in order as (document, ordinal, score), and facets."""
        query = self.expanded(query)
        scores = [(row, self.score(query, row)) for row in self.rows]
        matching = [
            (row, score)
            for row, score in scores
            if score is not None
            and (not filters.events or row.event in filters.events)
            and not any(value in row.values[facet] for facet, value in filters.excluded)
        ]

        def under(skipped):
            return [
                row
                for row, _ in matching
                if (skipped == "date" or row.overlaps(filters.since, filters.until))
                and all(row.values[f] & v for f, v in filters.values.items() if f != skipped)
            ]

        found = under(None)
        score_of = {id(row): score for row, score in matching}
        hits = sorted(found, key=lambda row: order(row, score_of[id(row)], sort))
        score_of = {id(row): score_of[id(row)] + self.nearness(query, row) for row in found}
        if sort == "relevance":
            hits.sort(key=lambda row: -score_of[id(row)])
        facets = {facet: Counter() for facet in FACETS}
        for facet, counts in facets.items():
            counts.update(dict.fromkeys(filters.values.get(facet, ()), 0))
            for row in under(facet):
                counts.update(row.values[facet])
        events = {row.header.event or ("", row.header.id) for row in found}
        return (
            (len(found), len({row.header.id for row in found}), len(events)),
            [(r.header.id, r.passage.ordinal, float(score_of[id(r)])) for r in hits],
            {**facets, "date": periods([row.header.date for row in under("date")])},
        )


def total(scores):
    added = np.float32(0)
    for score in scores:
        added += score if score is not None else np.float32(0)
    return added


def order(row, score, sort):
    date, place = row.header.date, (row.header.id.encode(), row.passage.ordinal)
    first = date.first.toordinal() if date else -1
    last = date.last.toordinal() if date else -1
    if sort == "oldest":
        return (date is None, first, -last, *place)
    return (-float(score) if sort == "relevance" else 0, -first, last, *place)


def periods(dates):
    """Years and months; a date that is only a year is in each month that another names."""
    counts = Counter()
    months = {f"{d.year}-{d.month:02}" for d in dates if d and d.month}
    for date in dates:
        if date:
            counts[str(date.year)] += 1
            counts.update(
                month
                for month in months
                if month == f"{date.year}-{date.month or 0:02}"
                or (date.month is None and month.startswith(f"{date.year}-"))
            )
    return counts
