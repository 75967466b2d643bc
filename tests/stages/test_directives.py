"""Citations of Party, state and Front documents: spans, parts, and what the catalogue knows."""

from datetime import date

import pytest

from hoinghi.stages.directives import find_directives, norm

_DAY = date(2023, 6, 12)


def _found(text: str, published: date | None = _DAY) -> list[tuple[str, str]]:
    mentions = find_directives(text, published=published)
    assert all(text[m.start : m.end] == m.text for m in mentions)
    return [(m.text, norm(m.directive)) for m in mentions]


def _texts(text: str) -> list[str]:
    return [found[0] for found in _found(text)]


_HO_CHI_MINH = "Chỉ thị|05|CT/TW|Bộ Chính trị|2016-05-15"


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("triển khai chuyên đề Chỉ thị 05 của Bộ chính trị.", "Chỉ thị 05"),
        ("theo chỉ thị số 05-CT/TW ngày 15/5/2016 của Đảng", "chỉ thị số 05-CT/TW ngày 15/5/2016"),
        ("HỌC TẬP CHỈ THỊ 05 – CT/TW, năm 2023", "CHỈ THỊ 05 – CT/TW"),
        ("Căn cứ CT 05-CT/TW của BCT", "CT 05-CT/TW"),
        ("thực hiện Chỉ thị 05-ct/tw tại xã", "Chỉ thị 05-ct/tw"),
        ("thực hiện Chỉ thị số 05-CT/\nTW ở xã", "Chỉ thị số 05-CT/\nTW"),
    ],
)
def test_one_document_in_its_many_forms(text: str, span: str) -> None:
    assert _found(text) == [(span, _HO_CHI_MINH)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Nghị định 59/2023/NĐ-CP", "Nghị định|59/2023|NĐ-CP|Chính phủ|"),
        ("Kế hoạch số 12/KH-UBND ngày 02/3/2023", "Kế hoạch|12|KH-UBND||2023-03-02"),
        ("Hướng dẫn số 79/HD-MTTW-BTT", "Hướng dẫn|79|HD-MTTW-BTT|Ban Thường trực Ủy ban Trung"),
        ("QĐ số 516-QĐ/TU ngày 4 tháng 5 năm 2023", "Quyết định|516|QĐ/TU||2023-05-04"),
        ("Thông tư 99/2021/TT-BTC", "Thông tư|99/2021|TT-BTC|Bộ Tài chính|"),
        ("Công văn số 12/UBND-QLĐTh", "Công văn|12|UBND-QLĐTh||"),
        (
            "Nghị quyết Đại hội XIII của Đảng",
            "Nghị quyết|||Đại hội đại biểu toàn quốc lần thứ XIII",
        ),
        ("Nghị quyết T.Ư 4 (khoá XI)", "Nghị quyết|12|NQ/TW|Ban Chấp hành Trung ương"),
        ("Hiến pháp năm 2013", "Hiến pháp|||Quốc hội|2013-11-28"),
        ("Điều lệ MTTQ Việt Nam", "Điều lệ|||Mặt trận Tổ quốc Việt Nam|"),
        ("Điều lệ Hội Làm vườn Việt Nam", "Điều lệ|||Hội Làm vườn Việt Nam|"),
        ("Hiến chương Giáo hội Phật giáo Việt Nam", "Hiến chương|||Giáo hội Phật giáo Việt Nam|"),
        ("Luật Bầu cử ĐBQH và đại biểu HĐND", "Luật|85/2015|QH13|Quốc hội|2015-06-25"),
        ("Luật Phòng chống tham nhũng năm 2005", "Luật|55/2005|QH11|"),
        ("luật Lặn biển số 91/2022/QH15", "Luật|91/2022|QH15|Quốc hội|"),
    ],
)
def test_parts_of_a_citation(text: str, wanted: str) -> None:
    [(span, parts)] = _found(f"Thực hiện {text}, xã đã họp dân.")
    assert span == text
    assert parts.startswith(wanted)


