"""What is found must not hang on a full stop, a dash, capitals, tone marks or a lost blank."""

import unicodedata

import pytest

from hoinghi.assembly import make_doc
from hoinghi.records import Article
from hoinghi.tables import mentions
from hoinghi.text import fold, to_new_tone, to_old_tone

SENTENCES = [
    "Sáng 12/6/2024, ông Trần Hữu Nhẫn – Chủ tịch UBND xã Tam Đại phát biểu khai mạc hội nghị",
    "Tham dự có bà Kpă H'Nhiên, Phó Bí thư Thường trực Huyện ủy Krông Pa, ông Siu Thuih",
    "Đồng chí Giàng A Chìu - Phó Chủ tịch Ủy ban MTTQ Việt Nam tỉnh Sơn La tặng quà các hộ nghèo",
    "Hòa thượng Thích Minh Tuệ Hải, Trưởng Ban Trị sự Giáo hội Phật giáo tỉnh Bến Tre dự lễ",
    "Đại diện Công ty Cổ phần Thủy điện Sông Bung và Hội Chữ thập đỏ huyện Nam Giang trao quà",
    "Ông Thạch Sa Vươl, Bí thư Đảng ủy xã Tân Hiệp, huyện Trà Cú thăm Trường THPT Hàm Giang",
]
LABELS = {"PER", "TITLE", "ORG"}


@pytest.fixture(scope="module")
def found(nlp):
    """Return a reader of what a text names: its labels with the folded surfaces."""

    def read(text):
        reading = nlp(make_doc(nlp, Article(text)), disable=["hoinghi_spans"])._.hoinghi
        names = (one for one in mentions(reading) if one.label in LABELS)
        return {(one.label, fold(one.text).replace(" ", "")) for one in names}

    return read


def dashed(text):
    return text.replace(" – ", " - ").replace(" - ", " — ")


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize(
    "change",
    [
        lambda text: text + ".",
        lambda text: text + " ",
        lambda text: f"\n\n{text}\n",
        dashed,
        to_new_tone,
        to_old_tone,
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: text.replace(", ", ","),
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: text.replace(", ", ",  "),
    ],
    ids="stop blank lines dash new-tone old-tone nfd comma nbsp blanks".split(),
)
def test_form_changes_nothing(found, sentence, change):
    assert found(change(sentence)) == found(sentence)
    assert len(found(sentence)) >= 2


@pytest.mark.parametrize("sentence", SENTENCES)
def test_capitals_lose_no_person(found, sentence):
    people = {name for label, name in found(sentence) if label == "PER"}
    assert people <= {name for label, name in found(sentence.upper()) if label == "PER"}


PEOPLE = [
    "Y Thông", "A Lăng Mai", "Bríu Liếc", "K'Broi", "Giàng A Chu", "Thạch Sô Phia", "Hồ Thị Con",
    "H'Yam Bkrông", "Rơ Châm Phưng", "Điểu K'Rứ", "Lò Văn Ín", "Chảo Láo Tả", "Voòng Sín Khìn",
    "Đàng Năng Thọ", "Zơ Râm Nhoát", "Ksor H'Bơ Lưu", "Cil Ha Sơn", "Trần Văn Trưởng",
    "Trần Thị Xã Thu", "Lê Hà Nam", "Phạm Thái Bình", "Nguyễn Văn Chánh", "Lê Quang Huyện",
    "Đỗ Thị Bản", "Thích Nữ Diệu Hạnh",
    "Giuse Trần Văn Khoát", "Phêrô Nguyễn Đình Lượng", "Anna Lê Thị Út", "Kim Min-seok",
    "Khăm-phởi Xay-nha-vông", "John Whitfield", "Hun Sokha", "Trần Nguyễn Hoàng Bảo Ngọc",
]  # fmt: skip
CONTEXTS = [
    "Đến dự có ông {}, Chủ tịch UBND xã.",
    "Phó Bí thư Thường trực Tỉnh ủy {} trao quà cho các hộ nghèo.",
    "Đồng chí {} - Trưởng thôn 3 phát biểu ý kiến.",
]


@pytest.mark.parametrize("name", PEOPLE)
def test_people_of_every_people_are_found_whole(found, name):
    wanted = ("PER", fold(name).replace(" ", ""))
    missed = [context for context in CONTEXTS if wanted not in found(context.format(name))]
    assert missed == []


@pytest.mark.parametrize(
    ("first", "second"),
    [("Y Thông", "Hồ Thị Con"), ("Lê Văn Tám", "K'Broi"), ("Bríu Liếc", "A Lăng Mai")],
)
def test_two_names_joined_are_two_people(found, first, second):
    text = f"Chủ trì hội nghị có các ông {first} và {second}."
    people = {name for label, name in found(text) if label == "PER"}
    assert people == {fold(name).replace(" ", "") for name in (first, second)}
