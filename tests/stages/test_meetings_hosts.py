"""Who holds a meeting, told in every way that pages tell it; and its kind."""

from __future__ import annotations

import pytest
from telling import main_of

from hoinghi.stages.meetings import find_events
from hoinghi.stages.meetings.kinds import level_of, type_of

NAME = "hội nghị tập huấn nuôi cá lồng năm 2021"


@pytest.mark.parametrize(
    ("body", "bodies", "hosts"),
    [
        (  # what stands in brackets explains, and does not hold
            f"Ngày 5/3/2021, Phòng An ninh (Công an tỉnh) và Hội LHPN tỉnh (LHPN) tổ chức {NAME}.",
            ("Phòng An ninh", "Công an tỉnh", "Hội LHPN tỉnh"),
            ("Phòng An ninh", "Hội LHPN tỉnh"),
        ),
        (  # a partner that nobody knows does not end the row
            f"Ngày 5/3/2021, UBND xã phối hợp với Nhóm Lá Xanh, Đoàn xã tổ chức {NAME}.",
            ("UBND xã", "Đoàn xã"),
            ("UBND xã", "Đoàn xã"),
        ),
        (
            f"Ngày 5/3/2021, UBND xã và 2 tổ chức chính trị - xã hội gồm: Đoàn xã tổ chức {NAME}.",
            ("UBND xã", "Đoàn xã"),
            ("UBND xã", "Đoàn xã"),
        ),
        (
            f"Ngày 5/3/2021, Khối thi đua số 4 gồm MTTQ xã A và MTTQ xã B tổ chức {NAME}.",
            ("Khối thi đua số 4", "MTTQ xã A", "MTTQ xã B"),
            ("Khối thi đua số 4",),
        ),
        (
            f"Ngày 5/3/2021, Hội Khuyến học xã cùng nhà tài trợ vàng Công ty A khai mạc {NAME}.",
            ("Hội Khuyến học xã", "Công ty A"),
            ("Hội Khuyến học xã", "Công ty A"),
        ),
        (
            f"Hai hoạt động ngày 5/3/2021 được UBND xã tổ chức.\nBuổi sáng, {NAME} đã diễn ra.",
            ("UBND xã",),
            ("UBND xã",),
        ),
        (
            f"CHƯƠNG TRÌNH\n{NAME}\nThời gian: 5/3/2021. Đơn vị tổ chức: UBND xã\n",
            ("UBND xã",),
            ("UBND xã",),
        ),
        (
            f"GIẤY MỜI\nUBND xã trân trọng kính mời:\n1. Ông Lò Văn Pâng;\nĐến dự: {NAME}.\n"
            "Thời gian: ngày 5/3/2021.",
            ("UBND xã",),
            ("UBND xã",),
        ),
        (  # a title's short form gives way to the text
            "Mặt trận huyện thăm, tặng quà hộ nghèo\nNgày 5/3/2021, Đoàn công tác của MTTQ huyện "
            "do ông Lò Văn Pâng dẫn đầu đã đến thăm, tặng quà hộ nghèo bản Lọng.",
            ("Mặt trận huyện", "MTTQ huyện"),
            ("MTTQ huyện",),
        ),
        (  # the favour of organs is acknowledged before the host is named
            "Được sự quan tâm của Đảng ủy, HĐND, UBND xã, ngày 5/3/2021, Trường Hoa Ban tổ chức "
            f"{NAME}.",
            ("Đảng ủy", "HĐND", "UBND xã", "Trường Hoa Ban"),
            ("Trường Hoa Ban",),
        ),
        (  # the title names the event, the text who held it
            "Xã ra quân nạo vét kênh mương nội đồng\nNgày 5/3/2021, UBND xã phối hợp với Đoàn xã "
            "và các thôn ra quân nạo vét kênh mương nội đồng.",
            ("UBND xã", "Đoàn xã"),
            ("UBND xã", "Đoàn xã"),
        ),
        (  # who goes along with a person holds nothing
            "Ngày 5/3/2021, ông Lò Văn Pâng cùng đại diện Công ty A đã thăm, tặng quà hộ nghèo.",
            ("Công ty A",),
            (),
        ),
    ],
)
def test_hosts(body: str, bodies: tuple[str, ...], hosts: tuple[str, ...]) -> None:
    assert main_of(body, *bodies).hosts == hosts


