"""Names of events and venues: where they begin and where they end."""

from __future__ import annotations

import pytest

from hoinghi.records import DateMention, Mention, OrganizationMention
from hoinghi.stages.meetings import find_events
from hoinghi.stages.meetings.kinds import told_by


def names(body: str, label: str = "MEETING", **facts: object) -> list[str]:
    return [m.text for m in find_events(body, **facts) if m.label == label]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("body", "name"),
    [
        (
            "Chiều 12/5, UBND xã tổ chức hội nghị sơ kết công tác dân vận năm 2021, triển khai "
            "nhiệm vụ năm 2022 cho 40 cán bộ thôn.",
            "hội nghị sơ kết công tác dân vận năm 2021, triển khai nhiệm vụ năm 2022",
        ),
        (
            "Sáng nay, Hội Nông dân xã mở lớp tập huấn kỹ thuật ghép cam, phòng trừ sâu bệnh; "
            "trao đổi cách bón phân do kỹ sư Lò Văn Púa hướng dẫn.",
            "lớp tập huấn kỹ thuật ghép cam, phòng trừ sâu bệnh; trao đổi cách bón phân",
        ),
        (
            "Đại hội đại biểu Hội Chữ thập đỏ xã Mường Than lần thứ V, nhiệm kỳ 2021 - 2026 đã "
            "khai mạc sáng 3/6.",
            "Đại hội đại biểu Hội Chữ thập đỏ xã Mường Than lần thứ V, nhiệm kỳ 2021 - 2026",
        ),
        (
            "HĐND xã tiến hành kỳ họp thứ tư (khóa XX), đồng chí Nông Văn Hin chủ tọa.",
            "kỳ họp thứ tư",
        ),
        (
            "Chiều 4/5, xã tổ chức Hội nghị lần thứ 9 (mở rộng), khóa V nhằm bàn công tác hè.",
            "Hội nghị lần thứ 9 (mở rộng), khóa V",
        ),
        (
            "Ngày 4/5, Bí thư chủ trì họp giao ban với các đoàn thể chính trị - xã hội (CT-XH)"
            " huyện quý I/2024.",
            "họp giao ban với các đoàn thể chính trị - xã hội (CT-XH) huyện quý I/2024",
        ),
        (
            "Sáng 8/7, Đoàn giám sát việc lãnh đạo, chỉ đạo tiếp công dân. Ngày 9/7, huyện tổ chức"
            " Hội nghị quán triệt văn bản về sắp xếp tổ chức bộ máy của hệ thống chính trị.",
            "Hội nghị quán triệt văn bản về sắp xếp tổ chức bộ máy của hệ thống chính trị",
        ),
        (
            "Chiều 22/6, Thường trực HĐND tổ chức phiên họp để chuẩn bị kỳ họp thứ nhất.",
            "phiên họp để chuẩn bị kỳ họp thứ nhất",
        ),
        (
            "Chiều 22/6, bà Lê Thu dự Diễn đàn Thanh niên biển xanh do báo Tân Lập tổ chức.",
            "Diễn đàn Thanh niên biển xanh",
        ),
        (
            "Khai mạc kỳ họp thứ 3, HĐND xã khóa XX Trong diễn văn khai mạc, ông nêu ba việc.",
            "kỳ họp thứ 3, HĐND xã khóa XX",
        ),
        (
            "Ngày 2/9, Đoàn xã tổ chức lễ ra mắt “Tổ công nghệ số, vì dân phục vụ” tại đình làng.",
            "lễ ra mắt “Tổ công nghệ số, vì dân phục vụ”",
        ),
    ],
)
def test_a_name_runs_on_over_its_tasks_and_stops_before_the_next_clause(
    body: str, name: str
) -> None:
    assert names(body)[-1:] == [name]


def test_the_classifier_stays_outside_and_the_verb_tells_the_event() -> None:
    body = "Chiều 7/8, đoàn đã có buổi làm việc với Ban Chấp hành Công đoàn thị trấn tại trụ sở."
    assert names(body) == ["làm việc với Ban Chấp hành Công đoàn thị trấn"]
    body = "Sáng 9/1, lãnh đạo huyện đã đến thăm, tặng quà các hộ nghèo ở bản Nà Lốc."
    assert names(body) == ["thăm, tặng quà các hộ nghèo"]


@pytest.mark.parametrize(
    "body",
    [
        "Hội nghị đã nghe báo cáo và thống nhất chương trình. Đại hội thành công tốt đẹp.",
        "Đại hội hiệp thương cử 41 vị vào Ủy ban.",
        "Hoàn thành đại hội các cấp trước ngày 30/6 theo Nghị quyết Đại hội XIII.",
        "Bà con cúng lễ, trẻ em lễ phép; Chủ tịch giao Ban Quản lý chợ kiểm tra.",
        "Năm qua xã tổ chức 12 hội nghị phản biện.",
    ],
)
def test_words_of_meeting_that_name_none(body: str) -> None:
    assert names(body) == []


