"""Other engines doing the same job over the same passages: tantivy and SQLite's FTS5."""

from __future__ import annotations

import importlib
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from index.documents.document import Document, Passage
from index.language import Token
from index.store.facts import interval
from search_app.bench.questions import AGENCY, SINCE, UNTIL, Answer, Question, months

TOP = 20
FROM, TO = SINCE.first.toordinal(), UNTIL.last.toordinal()


class Row(NamedTuple):
    """A passage as peers index it."""

    lemmas: list[str]
    first: int
    last: int
    date: str  # YYYY-MM, or YYYY
    agencies: list[str]
    areas: list[str]


def row_of(document: Document, passage: Passage, tokens: Sequence[Token]) -> Row:
    """A passage of the corpus for peers."""
    first, last = interval(document)
    return Row(
        [token.lemmas[0] for token in tokens],
        first,
        last,
        str(document.date)[: len("YYYY-MM")],
        sorted({mention.agency for mention in passage.agencies}),
        [area.area for area in passage.areas],
    )


class Engine(Protocol):
    """An engine that holds the corpus and does the whole job of a question."""

    name: str

    def found(self, question: Question) -> Callable[[], Answer]:
        """Do all the work; what is called then only puts it into the words of an answer."""


class Tantivy:
    """tantivy through its Python binding: one search and one aggregation a set of filters."""

    name = "tantivy"

    def __init__(self, path: Path, rows: Iterable[Row]) -> None:
        self._tantivy: Any = importlib.import_module("tantivy")
        builder = self._tantivy.SchemaBuilder()
        builder.add_text_field("text", tokenizer_name="whitespace", index_option="position")
        for name in ("agency", "area", "date"):
            builder.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
        for name in ("first", "last"):
            builder.add_integer_field(name, indexed=True, fast=True)
        self._schema = builder.build()
        there = self._tantivy.Index.exists(str(path))
        index = self._tantivy.Index(self._schema, path=str(path))
        if not there:
            self._fill(index, rows)
        index.reload()
        self._searcher = index.searcher()

    def _fill(self, index: Any, rows: Iterable[Row]) -> None:
        writer = index.writer(heap_size=500_000_000, num_threads=1)
        for row in rows:
            document = self._tantivy.Document(first=row.first, last=row.last)
            document.add_text("text", " ".join(row.lemmas))
            document.add_text("date", row.date)
            for name, values in (("agency", row.agencies), ("area", row.areas)):
                for value in values:
                    document.add_text(name, value)
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()

    def found(self, question: Question) -> Callable[[], Answer]:
        """Each facet is counted without its own filter, so filters cost two aggregations more."""
        words = self._words(question)
        filters = self._filters() if question.filtered else {}
        every = self._joined(words, *filters.values())
        found = self._searcher.search(every, limit=TOP, count=True)
        names = {
            name: {"terms": {"field": name, "size": 1000}} for name in ("agency", "area", "date")
        }
        counts = self._searcher.aggregate(every, names)
        for facet, filtering in (("agency", "agency"), ("date", "days")):
            if filters:
                others = [it for name, it in filters.items() if name != filtering]
                query = self._joined(words, *others)
                counts[facet] = self._searcher.aggregate(query, {facet: names[facet]})[facet]
        return lambda: self._answer(found, counts)

    def _answer(self, found: Any, counts: Any) -> Answer:
        agencies, areas, dates = (
            {each["key"]: each["doc_count"] for each in counts[name]["buckets"]}
            for name in ("agency", "area", "date")
        )
        scores = tuple(score for score, _ in found.hits)
        return Answer(found.count, agencies, areas, months(dates.items()), scores)

    def _words(self, question: Question) -> Any:
        query, occur = self._tantivy.Query, self._tantivy.Occur
        if question.kind == "phrase":
            return query.phrase_query(self._schema, "text", list(question.words))
        terms = [query.term_query(self._schema, "text", word) for word in question.words]
        how = occur.Should if question.kind.startswith("or") else occur.Must
        return terms[0] if len(terms) == 1 else query.boolean_query([(how, each) for each in terms])

    def _filters(self) -> dict[str, Any]:
        query, integer = self._tantivy.Query, self._tantivy.FieldType.Integer
        began = query.range_query(self._schema, "first", integer, None, TO)
        ended = query.range_query(self._schema, "last", integer, FROM, None)
        agency = query.term_query(self._schema, "agency", AGENCY)
        days = self._joined(began, ended)
        return {
            "days": query.const_score_query(days, 0),
            "agency": query.const_score_query(agency, 0),
        }

    def _joined(self, *queries: Any) -> Any:
        if len(queries) == 1:
            return queries[0]
        must = self._tantivy.Occur.Must
        return self._tantivy.Query.boolean_query([(must, each) for each in queries])


