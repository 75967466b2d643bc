"""How many re-posts are found, and how many articles are taken for one wrongly.

usage: python tests/bench/bench_duplicates.py [fresh|held|dev]

``fresh`` (as printed if nothing is asked) was written by one who had not seen the finder, and no
rule was made after its misses. Those of ``held`` and ``dev`` were read while the rules were
written. Beside ours stands MinHash alone: rensa, 128 minima over runs of three words, joined from
a likeness of 0.8. A pair that is wrong is an article marked as a re-post of one that it does not
repeat.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
from rensa import RMinHash, RMinHashLSH

from form_cases import DEV, Case, distinct, forms, same_event
from fresh_cases import FRESH, fresh_forms, fresh_reposts
from hoinghi.collecting import collect
from hoinghi.linking.reposts import Fingerprints, body_of, candidates, signature
from repost_cases import reposts

ALIKE = 0.8


def baseline(cases: list[Case]) -> dict[int, int]:
    """Return what MinHash alone takes for re-posts; the longest article is the original."""
    hashes = []
    for case in cases:
        words = case.article.text.lower().split()
        made = RMinHash(num_perm=128, seed=1)
        made.update([" ".join(words[at : at + 3]) for at in range(len(words) - 2)])
        hashes.append(made)
    lsh = RMinHashLSH(threshold=ALIKE, num_perm=128, num_bands=16)
    for number, made in enumerate(hashes):
        lsh.insert(number, made)
    order = sorted(range(len(cases)), key=lambda n: (-len(cases[n].article.text), n))
    rank = {number: at for at, number in enumerate(order)}
    found: dict[int, int] = {}
    for number in order:
        for other in sorted(lsh.query(hashes[number]), key=rank.__getitem__):
            alike = hashes[number].jaccard(hashes[other]) >= ALIKE
            if alike and rank[other] < rank[number] and other not in found:
                found[number] = other
                break
    return found


def _counted(kinds: Iterable[str]) -> str:
    return ", ".join(f"{kind} {count}" for kind, count in Counter(kinds).most_common()) or "none"


def score(name: str, cases: list[Case], found: dict[int, int], *, show: bool) -> None:
    """Print recall and false pairs; an article and its re-posts are one group."""
    group = [case.original or case.article.text for case in cases]
    sizes = Counter(group)
    wanted = sum(size - 1 for size in sizes.values())
    right = {one for one, other in found.items() if group[one] == group[other]}
    wrong = {one: other for one, other in found.items() if one not in right}
    print(f"{name:14} recall {len(right) / wanted:.4f} ({len(right)}/{wanted}), {len(wrong)} false")
    # The original of a group is the article that most of it was joined to, else the first.
    roots: dict[str, int] = {key: group.index(key) for key in sizes}
    joins = Counter((group[one], found[one]) for one in right)
    for (key, root), _ in reversed(joins.most_common()):
        roots[key] = root
    missed = [n for n, key in enumerate(group) if n not in right and n != roots[key]]
    print(f"  false by what was filled in otherwise: {_counted(cases[n].kind for n in wrong)}")
    print(f"  missed by kind of change: {_counted(cases[n].kind for n in missed)}")
    if not show:
        return
    for one, other in wrong.items():
        a, b = cases[one], cases[other]
        print(f"  FALSE {a.kind} = {b.kind}: {a.article.text[:70]!r} {b.article.text[:70]!r}")
    for n in missed:
        print(f"  missed {cases[n].kind}: {cases[n].article.text[:70]!r}")


def main() -> None:
    half = sys.argv[1] if len(sys.argv) > 1 else FRESH
    again = fresh_reposts() if half == FRESH else reposts(half, 2)
    families = fresh_forms(6) if half == FRESH else forms(half, 6)
    alike = [case for family in families for case in family]
    cases = distinct([*again, *alike, *same_event(half)])
    pairs = sum(len(family) - 1 for family in families)
    print(
        f"{half}: {len(cases)} articles, {sum(c.original is not None for c in again)} re-posts, "
        f"{pairs} forms with one thing changed ({len(families)} families), "
        f"{len(same_event(half))} in their own words"
    )
    tables = collect(case.article for case in cases)
    rows = tables["documents"].to_pylist()
    places = {row["document_id"]: at for at, row in enumerate(rows)}
    found = {at: places[r["duplicate_of"]] for at, r in enumerate(rows) if r["duplicate_of"]}
    score("hoinghi", cases, found, show=half == DEV)
    score("MinHash alone", cases, baseline(cases), show=False)
    bodies = [body_of(row["text"], row["title"]) for row in rows]
    masked = time.process_time()
    made = {row["document_id"]: signature(body) for row, body in zip(rows, bodies, strict=True)}
    signed = time.process_time()
    near = candidates(Fingerprints(made.values()))
    paired = time.process_time()
    print(f"signatures     {len(rows) / (signed - masked):,.0f} articles/s")
    print(f"candidates     {len(near)} pairs, {len(rows) / (paired - signed):,.0f} articles/s")


if __name__ == "__main__":
    main()