def test_a_headline_in_capitals_tells_its_event() -> None:
    body = (
        "XÃ NẬM LÀNH TỔNG KẾT CÔNG TÁC KHUYẾN HỌC NĂM 2020\n\n"
        "Sáng nay, nhiều gia đình hiếu học đã về hội trường từ sớm, ai cũng phấn khởi vì "
        "năm học vừa rồi con em trong xã đều chăm ngoan."
    )
    assert names(body) == ["TỔNG KẾT CÔNG TÁC KHUYẾN HỌC NĂM 2020"]


def test_a_known_date_ends_the_name_and_a_known_word_is_not_cut() -> None:
    body = "Huyện ủy tổ chức hội nghị trực tuyến toàn huyện mồng 5 Tết."
    at = body.index("mồng")
    day = DateMention(
        at, at + 10, "mồng 5 Tết", "2022-02-05", "DATE", "day", None, None, "text", "test"
    )
    assert names(body, dates=[day]) == ["hội nghị trực tuyến toàn huyện"]
    body = "UBND xã tổ chức hội nghị phổ biến quy định cho vay vốn."
    word = (body.index("cho vay") - 11, body.index("cho vay") + 7)
    assert names(body) == ["hội nghị phổ biến quy định"]
    assert names(body, words=[word]) == ["hội nghị phổ biến quy định cho vay vốn"]


def test_a_list_of_bodies_belongs_to_the_name() -> None:
    body = "Sáng 4/4, xã tổ chức họp với Hội Phụ nữ, Đoàn Thanh niên về vệ sinh."
    spans = [(body.index(x), x) for x in ("Hội Phụ nữ", "Đoàn Thanh niên")]
    bodies = [
        OrganizationMention(at, at + len(x), x, x, "hội", None, None, "test") for at, x in spans
    ]
    wanted = "họp với Hội Phụ nữ, Đoàn Thanh niên về vệ sinh"
    assert names(body, organizations=bodies) == [wanted]


@pytest.mark.parametrize(
    ("body", "venue"),
    [
        ("Sáng 3/3, tại Hội trường tầng 2 trụ sở Huyện ủy, lớp học khai giảng.",
         "Hội trường tầng 2 trụ sở Huyện ủy"),
        ("Hội nghị diễn ra tại Nhà văn hóa thôn 3, xã Ea Tân.", "Nhà văn hóa thôn 3"),
        ("Lễ phát động tại sân đình làng Hạ vào sáng nay.", "sân đình làng Hạ"),
        ("Buổi tuyên truyền tại Trường THCS Lê Lợi thu hút đông đảo phụ huynh.",
         "Trường THCS Lê Lợi"),
        ("Cuộc họp ở phòng họp A – trụ sở UBND phường kéo dài hai giờ.",
         "phòng họp A – trụ sở UBND phường"),
    ],
)  # fmt: skip
def test_a_venue_ends_with_its_own_unit(body: str, venue: str) -> None:
    assert names(body, "VENUE") == [venue]


def test_what_is_built_or_sends_someone_is_no_venue() -> None:
    body = "Xã xây nhà văn hóa thôn 3. Trường THCS Lê Lợi cử 5 em dự thi ở trung tâm huyện."
    assert names(body, "VENUE") == []


@pytest.mark.parametrize(
    "piece", ["hội nghị tổng kết, ", "tại hội trường ", "lễ khai mạc “", "đã họp với dân ", "a."]
)
def test_time_grows_with_length_only(piece, grows_linearly) -> None:
    grows_linearly(find_events, piece)


@pytest.mark.parametrize(
    ("rule", "text", "told"),
    [
        ("noun", "hội nghị tổng kết năm", "noun"),
        ("noun+crf", "hội nghị tổng kết năm", "noun"),
        ("headline+crf", "thăm, tặng quà hộ nghèo", "headline"),
        ("crf", "Thăm, tặng quà hộ nghèo", "verb"),
        ("crf", "Lễ hội Cầu Ngư", "noun"),
        ("crf", "Đêm hội trăng rằm", "noun"),
    ],
)
def test_what_only_the_recogniser_found_is_told_by_its_first_words(
    rule: str, text: str, told: str
) -> None:
    assert told_by(Mention(0, len(text), "MEETING", text, None, rule)) == told


def test_what_was_just_done_is_told_without_a_day() -> None:
    body = "Ủy ban MTTQ huyện vừa tổ chức bàn giao 4 căn nhà đại đoàn kết."
    assert names(body) == ["bàn giao 4 căn nhà đại đoàn kết"]
    body = "Sáng ngày 9/8, lãnh đạo xã tiến hành nghiệm thu và bàn giao 04 nhà Đại đoàn kết."
    assert names(body) == ["nghiệm thu và bàn giao 04 nhà Đại đoàn kết"]