class Fts5:
    """SQLite's FTS5 with tables of facts; the matches go through a temporary table."""

    name = "sqlite fts5"

    def __init__(self, path: Path, rows: Iterable[Row]) -> None:
        path.mkdir(parents=True, exist_ok=True)
        there = (path / "fts.sqlite").exists()
        self._db = sqlite3.connect(path / "fts.sqlite")
        if not there:
            self._fill(rows)
        self._db.execute(
            "CREATE TEMP TABLE found (id INTEGER PRIMARY KEY, score REAL, dated INT, held INT)"
        )

    def _fill(self, rows: Iterable[Row]) -> None:
        self._db.executescript("""
            CREATE VIRTUAL TABLE words USING fts5(
                text, content='', tokenize="unicode61 remove_diacritics 0 tokenchars '-,.%/_''’'");
            CREATE TABLE facts (id INTEGER PRIMARY KEY, first INT, last INT, date TEXT);
            CREATE TABLE held (id INT, facet TEXT, value TEXT,
                PRIMARY KEY (id, facet, value)) WITHOUT ROWID;
        """)
        for number, row in enumerate(rows):
            self._db.execute(
                "INSERT INTO words (rowid, text) VALUES (?, ?)", (number, " ".join(row.lemmas))
            )
            self._db.execute("INSERT INTO facts VALUES (?, ?, ?, ?)", (number, *row[1:4]))
            values = [(number, "agency", each) for each in set(row.agencies)]
            values += [(number, "area", each) for each in set(row.areas)]
            self._db.executemany("INSERT INTO held VALUES (?, ?, ?)", values)
        self._db.execute("INSERT INTO words (words) VALUES ('optimize')")
        self._db.commit()

    def found(self, question: Question) -> Callable[[], Answer]:
        """All matches with their scores and whether each filter lets them through, then counts."""
        filtered = question.filtered
        self._db.execute("DELETE FROM found")
        self._db.execute(
            """INSERT INTO found SELECT rowid, -bm25(words, 1.0),
                 NOT ? OR (SELECT first <= ? AND last >= ? FROM facts WHERE id = words.rowid),
                 NOT ? OR EXISTS (SELECT 1 FROM held WHERE id = words.rowid
                                  AND facet = 'agency' AND value = ?)
               FROM words WHERE words MATCH ?""",
            (filtered, TO, FROM, filtered, AGENCY, self._match(question)),
        )
        total = self._db.execute("SELECT count(*) FROM found WHERE dated AND held").fetchone()[0]
        top = "SELECT score FROM found WHERE dated AND held ORDER BY score DESC LIMIT ?"
        scores = tuple(score for (score,) in self._db.execute(top, (TOP,)))
        days = (
            "SELECT date, count(*) FROM found JOIN facts USING (id) WHERE found.held GROUP BY date"
        )
        dates = self._db.execute(days).fetchall()
        values = self._values("agency", "dated"), self._values("area", "dated AND found.held")
        return lambda: Answer(total, *values, months(dates), scores)

    def _values(self, facet: str, where: str) -> dict[str, int]:
        counts = self._db.execute(
            f"SELECT value, count(*) FROM found JOIN held USING (id)"  # noqa: S608 - our own words
            f" WHERE facet = ? AND {where} GROUP BY value",
            (facet,),
        )
        return dict(counts.fetchall())

    def _match(self, question: Question) -> str:
        quoted = [f'"{word}"' for word in question.words]
        if question.kind == "phrase":
            return " + ".join(quoted)
        return (" OR " if question.kind.startswith("or") else " AND ").join(quoted)
