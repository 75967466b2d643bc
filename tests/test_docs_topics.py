"""docs/TOPICS.md says what the list of topics holds, and every example of it is read so."""

from __future__ import annotations

from pathlib import Path

import pytest

from hoinghi.resources import topics
from hoinghi.stages.meetings.kinds import topics_of

ROOT = Path(__file__).parents[1]
ROWS = [
    [cell.strip().strip("`") for cell in line.strip("|\n").split("|")]
    for line in (ROOT / "docs" / "TOPICS.md").read_text("utf-8").splitlines()
    if line.startswith("| `")
]


def test_page_and_list_hold_the_same() -> None:
    path = Path(topics.__file__).with_name("topics.tsv")
    lines = path.read_text("utf-8").splitlines()[1:]
    listed = [tuple(line.split("\t")) for line in lines]
    assert [(topic, words.replace(" · ", "|")) for topic, _, words, _ in ROWS] == listed


@pytest.mark.parametrize(("topic", "example"), [(row[0], row[3]) for row in ROWS])
def test_every_example_shows_its_topic(topic: str, example: str) -> None:
    assert topic in topics_of(example)


def test_a_word_is_found_whole_and_the_order_is_the_pages() -> None:
    assert topics_of("Hội nghị về bảo vệ rừng") == ("môi trường",)
    assert topics_of("Lễ phát động ủng hộ bão số 3 và giám sát bầu cử")[:2] == (
        "bầu cử",
        "giám sát",
    )


def test_unity_of_the_whole_people_is_no_topic_of_the_peoples() -> None:
    assert "dân tộc" not in topics_of("Ngày hội Đại đoàn kết toàn dân tộc năm 2025")