def test_coordinated_heads_are_documents_of_their_own() -> None:
    assert _found("Quyết định 217, 218-QĐ/TW ngày 12/12/2013 của Bộ Chính trị") == [
        ("Quyết định 217", "Quyết định|217|QĐ/TW|Bộ Chính trị|2013-12-12"),
        ("218-QĐ/TW ngày 12/12/2013", "Quyết định|218|QĐ/TW|Bộ Chính trị|2013-12-12"),
    ]
    assert _texts("sửa Nghị định 27/2022/NĐ-CP, 38/2023/NĐ-CP") == [
        "Nghị định 27/2022/NĐ-CP",
        "38/2023/NĐ-CP",
    ]
    assert _texts("các Quyết định 217, 218 của Bộ Chính trị") == ["Quyết định 217", "218"]
    assert _texts("làm theo Chỉ thị 05, 12 chi bộ đã có mô hình") == ["Chỉ thị 05"]


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch 5 năm 2021 - 2025",
        "Quyết định 3 giải thưởng",
        "Chương trình 30 phút mỗi ngày",
        "Luật sư của xã tư vấn pháp luật",
        "Hiến pháp và pháp luật",
        "Nghị quyết hội nghị được thông qua",
        "bán kính 18/20 thôn",
    ],
)
def test_counting_is_no_citation(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("bà con đóng tàu theo Nghị định 67 liên tục kêu máy hỏng", ["Nghị định 67"]),
        ("phường áp dụng QĐ 33 nhưng vướng hồ sơ", ["QĐ 33"]),
        ("thành phố có Công văn 4611 khẳng định việc đã xong", ["Công văn 4611"]),
        ("Chỉ thị số 20 ký lúc 13 giờ", ["Chỉ thị số 20"]),
        ("tiêu chí của Quyết định 1980 về nông thôn mới", ["Quyết định 1980"]),
        ("theo Quyết định 2010 của xã", []),
        ("Thực hiện Kế hoạch giám sát số 15/KH-HĐND", ["Kế hoạch giám sát số 15/KH-HĐND"]),
        ("theo Nghị định168/2024/NĐ-CP và chung cư CT05", ["Nghị định168/2024/NĐ-CP"]),
        (
            "công bố Quyết định 71/QĐ-UBND, ngày 11/6/2023 điều động bà Lý Thị Sen",
            ["Quyết định 71/QĐ-UBND, ngày 11/6/2023"],
        ),
        ("sơ kết Kế hoạch 28 của Bộ Chính trị", ["Kế hoạch 28"]),
        ("theo Kế hoạch liên tịch số 02/KHLT-MTTQ-HND", ["Kế hoạch liên tịch số 02/KHLT-MTTQ-HND"]),
        ("sơ kết Luật HTX năm 2012 và Điều 19 BLHS 2015", ["Luật HTX năm 2012", "BLHS 2015"]),
        ("thông qua Nghị quyết 5 năm, ban hành Chỉ thị 3 nội dung", []),
        ("ủy ban quyết định 12 suất quà, hội lên kế hoạch 6 tháng", []),
    ],
)
def test_a_bare_number_stands_unless_it_counts(text: str, wanted: list[str]) -> None:
    assert _texts(text) == wanted


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("học Nghị quyết số 57, 59, 66 và 68 của Bộ Chính trị.", ["57", "59", "66", "68"]),
        ("thực hiện Nghị quyết 18 và 19, toàn xã giảm 5 thôn", ["18", "19"]),
        ("làm theo Chỉ thị 05 và 12 đảng viên nêu gương", ["05"]),
        ("Nghị quyết 30 và 31/12 hằng năm", ["30"]),
    ],
)
def test_bare_numbers_are_joined_by_a_last_one(text: str, numbers: list[str]) -> None:
    found = find_directives(text, published=date(2025, 9, 1))
    assert [m.directive.number for m in found] == numbers


def test_without_a_day_the_later_of_two_is_no_better() -> None:
    assert _found("theo Nghị định 67 của Chính phủ", None)[0][1] == "Nghị định|67||Chính phủ|"
    assert _found("đóng tàu theo Nghị định 67", None)[0][1].startswith("Nghị định|67/2014|")
    assert _found("theo Nghị định 67")[0][1].startswith("Nghị định|67/2014|")


def test_each_ministry_counts_its_circulars() -> None:
    assert _found("Thông tư 15/2015 của Bộ Y tế")[0][1] == "Thông tư|15/2015|||"


def test_a_project_goes_by_the_number_of_the_decision_that_approved_it() -> None:
    decision = "Quyết định|06|QĐ-TTg|Thủ tướng Chính phủ|2022-01-06"
    assert _found("sơ kết Đề án 06 của Chính phủ ở cơ sở")[0][1] == decision
    assert _found("thực hiện Quyết định số 06/QĐ-TTg về dữ liệu dân cư")[0][1] == decision


def test_the_day_behind_the_last_of_equal_symbols_is_that_of_all() -> None:
    found = _found("công bố Quyết định số 86-QĐ/ĐU và 87-QĐ/ĐU ngày 11/9/2022; xem 12/KH-UBND")
    assert [n.rsplit("|", 1)[1] for _, n in found] == ["2022-09-11", "2022-09-11", ""]


def test_a_number_said_again_has_the_issuer_named_before() -> None:
    found = _found("Hội đồng ra Nghị quyết 194 của Quốc hội. Theo Nghị quyết 194, xã được vay.")
    assert [n for _, n in found] == ["Nghị quyết|194||Quốc hội|"] * 2


