"""Measure the policy annotations against the labels of readers, part by part."""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path

from index.documents.document import Document, Instruction, Passage
from index.documents.passages import cut_and_read
from index.documents.reading.readers import read_documents
from index.errors import DocumentError
from index.policy import PolicyTables, annotate, group, load_tables
from search_app.bench.corpus import documents as from_rows
from search_app.bench.policy_costs import costs, make_ready
from search_app.bench.policy_labels import Labels, Order, digest_labels, seed_labels
from search_app.bench.policy_readings import readings
from search_app.bench.policy_scores import Scores

_NOVELS = 2_000  # passages of literature to time


def measure(labels: Labels, passages: Sequence[Passage], scores: Scores) -> None:
    """Count one document's annotations against its labels."""
    by_paragraph: dict[int, list[Passage]] = defaultdict(list)
    for passage in passages:
        by_paragraph[passage.paragraph].append(passage)
    if labels.agencies:
        _measure_document(labels, passages, scores)
    for paragraph, parts in by_paragraph.items():
        where = f"{labels.document[:32]} p{paragraph}"
        areas = {score.area for part in parts for score in part.areas}
        wanted_areas = labels.areas.get(paragraph, frozenset())
        areas -= labels.weak_areas.get(paragraph, frozenset()) - wanted_areas
        scores.of("areas", labels).sets(wanted_areas, areas, where)
        if paragraph in labels.named:
            ids = {mention.agency for part in parts for mention in part.agencies} - {"president"}
            scores.of("agencies in passages", labels).sets(labels.named[paragraph], ids, where)
        if paragraph in labels.charged:
            instructed = {
                one.agency for part in parts for one in part.agencies if one.role == "instructed"
            }
            tally = scores.of("instructed in passages", labels)
            tally.sets(labels.charged[paragraph], instructed, where)
        if paragraph in labels.roles:
            roles = {part.speaker.role for part in parts}
            slip = f"{where} wanted {labels.roles[paragraph]}, got {sorted(roles)}"
            scores.of("speaker of three", labels).answer(
                right=labels.roles[paragraph] in roles, slip=slip
            )
        if paragraph in labels.quoted:
            direct = any(part.speaker.role == "president" for part in parts)
            slip = f"{where} {parts[0].speaker}"
            right = direct == labels.quoted[paragraph]
            scores.of("speaker", labels).answer(right=right, slip=slip)
        wanted = labels.languages.get(paragraph, labels.language)
        right = parts[0].language == wanted
        scores.of("language", labels).answer(right=right, slip=f"{where} {parts[0].language}")
        _measure_orders(labels, paragraph, parts, scores)


def _measure_document(labels: Labels, passages: Sequence[Passage], scores: Scores) -> None:
    mentions = [mention for passage in passages for mention in passage.agencies]
    named = {mention.agency for mention in mentions}
    instructed = {mention.agency for mention in mentions if mention.role == "instructed"}
    where = labels.document[:32]
    scores.of("agencies in documents", labels).sets(labels.agencies, named, where)
    scores.of("agencies instructed", labels).sets(labels.instructed, instructed, where)


def _measure_orders(
    labels: Labels, paragraph: int, parts: Sequence[Passage], scores: Scores
) -> None:
    wanted = [order for order in labels.orders if order.paragraph == paragraph]
    offset = parts[0].start
    found = [
        (part.start - offset + order.start, part.start - offset + order.end, order)
        for part in parts
        for order in part.instructions
    ]
    where = f"{labels.document[:32]} p{paragraph}"
    tally = scores.of("instructions", labels)
    for start, end, given in found:
        meant = max(wanted, key=lambda one: _shared(one, start, end), default=None)
        if meant is None or _shared(meant, start, end) < 0.5:  # noqa: PLR2004
            tally.false += 1
            tally.slips.append(f"{where} +{given.kind}: {given.text}")
            continue
        wanted.remove(meant)
        if meant.kind:
            tally.right += 1
            _measure_order(labels, meant, given, where, scores)
    for order in wanted:
        if order.kind:
            tally.missed += 1
            tally.slips.append(f"{where} -{order.kind}: {order.text}")


