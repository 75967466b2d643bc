"""The shipped corpus is what its generator writes, and has what reports and reviews need."""

import json
import re
import sys
from collections import Counter, defaultdict
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BENCH = str(ROOT / "tests" / "bench")
PATH = ROOT / "corpus" / "bulletin" / "articles.jsonl"
REFORM = "2025-07-01"


@pytest.fixture(scope="module")
def made():
    """Return the generator, which lies beside the benchmarks."""
    sys.path.insert(0, BENCH)
    try:
        import made_articles  # noqa: PLC0415
        from made import bulletin, officials  # noqa: PLC0415
    finally:
        sys.path.remove(BENCH)
    return made_articles, bulletin, officials


@pytest.fixture(scope="module")
def rows():
    return [json.loads(line) for line in PATH.read_text(encoding="utf-8").splitlines()]


def test_the_shipped_file_is_what_the_generator_writes(made):
    articles, bulletin, _ = made
    assert articles.as_lines(bulletin.bulletin()) == PATH.read_text(encoding="utf-8")


def test_there_are_300_articles_of_every_month_of_two_years(rows):
    assert len(rows) == 300
    assert all(set(row) == {"text", "title", "published", "url", "site"} for row in rows)
    months = Counter(row["published"][:7] for row in rows if row["published"])
    assert {f"{year}-{month:02}" for year in (2024, 2025) for month in range(1, 13)} <= set(months)


def test_addresses_are_reserved_names_and_each_stands_once(rows):
    hosts = [re.fullmatch(r"https://([a-z0-9-]+\.example)/\S+", row["url"]) for row in rows]
    assert all(hosts)
    assert len({row["url"] for row in rows}) == len(rows)


def test_twenty_communes_meet_before_the_reform_and_eight_since(rows, made):
    officials = made[2]
    told = defaultdict(int)
    for row in rows:
        since = (row["published"] or "") > REFORM
        for place in officials.new_places() if since else officials.old_places():
            told[place.mark] += f" {place.name}" in f" {row['text']}"
    assert len(officials.old_places()) == 20
    assert len(officials.new_places()) == 8
    assert all(told[place.mark] >= 5 for place in officials.old_places())
    assert all(told[place.mark] >= 5 for place in officials.new_places())


def test_each_new_commune_was_made_of_the_old_ones(made):
    officials = made[2]
    for code, codes in officials.MERGED.items():
        new = officials.place(code, new=True)
        assert {officials.place(one, new=False).name for one in codes.split()} <= set(new.former)


def test_officials_come_again_and_some_rise_or_move(rows, made):
    officials = made[2]
    offices = officials.Offices()
    text = "\n".join(row["text"] for row in rows)
    chairmen = [offices(p, "ct_ub", date(2024, 3, 1)).name for p in officials.old_places()]
    assert sum(text.count(name) >= 3 for name in chairmen) >= 15
    before = {
        offices(place, post, date(2025, 6, 1)).name
        for place in officials.old_places()
        for post in ("bt", "ct_ub", "ct_mt")
    }
    since = {
        offices(place, post, date(2025, 8, 1)).name
        for place in officials.new_places()
        for post in ("pbtt", "ct_ub", "ct_mt", "pct_mt", "pct_ub")
    }
    assert len(before & since) >= 20
    moved = [
        place
        for place in officials.old_places()
        if offices(place, "ct_ub", date(2024, 3, 1)) != offices(place, "ct_ub", date(2025, 5, 1))
    ]
    assert moved


def test_documents_are_taken_up_by_some_communes_and_not_by_others(rows, made):
    communes = {place.name for place in made[2].old_places()}
    cited = defaultdict(set)
    for row in rows:
        for number in re.findall(r"số (\d+(?:/\d{4})?[-/][A-ZĐ-]+(?:/TW)?)", row["text"]):
            told = re.search(r"\b(xã (?:[A-ZĐ]\w+ ?)+)", row["text"])
            if told and told[1].strip() in communes:
                cited[number].add(told[1].strip())
    spread = [len(places) for places in cited.values()]
    assert sum(size >= 4 for size in spread) >= 8
    assert max(spread) < 20


def test_some_articles_have_no_day_or_name_no_commune_or_tell_of_no_meeting(rows):
    undated = [row for row in rows if row["published"] is None]
    assert len(undated) == 5
    assert not any(re.search(r"\d/\d", f"{row['title']} {row['text']}") for row in undated)
    vague = [row for row in rows if row["site"] == "Bản tin cơ sở"]
    assert len(vague) == 5
    assert not any(re.search(r"\bxã (Tam|Bình|Thăng|Phú|Tây|Định)\b", row["text"]) for row in vague)
    assert sum("thông báo" in row["title"].lower() or "Lịch tiêm" in row["title"] for row in rows)


def test_some_articles_are_copies_and_re_posts_and_one_meeting_is_told_twice(rows):
    texts = Counter(row["text"] for row in rows)
    assert sum(count - 1 for count in texts.values()) == 2
    assert sum(row["text"].rpartition("\n")[2].startswith("Theo Trang") for row in rows) == 7
    told = [
        row["site"]
        for row in rows
        if row["published"] in {"2024-12-20", "2024-12-21", "2024-12-22"}
        and "hội nghị tổng kết công tác Mặt trận năm 2024" in row["text"]
        and "xã Tam Đại" in row["text"]
    ]
    assert {"Trang thông tin điện tử xã Tam Đại", "Trang thông tin điện tử huyện Phú Ninh"} <= set(
        told
    )


def test_made_articles_are_the_same_for_one_seed_and_hardly_alike(made):
    articles = made[0].articles
    first, again = list(articles(200)), list(articles(200))
    assert first == again
    assert first[:50] != list(articles(50, seed=1))
    sizes = sorted(len(row["text"].encode()) for row in first)
    assert 1_900 < sizes[100] < 2_600
    runs = [_runs(row["text"]) for row in first]
    shared = [len(one & two) / len(one) for one, two in pairwise(runs)]
    assert sum(shared) / len(shared) < 0.02


def _runs(text):
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[at : at + 8]) for at in range(len(words) - 7)}


def test_every_sentence_of_the_stock_can_be_told(made):
    texts = "\n".join(row["text"] for row in made[0].articles(1_500, seed=7))
    assert not re.search(r"[{}\[\]|]| {2}|\bNone\b", texts)
    assert not re.search(r"\s[,.;:]|,,|\.\.(?!\.)", texts)
