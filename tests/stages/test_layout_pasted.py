"""A whole page pasted as text: only where its lines stand tells the article from the rest."""

from __future__ import annotations

from hoinghi.stages.layout import find_regions, mask

ABOVE = """Nhảy tới nội dung
Hôm nay, Chủ nhật 22/11/2026
Xã Chiềng Khoi
Huyện Yên Châu - Tỉnh Sơn La
Trang chủ
Giới thiệu
Tổng quan
Cơ cấu tổ chức
Tin trong xã
Bản làng
Bản Ngoàng
Góp ý
"""
ARTICLE = """Hội Phụ nữ xã Chiềng Khoi ra mắt tổ tiết kiệm ở bản Ngoàng
{meta}Sáng 12/10/2023, Hội LHPN xã tổ chức lễ ra mắt tổ tiết kiệm của chị em ở bản Ngoàng.
Chị Lò Thị Ín, Chủ tịch Hội LHPN xã, chủ trì; Trạm Y tế và bà con trong bản cùng dự rất đông.
Danh sách tổ viên
Quàng Thị Mai
Hà Thị Bóng
Lường Thị Yêu
1.200.000
Chị em thống nhất mỗi tháng góp 50.000 đồng, cho nhau vay không lãi để mua con giống.
Thay mặt chi hội, chị Hà Thị Bóng hứa giữ sổ sách rõ ràng, công khai trước bản vào mỗi kỳ sinh hoạt.
"""
META = "admin\n13/10/2023\nĐể lại phản hồi / Tin trong xã / Bởi Cầm Phương\n"
BELOW = """Chia sẻ điều này:
Bấm để chia sẻ trên Twitter (Mở trong cửa sổ mới)
Bài viết tương tự
Lịch công tác tuần của lãnh đạo xã
Tin huyện / 23/09/2023
Sáng nay, đông đảo bà con đã có mặt từ rất sớm ở sân vận động để cổ vũ [...]
Để lại một bình luận
Email của bạn sẽ không được hiển thị công khai.
Bài viết mới
Lễ giao nhận quân năm nay 27 Tháng 09, 2023
Lưu trữ
Tháng Mười 2023
Bản quyền © 2026 Xã Chiềng Khoi
"""


def _article(text, title=None):
    return [line for line in mask(text, find_regions(text, title=title)).split("\n") if line]


def test_of_a_pasted_page_only_the_article_is_left():
    body = ARTICLE.format(meta="")
    assert _article(ABOVE + ARTICLE.format(meta=META) + BELOW) == body.splitlines()


def test_a_menu_alone_and_a_page_s_end_alone_are_cut():
    body = ARTICLE.format(meta="")
    assert _article(ABOVE + body) == body.splitlines()
    assert _article(body + BELOW) == body.splitlines()


def test_a_text_without_a_page_around_it_stays_whole():
    body = ARTICLE.format(meta="")
    assert _article(body) == body.splitlines()
    signed = f"{body}Danh sách kèm theo\nLò Thị Ín\nHà Thị Bóng\nQuàng Thị Mai\nTổ trưởng\nTổ phó\n"
    assert _article(signed) == signed.splitlines()


def test_the_headline_is_the_one_that_the_source_gives():
    text = ABOVE + "Mô hình hay ở cơ sở cần được nhân rộng\n" + ARTICLE.format(meta=META) + BELOW
    title = ARTICLE.splitlines()[0]
    assert _article(text, title)[0] == title


def test_running_text_below_a_box_of_other_stories_stays():
    first, *rest = ARTICLE.format(meta="").splitlines()
    box = "Tin liên quan\nYên Châu ra quân làm thủy lợi\nPhiêng Khoài tặng quà hộ nghèo"
    text = ABOVE + "\n".join([first, *rest[:-2], box, *rest[-2:]]) + "\n" + BELOW
    assert _article(text) == [first, *rest]


def test_many_lines_take_linear_time():
    text = "Trang chủ\n" * 20_000 + ARTICLE.format(meta="") + "Tin mới\n" * 20_000
    assert len(_article(text)) < 20
