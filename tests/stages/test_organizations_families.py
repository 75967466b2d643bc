"""Whole families of bodies: the faiths, schools, police, cooperatives; where their names end."""

import pytest
from que_phu import HOME, find

from hoinghi.records import Place
from hoinghi.stages.organizations import find_organizations

CHURCH = "Giáo hội Phật giáo Việt Nam"


@pytest.mark.parametrize(
    ("text", "surface", "name"),
    [
        ("do BTS GHPGVN tỉnh tổ chức", "BTS GHPGVN tỉnh", f"Ban Trị sự {CHURCH} tỉnh Quảng Nam"),
        ("Trưởng BTS tỉnh dự", "BTS tỉnh", f"Ban Trị sự {CHURCH} tỉnh Quảng Nam"),
        ("Ban Trị sự Phật giáo tỉnh", "Ban Trị sự Phật giáo tỉnh",
         f"Ban Trị sự {CHURCH} tỉnh Quảng Nam"),
        ("UV HĐTS phát biểu", "HĐTS", f"Hội đồng Trị sự {CHURCH}"),
        ("Ban Trị sự PGHH xã", "Ban Trị sự PGHH xã",
         "Ban Trị sự Giáo hội Phật giáo Hòa Hảo xã Quế Phú"),
        ("Trưởng Phân ban Ni giới tỉnh", "Phân ban Ni giới tỉnh",
         "Phân ban Ni giới tỉnh Quảng Nam"),
        ("BCH Quân sự trực chốt", "BCH Quân sự", "Ban Chỉ huy Quân sự xã Quế Phú"),
        ("- Quân sự xã: 40 dân quân", "Quân sự xã", "Ban Chỉ huy Quân sự xã Quế Phú"),
        ("do CA huyện bắt giữ", "CA huyện", "Công an huyện Quế Sơn"),
        ("Chủ tịch CĐ Bệnh viện đa khoa huyện", "CĐ Bệnh viện đa khoa huyện",
         "Công đoàn Bệnh viện Đa khoa huyện Quế Sơn"),
        ("phòng PC06, Công an tỉnh", "phòng PC06, Công an tỉnh",
         "Phòng Cảnh sát quản lý hành chính về trật tự xã hội Công an tỉnh Quảng Nam"),
        ("HTX chè Mây Trắng ở đây", "HTX chè Mây Trắng", "Hợp tác xã Chè Mây Trắng"),
        ("HTXNN Mây Trắng ký kết", "HTXNN Mây Trắng", "Hợp tác xã Nông nghiệp Mây Trắng"),
        ("HTX Tôm - lúa Mây Trắng", "HTX Tôm - lúa Mây Trắng", "Hợp tác xã Tôm - lúa Mây Trắng"),
        ("Hợp tác xã (HTX) Mây Trắng họp", "Hợp tác xã (HTX) Mây Trắng", "Hợp tác xã Mây Trắng"),
        ("Cty CP bao bì Mây Trắng", "Cty CP bao bì Mây Trắng", "Công ty Cổ phần Bao bì Mây Trắng"),
        ("Công ty TNHH Lương thực Mây Trắng", "Công ty TNHH Lương thực Mây Trắng",
         "Công ty TNHH Lương thực Mây Trắng"),
        ("trường PTDTBT THCS Mây Trắng", "trường PTDTBT THCS Mây Trắng",
         "Trường Phổ thông dân tộc bán trú Trung học cơ sở Mây Trắng"),
        ("Trường Chính trị tỉnh mở lớp", "Trường Chính trị tỉnh",
         "Trường Chính trị tỉnh Quảng Nam"),
        ("dư nợ qua NHCSXH tăng", "NHCSXH", "Ngân hàng Chính sách xã hội"),
        ("Bí thư thứ nhất BCH Trung ương Đoàn", "BCH Trung ương Đoàn",
         "Ban Chấp hành Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh"),
    ],
)  # fmt: skip
def test_abbreviated_bodies_are_read_in_full(text, surface, name):
    assert find(f"Sáng nay, {text}.") == [(surface, name)]


