"""Alternatives sorted by letter must match just what they matched in a row."""

import re

import pytest

from hoinghi.alternatives import by_letter, split
from hoinghi.stages.officials import joints, link_patterns, patterns

TEXT = (
    "sáng nay bà con dự hội nghị, hội thảo và hội thi do hội nông dân xã tổ chức; "
    "bí thư, phó bí thư trao 12 suất quà, khen (thưởng) 3 gương bàn giao đất, bầu cử."
)


@pytest.mark.parametrize(
    "alternatives",
    [
        "hội|hội nghị|hội thảo|bí thư|phó",  # the first that fits wins, not the longest
        "hội nghị|hội thảo|hội|bầu(?! cử)|bàn giao|bà|b",
        "(?<!phó )bí thư|phó bí thư|(?:trao|khen) |th?ưởng|bà",
        "b?í thư|bí|[hb][ôộ]i|hội|\\d+ suất|gương|\\(thưởng\\)",
        "hội(?: nghị| thi|)|hội|xã|x|",
    ],
)
@pytest.mark.parametrize("depth", [1, 2, 5])
def test_alternatives_by_letter_find_what_they_find_in_a_row(alternatives, depth):
    plain = re.compile(f"(?:{alternatives})(?![^\\W_])")
    sorted_ = re.compile(f"{by_letter(alternatives, depth)}(?![^\\W_])")
    expected = [match.span() for match in plain.finditer(TEXT)]
    assert [match.span() for match in sorted_.finditer(TEXT)] == expected
    assert expected


def test_alternatives_are_cut_only_outside_brackets_and_sets():
    assert split(r"a(?:b|c)|[|)]d|\|e|\(f") == ["a(?:b|c)", "[|)]d", r"\|e", r"\(f"]


@pytest.mark.parametrize("pattern", [patterns.FROM_NAME, link_patterns.FROM_NAME])
@pytest.mark.parametrize(
    "before",
    [
        "ông trần văn mẫu, ",
        "ông trần văn mẫu (xã tam đại) - ",
        "bà lê thị mẫu, 81 tuổi, người dao, hiện là ",
        "bà lê thị mẫu khóa xv, nhiệm kỳ 2021 - 2026 - nguyên là các ",
        "đại biểu dự hội nghị do đồng chí ",
        "vui lòng gửi cuba ",
        "ông trần văn mẫu (xã tam đại\n\n\n\n\n",
        "_" * 80,
        "",
    ],
)
def test_a_joint_begins_where_a_search_from_the_left_finds_it(pattern, before):
    folded = f"{before}chủ tịch"
    since = max(0, len(before) - 60)
    expected = since + pattern.search(before[since:]).start()
    assert joints.joint_start(pattern, folded, len(before)) == expected