def test_a_delegation_named_before_is_meant_by_the_bare_word() -> None:
    body = (
        "Ngày 5/3/2021, Đoàn công tác của MTTQ tỉnh do ông Lò Văn Pâng làm trưởng đoàn về huyện.\n"
        "Chiều 5/3/2021, tại trụ sở huyện, đoàn có buổi làm việc với UBND huyện về nước sạch."
    )
    assert main_of(body, "MTTQ tỉnh", "UBND huyện").hosts == ("MTTQ tỉnh",)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("gặp mặt cựu chiến binh tiêu biểu", "họp"),
        ("họp mặt chức sắc các tôn giáo", "họp"),
        ("hội đàm giữa lãnh đạo hai tỉnh", "làm việc"),
        ("khai mạc Ngày hội Văn hóa các dân tộc", "lễ"),
        ("Lễ khai mạc Hội nghị toàn quốc về công nghệ", "hội nghị"),
        ("khai giảng lớp xóa mù chữ", "tập huấn"),
        ("“Ngày hội Bánh dân gian” năm 2022", "lễ"),
        ("Tết trồng cây Xuân Giáp Thìn", "ra quân"),
        ("chương trình “Xuân yêu thương” năm 2022", "thăm tặng quà"),
        ("phiên tòa giả định về ma túy", "khác"),
    ],
)
def test_kinds(name: str, kind: str) -> None:
    assert type_of(name, "") == kind


@pytest.mark.parametrize(
    ("host", "level"),
    [
        ("Ban Chấp hành Hội Nông dân huyện Văn Chấn", "huyện"),
        ("Phòng Nông nghiệp và Phát triển nông thôn huyện Văn Chấn", "huyện"),
        ("Ban Công tác Mặt trận thôn Nậm Cưởm", "thôn"),
        ("Ủy ban nhân dân thị xã Nghĩa Lộ", "huyện"),
        ("Tỉnh ủy Yên Bái", "tỉnh"),
        ("Trung ương Hội Chữ thập đỏ Việt Nam", "trung ương"),
    ],
)
def test_levels(host: str, level: str) -> None:
    assert level_of((host,), ()) == level


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("UBND huyện tổ chức Diễn đàn Đầu tư Lai Vung - Osaka 2021.", "Lai Vung - Osaka 2021"),
        ("Xã tổ chức lễ trao nhà cho hộ nghèo khó khăn.", "lễ trao nhà cho hộ nghèo khó khăn"),
        (
            "Sáng nay, tỉnh tổ chức lễ kỷ niệm Ngày truyền thống (1950 - 2020) và tuyên dương.",
            "(1950 - 2020) và tuyên dương",
        ),
        ("Xã tổ chức Đại hội đại biểu lần thứ V, nhiệm kỳ 2015-2020.Dự đại hội có", "2015-2020"),
        ("Xã tổ chức hội nghị hỗ trợ hộ khó khăn do lũ lụt năm 2021.", "do lũ lụt năm 2021"),
        (
            "Xã mở hội nghị đối thoại giữa Bí thư Đảng ủy, Chủ tịch UBND với thanh niên.",
            "Chủ tịch UBND với thanh niên",
        ),
        (
            "Xã tổ chức hội nghị phản biện dự thảo đề án của UBND xã, Bí thư Tòng nói.",
            "của UBND xã",
        ),
    ],
)
def test_where_names_end(sentence: str, name: str) -> None:
    (meeting,) = (m for m in find_events(sentence) if m.label == "MEETING")
    assert meeting.text.endswith(name)
