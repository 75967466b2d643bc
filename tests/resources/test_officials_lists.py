"""The title and surname lists are whole and folded."""

from __future__ import annotations

from hoinghi.resources.officials import (
    common_surnames,
    shipped_titles,
    surnames,
    title_rank,
    title_table,
)
from hoinghi.text import fold


def test_every_form_is_folded_and_stands_under_its_first_two_syllables() -> None:
    for (first, second), forms in title_table().items():
        lengths = [len(form.syllables) for form in forms]
        assert lengths == sorted(lengths, reverse=True)
        for form in forms:
            assert (*form.syllables, "")[:2] == (first, second)
            assert all(fold(syllable) == syllable for syllable in form.syllables)
            assert set(form.shortened) <= set(range(len(form.syllables)))


def test_abbreviations_stand_for_one_title_each() -> None:
    meanings: dict[tuple[str, ...], set[str]] = {}
    for form in shipped_titles():
        meanings.setdefault(form.syllables, set()).add(form.canonical)
    shared = {form for form, names in meanings.items() if len(names) > 1}
    assert not shared, shared


def test_ranks_order_the_offices() -> None:
    table = title_table()
    order = [
        "Chủ tịch nước", "Bộ trưởng", "Chủ tịch", "Quyền Phó Chủ tịch Thường trực",
        "Chánh Văn phòng", "Trưởng ban", "Phó Trưởng ban", "Trưởng thôn",
    ]  # fmt: skip
    ranks = [title_rank(title, table) for title in order]
    assert ranks == sorted(set(ranks)), dict(zip(order, ranks, strict=True))
    assert title_rank("nguyên Bí thư", table) == title_rank("Bí thư", table)


def test_surnames_of_many_peoples() -> None:
    assert {"nguyễn", "giàng", "quàng", "thạch", "ksor", "rơ", "y", "alăng"} <= surnames()
    assert common_surnames() <= surnames()
