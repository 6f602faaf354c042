"""What the language part costs a process, and what a completion costs a reader."""

from __future__ import annotations

import itertools
import json
import lzma
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from index.search.advice.completion import Completion, Completions

_LINES = ("Школы получили планшеты.", "Училищата получиха таблети.", "Мектептер планшет алды.")
_LOADED = f"""
import os, resource, sys, time
def held():
    try:  # what a process holds now; its peak begins with that of the one which started it
        with open("/proc/self/statm") as pages:
            return int(pages.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
    except OSError:
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return peak / (2**20 if sys.platform == "darwin" else 2**10)
before, begun = held(), time.perf_counter()
from index.language import analyze, query_words
for language, text in zip(("ru", "bg", "kk"), {_LINES!r}):
    analyze(text, language)
    query_words(text)
print(time.perf_counter() - begun, held() - before)
"""
_RUNS = 3
_PHRASES, _TYPED = 20_000, 500
_PAIR = re.compile(r"[а-яё]{4,} [а-яё]{4,}")


def of_language() -> tuple[float, float]:
    """Seconds until the first words of each language are read, and megabytes: medians."""
    runs = [_loaded() for _ in range(_RUNS)]
    return statistics.median(run[0] for run in runs), statistics.median(run[1] for run in runs)


def of_completion(path: Path) -> tuple[int, float, float]:
    """Calls, and milliseconds of half of them and of 95 in 100, as phrases are typed."""
    phrases = list(dict.fromkeys(itertools.islice(_phrases(path), _PHRASES)))
    completions = Completions(Completion("phrase", phrase) for phrase in phrases)
    took = []
    for phrase in phrases[:: max(1, len(phrases) // _TYPED)]:
        for end in range(2, len(phrase) + 1):
            begun = time.perf_counter()
            completions.find(phrase[:end])
            took.append((time.perf_counter() - begun) * 1_000)
    took.sort()
    return len(took), took[len(took) // 2], took[len(took) * 95 // 100]


def _loaded() -> tuple[float, float]:
    done = subprocess.run(  # noqa: S603 - our own few lines
        [sys.executable, "-c", _LOADED], check=True, capture_output=True, text=True
    )
    seconds, megabytes = map(float, done.stdout.split())
    return seconds, megabytes


def _phrases(path: Path) -> Iterator[str]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield from _PAIR.findall(json.loads(line)["text"].lower())
