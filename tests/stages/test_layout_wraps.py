"""Breaks in mid-sentence are made spaces, those between paragraphs stay."""

import pytest

from hoinghi.assembly import load, read
from hoinghi.records import Article
from hoinghi.stages.layout import unwrap

WRAPPED = (
    "PHƯỜNG AN THẠNH TIẾP XÚC CỬ TRI\n"
    "Sáng\nngày 08/3/2024, Ủy ban Mặt\ntrận phường\nAn Thạnh tổ chức Hội nghị tiếp xúc cử tri\n"
    "sau kỳ họp thứ 9 tại hội trường UBND phường An\nThạnh.\n"
    "Dự hội nghị có bà Lê Thị Thanh\nMai – Phó Chủ tịch HĐND phường;\nông Phan Văn Bảy, Phó\n"
    "Chủ tịch UBND phường, đã giải trình trước\ncử tri."
)


def test_a_wrapped_text_gets_its_sentences_back():
    flat = unwrap(WRAPPED)
    assert len(flat) == len(WRAPPED)
    assert flat.split("\n") == [
        "PHƯỜNG AN THẠNH TIẾP XÚC CỬ TRI",
        "Sáng ngày 08/3/2024, Ủy ban Mặt trận phường An Thạnh tổ chức Hội nghị tiếp xúc cử tri"
        " sau kỳ họp thứ 9 tại hội trường UBND phường An Thạnh.",
        "Dự hội nghị có bà Lê Thị Thanh Mai – Phó Chủ tịch HĐND phường;",
        "ông Phan Văn Bảy, Phó Chủ tịch UBND phường, đã giải trình trước cử tri.",
    ]


def test_line_ends_of_windows_wrap_as_well():
    crlf = WRAPPED.replace("\n", "\r\n")
    assert len(unwrap(crlf)) == len(crlf)
    assert [line.split() for line in unwrap(crlf).split("\n")] == [
        line.split() for line in unwrap(WRAPPED).split("\n")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Giải nhất\nVũ Đình Lân\nthôn 2\nGiải nhì\nĐỗ Thị Mạ\nthôn 5\nGiải ba\nHồ Sĩ Ba\nthôn 7",
        "UBND QUẬN BÌNH THỦY\nbinhthuy.example.vn\nĐảng bộ quận khai mạc đại hội\nđồng chí Tư dự.",
        "Nội dung:\na) Báo cáo chính trị của Ban Chấp hành trình đại hội\nb) Góp ý văn kiện của cấp"
        " trên\nc) Bầu nhân sự khóa mới của hội\nd) Thông qua nghị quyết",
        "Một dòng.\n\nhai dòng.\n\nba dòng.",
        "",
    ],
)
def test_tables_lists_addresses_and_paragraphs_stay_as_they_are(text):
    assert unwrap(text) == text


def test_what_was_wrapped_is_read_and_offsets_are_those_of_the_text():
    reading = read(load(), Article(WRAPPED))
    (meeting,) = reading.meetings
    assert (meeting.when, meeting.type) == ("2024-03-08TMO", "tiếp xúc cử tri")
    assert meeting.venue == "hội trường UBND phường An Thạnh"
    assert {person.name for person in reading.people} == {"Lê Thị Thanh Mai", "Phan Văn Bảy"}
    (span,) = [p.spans[0] for p in reading.people if p.name == "Lê Thị Thanh Mai"]
    assert WRAPPED[slice(*span)] == "Lê Thị Thanh\nMai"
