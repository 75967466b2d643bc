"""What of a page is the article: furniture goes, paragraphs and captions stay."""

from datetime import date

import pytest

from hoinghi.stages.layout import find_published, find_regions, mask, owner_lines

_LEAD = (
    "Sáng ngày 12/6/2023, tại Nhà văn hóa thôn Phú Mỹ, Ủy ban MTTQ Việt Nam xã Bình Lâm tổ chức"
    " hội nghị triển khai công tác sáu tháng cuối năm với sự tham gia của đông đảo bà con."
)
_SECOND = (
    "Phát biểu tại hội nghị, ông Lê Văn Tưởng đề nghị các ban công tác Mặt trận tiếp tục bám sát"
    " cơ sở, lắng nghe ý kiến của từng hộ gia đình và phản ánh kịp thời về xã để xem xét."
)


def _page(*lines: str) -> str:
    return "\n".join(lines)


def _kept(text: str, title: str | None = None) -> list[str]:
    body = mask(text, find_regions(text, title=title))
    assert len(body) == len(text)
    return [line.strip() for line in body.split("\n") if line.strip()]


def test_regions_tile_the_text_in_order() -> None:
    text = _page("\n  Trang chủ » Tin tức", "Họp mặt đầu năm", "", _LEAD, "Lượt xem: 12", "")
    regions = find_regions(text)
    assert [region.kind for region in regions] == ["furniture", "headline", "body", "furniture"]
    assert "".join(text[region.start : region.end] for region in regions) == text
    assert find_regions("") == []


@pytest.mark.parametrize(
    "line",
    [
        "Trang chủ » Tin tức » Mặt trận",
        "Thứ hai, 12/06/2023 - 15:20   Lượt xem: 1.027",
        "Cập nhật lúc: 07:45 - 13/06/2023 (Lượt xem: 31)",
        "Thời sự | 12/06/2023 09:15",
        "Chia sẻ: Facebook  Zalo | In trang",
        "CỔNG THÔNG TIN ĐIỆN TỬ XÃ BÌNH LÂM",
    ],
)
def test_lines_above_the_article_go(line: str) -> None:
    assert _kept(_page("Họp mặt đầu năm", line, _LEAD)) == ["Họp mặt đầu năm", _LEAD]


@pytest.mark.parametrize(
    "top",
    [
        ("SỞ NỘI VỤ TỈNH GIA LAI", "Trường Chính trị tỉnh", "Tin tức | Lịch | Thời khóa biểu"),
        ("CỔNG THÔNG TIN ĐIỆN TỬ", "PHƯỜNG AN PHÚ - TỈNH GIA LAI", "Công dân   Du khách   Liên hệ"),
        ("UBND QUẬN BÌNH THỦY", "binhthuy.cantho.gov.vn"),
        ("ĐẢNG ỦY - HĐND - UBND - UBMTTQVN XÃ BÌNH LÂM", "☰ Menu"),
        ("Xã Bình Lâm", "Chủ Nhật, ngày 11 tháng 06 năm 2023", "Chào mừng đến với Trang tin xã"),
        ("[Trang nhất] [Giới thiệu] [Tin tức] [Hình ảnh]",),
    ],
)
def test_the_head_of_a_page_goes_with_its_menu(top: tuple[str, ...]) -> None:
    headline = "Họp mặt đầu năm ở thôn Phú Mỹ"
    assert _kept(_page(*top, headline, _LEAD)) == [headline, _LEAD]


def test_a_title_tells_where_the_article_begins() -> None:
    page = _page("GƯƠNG TỐT QUANH TA", "Chuyện làng", "XÃ BÌNH LÂM HỌP MẶT ĐẦU NĂM 2023", _LEAD)
    kept = ["XÃ BÌNH LÂM HỌP MẶT ĐẦU NĂM 2023", _LEAD]
    assert _kept(page, "Bình Lâm: Họp mặt đầu năm 2023 ấm cúng") == kept
    assert len(_kept(page)) == 4


@pytest.mark.parametrize("below", ["Trang chủ » Tin tức » Mặt trận", "Tin tức | Văn bản | Liên hệ"])
@pytest.mark.parametrize("headline", ["HỌP MẶT ĐẦU NĂM", "Trường Tiểu học Bình Lâm họp mặt"])
def test_a_headline_over_a_menu_stays(headline: str, below: str) -> None:
    assert headline in _kept(_page(headline, below, _LEAD))


