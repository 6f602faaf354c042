"""How well words meet, names are found, languages told and slips put right, beside baselines."""

from __future__ import annotations

import argparse
import importlib.util
import itertools
import json
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from index.language import analyze, fold, identify
from index.meaning import PACKAGE
from search_app.bench import costs, english_forms, meaning, names, pairs, retrieval, slips
from search_app.bench.absent import ABSENT, installed


class Row(NamedTuple):
    """A figure, what a baseline reaches, and what is wanted."""

    what: str
    ours: float
    baseline: str
    wanted: str


_TREEBANKS = {"ru": "lemma_ru.dev.jsonl", "bg": "lemma_bg.dev.jsonl", "kk": "lemma_kk_ktb.jsonl"}
_PASSAGE = 3  # sentences
_KAZAKH_SUFFIXES = re.compile(
    "(?<=...)(?:[лдт][ае]р)?(?:[ыі]м[ыі]з|[ыі]ң[ыі]з|[ыі]м|с?[ыі])?"
    "(?:[нтд][ыі]ң|[нтд][ыі]|н?[дт][ае]н?|[ғгқк]?[ае]|[мбп]ен|н)?$"
)


def main(argv: Sequence[str] | None = None) -> int:
    """Print a table of the figures; those whose data are missing are left out and named."""
    parser = argparse.ArgumentParser(prog="bench language", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with the data files")
    parser.add_argument("--only", choices=MEASURES, help="one kind of figures")
    parser.add_argument(
        "--tune", action="store_true", help="try settings of the ranking on half of the questions"
    )
    arguments = parser.parse_args(argv)
    if arguments.tune:
        retrieval.tune(arguments.data)
        return 0
    measures = [arguments.only] if arguments.only else MEASURES
    return _print([MEASURES[name] for name in measures], arguments.data)


def _print(measures: Iterable[Measure], data: Path) -> int:
    print(f"{'figure':52} {'ours':>8}  {'wanted':>8}  baselines")
    for measure in measures:
        try:
            for row in measure(data):
                print(f"{row.what:52} {row.ours:8.3f}  {row.wanted:>8}  {row.baseline}", flush=True)
        except FileNotFoundError as missing:
            print(f"{measure.__name__}: no {missing.filename}", file=sys.stderr)
    return 0


def russian(data: Path) -> Iterator[Row]:
    """Form pairs of the Russian treebanks."""
    lemmas = pairs.gold(data / _TREEBANKS["ru"])
    ours = pairs.measure(lemmas, _analyzed("ru"))
    snowball = pairs.measure(lemmas, _snowball("russian"))
    first = pairs.measure(lemmas, _first_parse())
    yield Row(
        "Russian form pairs: recall",
        ours.recall,
        f"Snowball {snowball.recall:.3f}, pymorphy3 first parse {first.recall:.3f}",
        ">= .96",
    )
    yield Row(
        "Russian form pairs: precision",
        ours.precision,
        f"Snowball {snowball.precision:.3f}, pymorphy3 first parse {first.precision:.3f}",
        ">= .92",
    )


def bulgarian(data: Path) -> Iterator[Row]:
    """Form pairs of the Bulgarian treebank."""
    lemmas = pairs.gold(data / _TREEBANKS["bg"])
    lemmatize = importlib.import_module("simplemma").lemmatize
    baseline = pairs.measure(lemmas, lambda form: (lemmatize(form.lower(), lang="bg").lower(),))
    ours = pairs.measure(lemmas, _analyzed("bg"))
    yield Row("Bulgarian form pairs: F1", ours.f1, f"simplemma {baseline.f1:.3f}", ">= .90")


def kazakh(data: Path) -> Iterator[Row]:
    """Form pairs of the Kazakh treebank."""
    lemmas = pairs.gold(data / _TREEBANKS["kk"])
    ours = pairs.measure(lemmas, _analyzed("kk"))
    plain = pairs.measure(lemmas, lambda form: (_KAZAKH_SUFFIXES.sub("", fold(form)),))
    yield Row("Kazakh form pairs: F1", ours.f1, f"suffixes cut off {plain.f1:.3f}", ">= .70")


def english(_data: Path) -> Iterator[Row]:
    """Form pairs of a table of our own: irregular ones, and look-alikes that must not meet."""
    lemmas = english_forms.lemmas()
    ours = pairs.measure(lemmas, _analyzed("en"))
    snowball = pairs.measure(lemmas, _snowball("english"))
    yield Row("English form pairs: F1", ours.f1, f"Snowball {snowball.f1:.3f}", ">= .95")


def officials(_data: Path) -> Iterator[Row]:
    """Cases of names that meet the nominative, and names that meet another name."""
    first, ours = _first_parse(), _analyzed("ru")
    met = f"first parse {_cases_met(first):.3f}"
    yield Row("names in all cases meet", _cases_met(ours), met, ">= .99")
    apart = f"first parse {_kept_apart(first):.4f}"
    yield Row("forms of different names kept apart", _kept_apart(ours), apart, "")


def languages(data: Path) -> Iterator[Row]:
    """The language of sentences and of passages of three, without and with a prior."""
    sentences = [(name, text) for name in _TREEBANKS for text in _texts(data / _TREEBANKS[name])]
    passages = [
        (name, " ".join(texts[at : at + _PASSAGE]))
        for name, texts in _by_language(sentences).items()
        for at in range(0, len(texts), _PASSAGE)
    ]
    langid = installed(_py3langid)
    for what, texts, wanted in (
        ("sentence", sentences, ">= .99"),
        ("passage", passages, ">= .995"),
    ):
        baseline = f"py3langid {_other(langid, texts) if langid else ABSENT}"
        alone = _told(texts, lambda text, _: identify(text))
        yield Row(f"language of a {what}, nothing known", alone, baseline, wanted)
        yield Row(f"language of a {what} in its document", _told(texts, identify), baseline, wanted)


def spelling(data: Path) -> Iterator[Row]:
    """Single slips in words of the literature passages, put right in first place."""
    counts = slips.counted(data / "literature_ru_passages.jsonl.xz")
    ours, symspell = slips.corrected(counts, _analyzed("ru"))
    peer = f"symspell {f'{symspell:.3f}' if symspell else ABSENT}"
    yield Row("single slips corrected to the right lemma", ours, peer, ">= .985")


def known(data: Path) -> Iterator[Row]:
    """Words that are known and are put right all the same."""
    counts = slips.counted(data / "literature_ru_passages.jsonl.xz")
    tried, corrected = slips.known_corrected(counts)
    yield Row("known words offered a correction", corrected, f"of {tried} words tried", "0")


def loading(_data: Path) -> Iterator[Row]:
    """What the language part takes in a process of its own, from nothing to its first words."""
    seconds, megabytes = costs.of_language()
    yield Row("seconds to load the language part", seconds, "", "< 0.5")
    yield Row("megabytes it takes of a process", megabytes, "", "< 150")


def completion(data: Path) -> Iterator[Row]:
    """Milliseconds that a completion takes, letter by letter, among an index's phrases."""
    calls, half, most = costs.of_completion(data / "literature_ru_passages.jsonl.xz")
    yield Row("milliseconds of a completion, p50", half, f"of {calls} calls", "< 10")
    yield Row("milliseconds of a completion, p95", most, f"of {calls} calls", "< 10")


def speed(data: Path) -> Iterator[Row]:
    """Millions of tokens a minute from raw text, forms cached."""
    texts = _texts(data / _TREEBANKS["ru"])
    for text in texts:
        analyze(text, "ru")
    begun = time.perf_counter()
    tokens = sum(len(analyze(text, "ru")) for text in texts)
    rate = tokens / (time.perf_counter() - begun) * 60 / 1e6
    yield Row("million tokens a minute, forms cached", rate, "", ">= 1")


def answers(data: Path) -> Iterator[Row]:
    """Questions to the paragraphs that answer them, among 60,000 other texts."""
    wanted = {"passages": ">= .94", "single sentences": ">= .88"}
    for name, figure, others in retrieval.measure(data):
        baselines = ", ".join(f"{which} {value:.3f}" for which, value in others.items())
        yield Row(f"questions among {name}: MRR@10", figure, f"BM25: {baselines}", wanted[name])


def across(data: Path) -> Iterator[Row]:
    """What the model of the extra ``semantic`` adds, where it is installed."""
    if importlib.util.find_spec(PACKAGE) is None:
        print(f"across: {PACKAGE} is not installed", file=sys.stderr)
        return
    for what, ours, words in meaning.measure(data):
        yield Row(what, ours, f"by words {words:.3f}", "")


def _analyzed(language: str) -> pairs.Reader:
    """A word as the index reads it: as a whole, when it has parts."""
    return lambda form: analyze(form, language)[0].lemmas


def _snowball(language: str) -> pairs.Reader:
    stemmer = importlib.import_module("snowballstemmer").stemmer(language)
    return lambda form: (stemmer.stemWord(fold(form)),)


def _first_parse() -> pairs.Reader:
    morph = importlib.import_module("pymorphy3").MorphAnalyzer(lang="ru")
    return lambda form: (fold(morph.parse(form)[0].normal_form),)


def _py3langid() -> Callable[[str], str]:
    langid: Any = importlib.import_module("py3langid")
    langid.set_languages(["ru", "bg", "kk", "en"])
    return lambda text: str(langid.classify(text)[0])


def _other(identified: Callable[[str], str], texts: list[tuple[str, str]]) -> str:
    return f"{_told(texts, lambda text, _: identified(text)):.4f}"


def _cases_met(reader: pairs.Reader) -> float:
    met = [
        not set(reader(nominative)).isdisjoint(reader(case))
        for nominative, *cases in names.declined()
        for case in cases
    ]
    return sum(met) / len(met)


def _kept_apart(reader: pairs.Reader) -> float:
    """Over all pairs of names: a woman's surname and her brother's count as one name."""
    forms = [[set(reader(case)) for case in cases] for cases in names.declined()]
    together = [
        any(not one.isdisjoint(other) for one in these for other in those)
        for these, those in itertools.combinations(forms, 2)
    ]
    return 1 - sum(together) / len(together)


def _texts(path: Path) -> list[str]:
    return [json.loads(line)["text"] for line in path.read_text("utf-8").splitlines()]


def _by_language(sentences: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    texts: dict[str, list[str]] = {}
    for language, text in sentences:
        texts.setdefault(language, []).append(text)
    return texts


def _told(texts: Sequence[tuple[str, str]], teller: Callable[[str, str], str]) -> float:
    return sum(teller(text, language) == language for language, text in texts) / len(texts)


Measure = Callable[[Path], Iterator[Row]]
MEASURES: dict[str, Measure] = {
    measure.__name__: measure
    for measure in (
        russian,
        bulgarian,
        kazakh,
        english,
        officials,
        languages,
        spelling,
        known,
        loading,
        completion,
        speed,
        answers,
        across,
    )
}