@pytest.mark.parametrize(
    "text",
    [
        "công việc của Mặt trận xã, phường tăng lên",
        "Ban Thường trực Ủy ban MTTQ xã, thị trấn báo cáo",
        "toàn huyện thành lập 4 CĐCS",
        "nhiệm vụ quân sự huyện nhà",
        "xây trạm BTS mới, nhóm nhạc BTS biểu diễn",
        "bà Hà, Chi hội trưởng, kể",
        "hai công ty Nhà nước",
        "ở Hải Phòng” và “phổ cập xe điện”",
    ],
)
def test_general_words_and_counted_cells_are_no_bodies(text):
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("Đồn trưởng Đồn Biên phòng Lê Văn Hùng", []),
        ("Trưởng Ban Chỉ đạo Trần Quốc Hùng kết luận", ["Ban Chỉ đạo"]),
        ("Giám đốc HTX Nông nghiệp Mây Trắng kiêm Kế toán", ["HTX Nông nghiệp Mây Trắng"]),
        ("hiệu trưởng Trường ĐH Y Phạm Ngọc Thạch", ["Trường ĐH Y Phạm Ngọc Thạch"]),
        ("Bộ trưởng Bộ Công nghiệp Vitaly Vovk", ["Bộ Công nghiệp"]),
        ("Công ty CP Mây Trắng nhưng chưa khắc phục", ["Công ty CP Mây Trắng"]),
        ("ông Sơn, UV.BTV Huyện ủy", ["Huyện ủy"]),
        ("bà Lê, Ủy viên dự khuyết BCH Trung ương Đảng", ["Trung ương Đảng"]),
    ],
)
def test_a_name_ends_before_the_holder_of_the_post(text, surfaces):
    assert [surface for surface, _ in find(text)] == surfaces


def test_a_holder_after_the_bare_head_names_the_body_told_before():
    text = "HTX Nông nghiệp Mây Trắng họp. Giám đốc HTX Trần Văn Tám báo cáo."
    assert find(text)[1:] == [("HTX", "Hợp tác xã Nông nghiệp Mây Trắng")]


def test_an_association_that_acts_is_that_of_the_smaller_unit():
    text = (
        "Đại hội Hội Nông dân xã. Chủ tịch Hội Nông dân tỉnh dự. Nhiệm kỳ qua, Hội xóa 42 nhà tạm."
    )
    assert find(text)[-1] == ("Hội", "Hội Nông dân xã Quế Phú")


def test_a_committee_for_a_document_is_named_in_full_by_its_number():
    text = (
        "Ban Chỉ đạo thực hiện Nghị quyết số 57-NQ/TW xã họp. Ban Chỉ đạo 57 xã giao nhiệm vụ. "
        "Trưởng Ban Chỉ đạo kết luận."
    )
    name = "Ban Chỉ đạo thực hiện Nghị quyết số 57-NQ/TW xã Quế Phú"
    assert [found for _, found in find(text)] == [name] * 3


def test_inner_bodies_of_a_school_and_its_faculties():
    text = (
        "Trường THPT Mây Trắng khai giảng. Thầy Sơn, Bí thư Chi bộ, Hiệu trưởng; cô Hà, Chủ tịch "
        "Công đoàn trường. Chiều nay, Đoàn trường tổ chức giao lưu."
    )
    school = "Trường Trung học phổ thông Mây Trắng"
    assert find(text)[1:] == [
        ("Chi bộ", f"Chi bộ {school}"),
        ("Công đoàn trường", f"Công đoàn {school}"),
        ("Đoàn trường", "Đoàn trường Trung học phổ thông Mây Trắng"),
    ]
    text = "Trường Chính trị tỉnh họp. TS. Hà, Trưởng khoa Nhà nước và pháp luật, giảng bài."
    assert find(text)[-1] == (
        "khoa Nhà nước và pháp luật",
        "Khoa Nhà nước và pháp luật Trường Chính trị tỉnh Quảng Nam",
    )


def test_a_comma_joins_the_police_to_their_office_but_no_civil_one():
    text = "Phòng Giáo dục và Đào tạo, Công an huyện phối hợp."
    assert [surface for surface, _ in find(text)] == ["Phòng Giáo dục và Đào tạo", "Công an huyện"]


def test_the_unit_of_a_sentence_counts_though_the_blank_before_it_is_missing():
    other = Place("Xã Quế Châu, Huyện Quế Sơn, Tỉnh Quảng Nam", "Xã", "xã", "20659")
    text = "Đã chi xong.Tại xã Quế Châu, Phó Chủ tịch UBND xã giải trình."
    assert find(text, xã_Quế_Châu=other) == [("UBND xã", "Ủy ban nhân dân xã Quế Châu")]


@pytest.mark.parametrize(
    "piece", ["khoa Nội ", "57-NQ/", "xã, phường ", "HTX chè ", "Phòng PC06, "]
)
def test_time_grows_with_length_only(piece, grows_linearly):
    grows_linearly(lambda text: find_organizations(text, home=HOME), piece)