def test_the_date_of_the_event_stays_outside() -> None:
    assert _texts("Thực hiện Quyết định số 218-QĐ/TW, ngày 11/6, tại hội trường") == [
        "Quyết định số 218-QĐ/TW"
    ]
    assert _texts("Căn cứ Kế hoạch số 9/KH-UBND, ngày 12/6/2023, xã họp") == [
        "Kế hoạch số 9/KH-UBND"
    ]


def test_a_day_without_a_year_belongs_to_the_document() -> None:
    text = "Thực hiện Kế hoạch số 9/KH-UBND ngày 12/4 của xã"
    span = "Kế hoạch số 9/KH-UBND ngày 12/4"
    assert _found(text) == [(span, "Kế hoạch|9|KH-UBND||2023-04-12")]
    assert _found(text, None) == [(span, "Kế hoạch|9|KH-UBND||")]
    dated = text + ", họp ngày 20/5/2021."
    assert _found(dated, None) == [(span, "Kế hoạch|9|KH-UBND||2021-04-12")]


def test_the_number_of_the_article_itself_is_no_citation() -> None:
    assert _texts("UBND XÃ YÊN NHÂN\nSố: 15/TB-UBND\nYên Nhân, ngày 6/3/2023") == []
    assert _texts("Theo văn bản số 15/TB-UBND của xã") == ["văn bản số 15/TB-UBND"]


@pytest.mark.parametrize(
    ("text", "day", "wanted"),
    [
        ("Chỉ thị 35 về đại hội đảng bộ", date(2020, 1, 5), "2019-05-30"),
        ("Chỉ thị 35 về đại hội đảng bộ", date(2025, 1, 5), "2024-06-14"),
        ("Nghị quyết 18-NQ/TW về sắp xếp bộ máy", date(2024, 1, 5), "2017-10-25"),
        ("Nghị quyết 18-NQ/TW về quản lý đất đai", date(2024, 1, 5), "2022-06-16"),
        ("Luật Đất đai", date(2020, 1, 5), "2013-11-29"),
        ("Luật Đất đai 2013", date(2025, 1, 5), "2013-11-29"),
        ("Luật Thanh tra", date(2022, 11, 20), "2010-11-15"),
    ],
)
def test_the_day_and_the_subject_tell_documents_apart(text: str, day: date, wanted: str) -> None:
    [(_, parts)] = _found(text, day)
    assert parts.endswith(wanted)


@pytest.mark.parametrize(
    "text",
    [
        "Chỉ thị 05 của Tỉnh ủy",
        "Chỉ thị 05 của Thủ tướng Chính phủ",
        "Kết luận 130 của Bộ Chính trị",
        "Nghị quyết 60-NQ/TW",
        "dự thảo Luật Đất đai (sửa đổi)",
        "Quyết định số 99/QĐ-TTg",
    ],
)
def test_nothing_is_taken_for_what_it_cannot_be(text: str) -> None:
    [mention] = find_directives(text, published=_DAY)
    assert not mention.directive.known
    assert mention.directive.title is None or "Luật" in mention.directive.title


def test_known_and_unknown_documents() -> None:
    text = "Chỉ thị 05-CT/TW và Kế hoạch số 12/KH-UBND"
    known, unknown = (mention.directive for mention in find_directives(text, published=_DAY))
    assert known.known
    assert known.directive_id == "05-CT/TW"
    assert known.title == "Đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh"
    assert (unknown.known, unknown.directive_id) == (False, "12/KH-UBND")


def test_a_short_citation_refers_back() -> None:
    whole = "Nghị định|977/2019|NĐ-CP|Chính phủ|"
    text = "Nghị định 977/2019/NĐ-CP đã có. Nghị định 977 quy định rõ."
    assert [found[1] for found in _found(text)] == [whole] * 2


def test_a_headline_is_cleared_up_by_the_text() -> None:
    text = "Phổ biến Nghị định 977\nCán bộ giới thiệu Nghị định 977/2019/NĐ-CP ngày 3/5/2019."
    wanted = ["Nghị định|977/2019|NĐ-CP|Chính phủ|2019-05-03"] * 2
    assert [found[1] for found in _found(text)] == wanted


def test_organs_of_the_central_committee_issue() -> None:
    [(_, parts)] = _found("HD 36-HD/BTCTW của Ban Tổ chức TW về bầu cử", date(2021, 3, 1))
    assert parts == "Hướng dẫn|36|HD/BTCTW|Ban Tổ chức Trung ương|2021-01-20"


@pytest.mark.parametrize("piece", ["Chỉ thị 1, ", "luật phòng ", "nghị quyết đại hội ", "1/"])
def test_time_grows_with_length_only(piece, grows_linearly) -> None:
    grows_linearly(find_directives, piece, 30_000)


def test_the_tail_of_a_word_is_no_law() -> None:
    assert find_directives("Trung tâm Tư vấn pháp luật Công đoàn tỉnh tổ chức tập huấn.") == []