def _measure_order(
    labels: Labels, meant: Order, given: Instruction, where: str, scores: Scores
) -> None:
    slip = f"{where} {meant.text[:70]}: wanted"
    if meant.due:
        told = f"{slip} {meant.due}, got {given.due or 'none'} ({given.rule})"
        right = given.due.startswith(meant.due)
        scores.of("due date", labels).answer(right=right, slip=told)
    told = f"{slip} {meant.kind}, got {given.kind}"
    scores.of("kind", labels).answer(right=meant.kind == given.kind, slip=told)
    got = frozenset(given.agencies) | frozenset(given.joint)
    told = f"{slip} {sorted(meant.agencies)}, got {sorted(got)}"
    scores.of("lead", labels).answer(right=meant.agencies == got, slip=told)


def _shared(order: Order, start: int, end: int) -> float:
    """How much of the longer of two spans both cover."""
    common = min(order.end, end) - max(order.start, start)
    return max(common, 0) / max(order.end - order.start, end - start, 1)


def measure_events(every: Sequence[Labels], documents: Sequence[Document], scores: Scores) -> None:
    """Count pairs of documents put together, their event names taken away."""
    bare = [replace(document, event="", event_title="") for document in documents]
    place = {name: number for number, event in enumerate(group(bare)) for name in event.documents}
    for one, other in combinations([labels for labels in every if labels.event], 2):
        same = one.event == other.event
        together = place[one.document] == place[other.document]
        part = one if one.held_out else other
        tally = scores.of("versions of events", part, "all")
        tally.right += same and together
        tally.false += together and not same
        tally.missed += same and not together
        if same != together:
            tally.slips.append(f"{'-' if same else '+'}{one.document} / {other.document}")


def main(argv: Sequence[str] | None = None) -> int:
    """Print the figures; each part, each measure, each language."""
    parser = argparse.ArgumentParser(prog="policy", description=__doc__)
    for name in ("digests", "policy", "seeds"):
        parser.add_argument(f"--{name}", type=Path, metavar="DIR")
    parser.add_argument("--readings", type=Path, metavar="FILE", help="a text marked by hand")
    parser.add_argument("--literature", type=Path, metavar="FILE", help="novels, to time them too")
    parser.add_argument("--part", choices=("development", "held-out", "both"), default="both")
    parser.add_argument("--slips", action="store_true", help="show what went wrong")
    options = parser.parse_args(argv)
    tables = load_tables()
    if options.readings:
        sys.stdout.writelines(_rows_of_readings(options.readings, tables, slips=options.slips))
        return 0
    if not (options.digests and options.policy and options.seeds):
        parser.error("wants --digests, --policy and --seeds, or --readings")
    paths = [*sorted(options.digests.glob("*.txt")), *sorted(options.seeds.glob("*.txt"))]
    documents = {document.id: document for document in read_documents(paths, _complain)}
    every = [
        *digest_labels(options.digests, tables),
        *seed_labels(options.policy, options.seeds, tables),
    ]
    scores = Scores()
    make_ready(tables)
    times = [*costs((documents[labels.document] for labels in every), tables).rows("policy texts")]
    if options.literature:
        novels = from_rows(options.literature, _NOVELS)
        times += costs(novels, tables).rows("literature")
    for labels in every:
        measure(labels, _annotated(documents[labels.document], tables), scores)
    measure_events(every, [documents[labels.document] for labels in every], scores)
    for part in ("development", "held-out"):
        if options.part in (part, "both"):
            sys.stdout.write(f"{part}\n")
            sys.stdout.writelines(f"{row}\n" for row in scores.rows(part, slips=options.slips))
    sys.stdout.writelines(f"{row}\n" for row in times)
    return 0


def measure_readings(path: Path, tables: PolicyTables) -> Scores:
    """Count the annotations of texts marked by hand."""
    scores = Scores()
    told = list(readings(path))
    for document, labels in told:
        if labels.roles and any(labels.roles.values()):
            measure(labels, _annotated(document, tables), scores)
    measure_events([labels for _, labels in told], [document for document, _ in told], scores)
    return scores


def _rows_of_readings(path: Path, tables: PolicyTables, *, slips: bool) -> Iterator[str]:
    for row in measure_readings(path, tables).rows("development", slips=slips):
        yield f"{row}\n"


def _annotated(document: Document, tables: PolicyTables) -> list[Passage]:
    return annotate(document, cut_and_read(document), tables)


def _complain(error: DocumentError) -> None:
    sys.stderr.write(f"{error}\n")


if __name__ == "__main__":
    raise SystemExit(main())
