"""What waits in files comes back, and pairs in windows are those of a set."""

import random
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import pytest

from hoinghi.linking import pairs as pairs_module
from hoinghi.linking.clusters import APART, DOUBTFUL, JOIN, UNRELATED, Verdict, cluster
from hoinghi.linking.pairs import Pairs, components
from hoinghi.linking.spool import Drawers, Records


@dataclass(frozen=True)
class Dot:
    """A thing on a line, with the keys and the article that it has."""

    at: int
    keys: tuple[int, ...]
    documents: frozenset[str]


def dots(count, seed, kinds):
    dice = random.Random(seed)  # noqa: S311
    return [
        Dot(dice.randrange(60), tuple(dice.sample(range(kinds), 3)), frozenset({str(i // 2)}))
        for i in range(count)
    ]


def judge(a, b):
    far = abs(a.at - b.at)
    if far > 9:
        return Verdict(APART)
    outcome = JOIN if far < 2 else DOUBTFUL if far < 4 else UNRELATED
    return Verdict(outcome, 9 - far + (a.at * b.at % 7) / 10, f"{far} apart")


def paired(things, most):
    """Return the pairs of things with a common key, as the rule says."""
    found = set()
    for key in {key for thing in things for key in thing.keys}:
        block = [i for i, thing in enumerate(things) if key in thing.keys]
        if len(block) <= most:
            found.update(combinations(block, 2))
        else:
            anchors = sorted(block, key=lambda i: (-things[i].at, i))[:most]
            found.update((min(i, j), max(i, j)) for i in anchors for j in block if i != j)
    return found


@pytest.mark.parametrize(("count", "kinds"), [(0, 3), (1, 3), (40, 30), (900, 12), (700, 200)])
def test_pairs_come_once_and_none_is_missed(monkeypatch, count, kinds):
    monkeypatch.setattr(pairs_module, "_WINDOW", 500)
    things = dots(count, count, kinds)
    made = Pairs(things, lambda one: one.keys, lambda one: -one.at)
    found = [tuple(pair) for window in made.windows() for pair in window.tolist()]
    assert len(found) == len(set(found))
    assert set(found) == paired(things, 150)


@pytest.mark.parametrize("seed", range(4))
def test_sparing_pairs_that_are_certainly_apart_changes_nothing(monkeypatch, seed):
    monkeypatch.setattr(pairs_module, "_WINDOW", 200)
    things = dots(300, seed, 40)
    at = np.array([one.at for one in things])
    told = lambda a, b: np.abs(at[a] - at[b]) > 12  # noqa: E731
    plain, spared = (
        cluster(things, lambda one: one.keys, judge, lambda one: -one.at, certain)
        for certain in (None, told)
    )
    assert plain.joined
    assert plain.doubtful
    assert plain.home.tolist() == spared.home.tolist()
    assert (plain.joined, plain.doubtful) == (spared.joined, spared.doubtful)


def test_groups_are_the_numbers_of_one_home():
    things = [Dot(at, (1,), frozenset({str(n)})) for n, at in enumerate((1, 50, 1, 50, 30))]
    found = cluster(things, lambda one: one.keys, judge, lambda one: one.at)
    assert list(found.groups) == [[0, 2], [1, 3], [4]]


def test_parts_are_what_pairs_lead_to():
    pairs = np.array([(5, 3), (1, 3), (7, 8)])
    assert components(9, pairs).tolist() == [-1, 1, -1, 1, -1, 1, -1, 7, 7]


def test_records_come_back_by_number_while_more_are_written(tmp_path):
    with Records(tmp_path) as records:
        made = [("bản ghi", number, "x" * 5_000) for number in range(600)]
        for number, one in enumerate(made):
            records.add(one)
            assert records[number // 2] == made[number // 2]
        assert [records[number] for number in (599, 0, 300)] == [made[n] for n in (599, 0, 300)]
        assert len(records) == 600
    assert list(tmp_path.iterdir()) == []


def test_a_drawer_gives_back_what_was_put_there_in_order():
    with Drawers(3) as drawers:
        for number in range(1_000):
            drawers.put(number % 7 % 3, number)
        for drawer in (2, 0, 1):
            wanted = [number for number in range(1_000) if number % 7 % 3 == drawer]
            assert list(drawers.take(drawer)) == wanted
