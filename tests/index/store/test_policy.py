from dataclasses import dataclass

import pytest

from index.store.policy import to_compact, to_merge


@dataclass(frozen=True)
class Sized:
    live: int
    dead: int = 0

    def doc_count_all(self):
        return self.live + self.dead

    def deleted_count(self):
        return self.dead


@pytest.mark.parametrize(
    ("segments", "incoming", "merged"),
    [
        ([], 10, []),
        ([30], 10, [30]),
        ([300], 10, []),
        ([300, 30], 10, [30]),
        ([150, 30], 10, [30, 150]),  # the first merge makes the second worth while
        ([19_995], 10_000, []),  # too much for a commit
    ],
)
def test_small_segments_merge_with_what_comes_in(segments, incoming, merged):
    chosen = to_merge([Sized(size) for size in segments], incoming)
    assert [segment.live for segment in chosen] == merged


def test_a_segment_with_many_dead_is_rewritten():
    assert to_merge([Sized(300, dead=200)], 1) == [Sized(300, dead=200)]
    assert to_merge([Sized(300, dead=50)], 1) == []


def test_segments_grow_in_number_with_the_logarithm_of_the_passages():
    sizes = []
    for _ in range(3000):
        chosen = to_merge([Sized(size) for size in sizes], 1)
        for segment in chosen:
            sizes.remove(segment.live)
        sizes.append(1 + sum(segment.live for segment in chosen))
    assert sum(sizes) == 3000
    assert len(sizes) <= 6


def test_compaction_leaves_one_whole_segment_alone():
    assert to_compact([Sized(5)]) == []
    assert to_compact([Sized(5, dead=1)]) == [Sized(5, dead=1)]
    assert to_compact([Sized(5), Sized(6)]) == [Sized(5), Sized(6)]