@pytest.mark.parametrize(
    "line",
    [
        "Bài và ảnh: Thu Vân",
        "Ban Biên tập: Văn phòng UBND xã Bình Lâm. Điện thoại: 0235 000 000",
        "TIN, ẢNH: H.Vân",
        "(Nguồn: Đài truyền thanh xã)",
        "Thu Vân - Minh Trí",
        "T.Vân",
        "Trần Minh Trí – Trung tâm VH-TT huyện",
        "NHÓM PV",
        "Từ khóa: Bình Lâm, hội nghị",
        "#BinhLam #MatTran",
        "Tin khác: Lịch tiếp công dân | Lịch trực Tết",
        ">> Xem thêm: Lũ lên ở hạ du",
        "Bình luận (0)",
    ],
)
def test_lines_below_the_article_go(line: str) -> None:
    assert _kept(_page("Họp mặt đầu năm", _LEAD, _SECOND, line)) == [
        "Họp mặt đầu năm",
        _LEAD,
        _SECOND,
    ]


def test_all_below_a_tail_header_goes() -> None:
    teaser = "Tối ngày 24/3/2023, Hội Nông dân xã tổ chức hội diễn văn nghệ chào mừng …"
    form = "Email của bạn sẽ không được hiển thị công khai."
    text = _page(_LEAD, "BÁN ĐẤU GIÁ ĐẤT", "About admin", "Tin mới", teaser, "Trả lời", form)
    assert _kept(text) == [_LEAD]


def test_a_box_between_paragraphs_takes_only_its_headlines() -> None:
    text = _page(_LEAD, "Tin liên quan", "Bình Lâm ra quân làm đường", _SECOND)
    assert _kept(text) == [_LEAD, _SECOND]


@pytest.mark.parametrize(
    "lines",
    [
        ("Dự hội nghị có:", "- Ông Lê Văn Tưởng", "Bà Trần Thị Mận", "Nguyễn Văn Sáu"),
        ("Lịch tuần", "THỨ TƯ, 14/6", "- 8h00: Họp giao ban", "THỨ NĂM, 15/6", "- 9h00: Đi xã"),
        ("Hỏi: Hồ sơ nộp ở đâu?", "Trả lời:", _SECOND),
        ("Trả lời cử tri, ông Lê Văn Tưởng cho biết cột điện sẽ dựng trước ngày 30/4.", _SECOND),
        ("Gửi ý kiến đến đại biểu, bà con mong có cầu mới.", "Bình luận về việc này, ông cười."),
        ("(đã ký)", "Lê Văn Tưởng"),
    ],
)
def test_content_in_short_lines_stays(lines: tuple[str, ...]) -> None:
    assert _kept(_page(_LEAD, *lines)) == [_LEAD, *lines]


def test_captions_stay_and_lose_their_credit() -> None:
    text = _page(_LEAD, "Ảnh: Bà con xã Bình Lâm dự hội nghị. Ảnh: M.Trí", _SECOND)
    regions = find_regions(text)
    assert [region.kind for region in regions] == ["body", "caption", "furniture", "body"]
    assert _kept(text)[1] == "Ảnh: Bà con xã Bình Lâm dự hội nghị."


def test_credits_inside_a_run_on_line_go() -> None:
    text = f"Quang cảnh hội nghị. (Ảnh: Minh Trí/TTXVN) {_LEAD} Ảnh: Thu Vân Ông Tưởng kết luận."
    kept = " ".join(_kept(text))
    assert "Minh Trí" not in kept
    assert "Thu Vân" not in kept
    assert kept.endswith("Ông Tưởng kết luận.")


def test_headline_as_given_is_never_a_section_name() -> None:
    text = _page("TIN TRONG TỈNH", "", _LEAD)
    assert find_regions(text, title="Tin trong tỉnh")[0].kind == "headline"


@pytest.mark.parametrize("piece", ["a ", "Ảnh: A.", "( ", "- ", "1/1/2020 "])
def test_time_grows_with_length_only(piece, grows_linearly) -> None:
    grows_linearly(find_regions, piece, 50_000)


@pytest.mark.parametrize(
    ("page", "day"),
    [
        ("Xã Ea Kar họp\nThứ năm, 27/07/2023 | 15:02\n{}", date(2023, 7, 27)),
        ("Trang chủ » Tin tức\nXã Ea Kar họp\nĐăng ngày: 16/06/2023 | Lượt xem: 214\n{}",
         date(2023, 6, 16)),
        ("Thứ hai, 22/11/2026\nTrang chủ » Tin tức\nXã Ea Kar họp\n{}", None),
        ("Hôm nay, 22/11/2026\nXã Ea Kar họp\n{}", None),
        ("Xã Ea Kar họp\n{}\nTin mới\nĐăng ngày: 16/06/2023", None),
    ],
)  # fmt: skip
def test_only_the_dateline_of_the_article_tells_its_day(page, day):
    text = page.format(
        "Sáng 26/7, UBND xã tổ chức hội nghị sơ kết công tác sáu tháng đầu năm với sự tham dự của "
        "đại diện các thôn, buôn, các đoàn thể và đông đảo người dân trên địa bàn."
    )
    assert find_published(text, find_regions(text)) == day


@pytest.mark.parametrize(
    ("top", "told", "day"),
    [
        ("11:03, 06/08/2021", "Trong 2 ngày 5 - 6/8", date(2021, 8, 6)),
        ("14 01 2026\n10/01/2025", "Sáng ngày 08/01/2025", date(2025, 1, 10)),
        ("Thứ hai, 22/11/2026", "Sáng 14/5", None),  # the reader's own day
        ("02/01/2024", "Chiều 28/12", date(2024, 1, 2)),
    ],
)
def test_a_day_above_the_headline_counts_where_the_text_agrees(top, told, day):
    text = (
        f"{top}\nHỘI NGHỊ TỔNG KẾT CÔNG TÁC MẶT TRẬN XÃ\n"
        f"{told}, Ủy ban MTTQ xã đã tổ chức hội nghị tổng kết công tác Mặt trận tại hội trường xã,"
        " hơn 60 đại biểu của các thôn và các đoàn thể trong xã cùng dự."
    )
    assert find_published(text, find_regions(text)) == day


def test_a_line_of_a_post_that_opens_with_a_sign_is_text() -> None:
    text = "Ra quân sáng nay\n💬 Chị Lê Thị Thơm, Chủ tịch Hội, nói sẽ làm tiếp ❤️\n👍 12 bình luận"
    kinds = [region.kind for region in find_regions(text)]
    assert kinds[-1] == "furniture"
    assert "Lê Thị Thơm" in mask(text, find_regions(text))


@pytest.mark.parametrize(
    "top",
    [
        ("HUYỆN THĂNG BÌNH - TỈNH QUẢNG NAM", "Trang chủ | Giới thiệu | Tin tức"),
        ("ỦY BAN NHÂN DÂN XÃ BÌNH LÂM", "HUYỆN HIỆP ĐỨC - TỈNH QUẢNG NAM"),
        ("UBND XÃ BÌNH LÂM", "Ngày đăng: 12/06/2023   Số lần đọc: 51"),
        ("XÃ BÌNH LÂM - TỈNH QUẢNG NAM | Cổng thông tin điện tử",),
        ("Báo Quảng Nam online", "Chính trị > Hội đồng nhân dân"),
    ],
)
def test_lines_of_the_owner_go_and_are_kept_as_evidence(top: tuple[str, ...]) -> None:
    text = _page(*top, "Xã Bình Lâm họp mặt đầu năm", _LEAD)
    assert _kept(text) == ["Xã Bình Lâm họp mặt đầu năm", _LEAD]
    assert owner_lines(text, find_regions(text)).startswith(top[0])


@pytest.mark.parametrize(
    "top",
    [
        ("ỦY BAN NHÂN DÂN PHƯỜNG AN MỸ", "Số: 212/GM-UBND", "GIẤY MỜI"),
        ("PHƯỜNG AN MỸ", "KHU DÂN CƯ TÂN TIẾN", "BIÊN BẢN"),
        ("ĐẠI HỘI ĐẢNG BỘ XÃ BÌNH LÂM THÀNH CÔNG TỐT ĐẸP",),
    ],
)
def test_letterheads_and_headlines_stay(top: tuple[str, ...]) -> None:
    assert _kept(_page(*top, _LEAD)) == [*top, _LEAD]
