import unicodedata

import pytest
from que_phu import COMMUNE, DISTRICT, HOME, PROVINCE, find

from hoinghi.records import Home, Place
from hoinghi.stages.organizations import find_organizations
from hoinghi.text import to_new_tone

FRONT = "Ủy ban Mặt trận Tổ quốc Việt Nam"


def test_a_coordination_shares_the_place_of_its_last_member():
    text = "cùng các ông, bà trong thường trực HĐND, UBND, UBMTTQVN xã Quế Phú"
    assert find(text, Home(), xã_Quế_Phú=COMMUNE) == [
        ("HĐND", "Hội đồng nhân dân xã Quế Phú"),
        ("UBND", "Ủy ban nhân dân xã Quế Phú"),
        ("UBMTTQVN xã Quế Phú", f"{FRONT} xã Quế Phú"),
    ]


@pytest.mark.parametrize("dash", [" - ", " – ", "- ", "-"])
def test_dashes_join_a_coordination_whatever_their_spacing(dash):
    text = dash.join(["HĐND", "UBND", "UBMTTQ xã Quế Phú"])
    assert [name for _, name in find(text, Home(), xã_Quế_Phú=COMMUNE)] == [
        "Hội đồng nhân dân xã Quế Phú",
        "Ủy ban nhân dân xã Quế Phú",
        f"{FRONT} xã Quế Phú",
    ]


@pytest.mark.parametrize(
    ("text", "surface", "name"),
    [
        ("do UB.MTTQ xã tổ chức", "UB.MTTQ xã", f"{FRONT} xã Quế Phú"),
        ("Ban Thường vụ Đảng ủy", "Ban Thường vụ Đảng ủy", "Ban Thường vụ Đảng ủy xã Quế Phú"),
        ("BTV Huyện uỷ", "BTV Huyện uỷ", "Ban Thường vụ Huyện ủy Quế Sơn"),
        ("Ban Pháp chế HĐND tỉnh", "Ban Pháp chế HĐND tỉnh",
         "Ban Pháp chế Hội đồng nhân dân tỉnh Quảng Nam"),
        ("Phòng LĐ-TB&XH huyện", "Phòng LĐ-TB&XH huyện",
         "Phòng Lao động - Thương binh và Xã hội huyện Quế Sơn"),
        ("Bộ chính trị", "Bộ chính trị", "Bộ Chính trị"),
        ("công an xã", "công an xã", "Công an xã Quế Phú"),
        ("Quỹ “Vì người nghèo” huyện", "Quỹ “Vì người nghèo” huyện",
         "Quỹ Vì người nghèo huyện Quế Sơn"),
    ],
)  # fmt: skip
def test_abbreviations_organs_and_bare_levels(text, surface, name):
    assert find(f"Dự có đại diện {text}.") == [(surface, name)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # the Party organisation elects, the committee's standing part is its own
        ("tham gia BCH, BTV Đảng ủy xã",
         ["Ban Chấp hành Đảng bộ xã Quế Phú", "Ban Thường vụ Đảng ủy xã Quế Phú"]),
        ("các đồng chí BTV, BCH Đảng bộ xã",
         ["Ban Thường vụ Đảng ủy xã Quế Phú", "Ban Chấp hành Đảng bộ xã Quế Phú"]),
        # a shared head word, a shared place
        ("Hội LHPN, Nông dân và CCB xã ra quân",
         ["Hội Liên hiệp Phụ nữ xã Quế Phú", "Hội Nông dân xã Quế Phú",
          "Hội Cựu chiến binh xã Quế Phú"]),
        ("Ban Tuyên giáo, Dân vận Huyện ủy",
         ["Ban Tuyên giáo Huyện ủy Quế Sơn", "Ban Dân vận Huyện ủy Quế Sơn"]),
        # offices of a department, of two bodies, of the Assembly
        ("Trưởng phòng Tổ chức cán bộ, Sở Nội vụ tỉnh",
         ["Phòng Tổ chức cán bộ Sở Nội vụ tỉnh Quảng Nam", "Sở Nội vụ tỉnh Quảng Nam"]),
        ("Văn phòng Đoàn ĐBQH và HĐND tỉnh",
         ["Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh Quảng Nam"]),
        ("Phòng VH-TT huyện và Sở VH-TT",
         ["Phòng Văn hóa và Thông tin huyện Quế Sơn", "Sở Văn hóa và Thể thao tỉnh Quảng Nam"]),
        ("Chủ nhiệm Ủy ban Pháp luật Quốc hội", ["Ủy ban Pháp luật của Quốc hội"]),
        ("Ban Chỉ huy PCTT-TKCN huyện",
         ["Ban Chỉ huy Phòng, chống thiên tai và Tìm kiếm cứu nạn huyện Quế Sơn"]),
        ("Ban Chỉ đạo phòng, chống dịch Covid-19 huyện họp",
         ["Ban Chỉ đạo phòng, chống dịch Covid-19 huyện Quế Sơn"]),
        ("Hội đồng tư vấn về Dân chủ - Pháp luật UBMTTQ tỉnh",
         [f"Hội đồng tư vấn về Dân chủ - Pháp luật {FRONT} tỉnh Quảng Nam"]),
        # the Front's committee has the chair; the force as a whole has no unit
        ("Chủ tịch Mặt trận xã", [f"{FRONT} xã Quế Phú"]),
        ("BĐBP tuần tra; có BĐBP tỉnh", ["Bộ đội Biên phòng", "Bộ đội Biên phòng tỉnh Quảng Nam"]),
        ("kỷ niệm 80 năm ngày thành lập Hội Nông dân", ["Hội Nông dân"]),
        # names go on over Đại, Thượng, Nguyên; a holder in brackets stands before his company
        ("Phó Tổng Biên tập Báo Đại Đoàn Kết", ["Báo Đại Đoàn Kết"]),
        ("Trường THCS Quế Thượng và Đại tá Hà", ["Trường Trung học cơ sở Quế Thượng"]),
        ("ông Hà (Giám đốc Công ty TNHH Minh Hoàng Phát) dự", ["Công ty TNHH Minh Hoàng Phát"]),
        # a blank is missing
        ("Phó Chủ tịchUBND xã", ["Ủy ban nhân dân xã Quế Phú"]),
    ],
)  # fmt: skip
def test_parts_lists_and_names_of_bodies(text, names):
    assert [name for _, name in find(f"Hôm nay, {text}.")] == names


@pytest.mark.parametrize(
    "text",
    [
        "Trưởng Ban công tác Mặt trận của cả 12 ấp",
        "Bí thư chi bộ các thôn",
        "Đoàn đã đến thăm",
        "Ủy viên Bộ Chính trị, Thường trực Ban Bí thư",
        "Phó Thủ tướng chỉ đạo",
        "nhà ở và văn phòng cho thuê",
    ],
)
def test_bodies_in_the_plural_and_delegations_are_none(text):
    assert [s for s, _ in find(text) if s not in {"Bộ Chính trị", "Ban Bí thư"}] == []


def test_a_body_of_a_level_that_the_article_has_no_unit_of_is_of_the_one_named_last():
    text = "Tại huyện Quế Sơn, Huyện đoàn ra quân."
    assert find(text, Home(province=PROVINCE), huyện_Quế_Sơn=DISTRICT) == [
        ("Huyện đoàn", "Huyện đoàn Quế Sơn")
    ]


def test_the_bare_front_is_a_body_where_it_is_asked():
    assert find("Ông Hà đề nghị Mặt trận bám sát cơ sở.", Home(commune=COMMUNE)) == [
        ("Mặt trận", "Mặt trận Tổ quốc Việt Nam xã Quế Phú")
    ]
    assert find("Ông Hà nói về công tác Mặt trận.") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("UBND huyện họp. Chánh Văn phòng dự.",
         "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện Quế Sơn"),
        ("UBMTTQ huyện họp. Chánh Văn phòng dự.", f"Văn phòng {FRONT} huyện Quế Sơn"),
        ("Trưởng phòng Cảnh sát giao thông dự.",
         "Phòng Cảnh sát giao thông Công an tỉnh Quảng Nam"),
        ("Đội Cảnh sát hình sự dự.", "Đội Cảnh sát hình sự Công an huyện Quế Sơn"),
    ],
)  # fmt: skip
def test_offices_that_stand_alone_are_of_the_body_they_serve(text, name):
    assert find(text)[-1][1] == name


def test_a_bare_head_after_a_post_is_the_body_named_last():
    text = "Hội Khuyến học xã họp. Ông Hà, Chủ tịch Hội, nêu Hội đồng thi. Ông Lê, Phó Hội trưởng."
    assert find(text) == [
        ("Hội Khuyến học xã", "Hội Khuyến học xã Quế Phú"),
        ("Hội", "Hội Khuyến học xã Quế Phú"),
    ]


def test_a_congress_elects_the_organs_of_its_own_body():
    text = "Đại hội Công đoàn huyện. Bí thư Đảng ủy xã dự. Đại hội bầu Ban Chấp hành khóa mới."
    assert find(text)[-1] == ("Ban Chấp hành", "Ban Chấp hành Liên đoàn Lao động huyện Quế Sơn")


def test_inner_bodies_of_a_school_belong_to_it_and_not_to_the_commune():
    text = (
        "Trường THCS Lê Lợi họp. Cô Hà, Bí thư Chi bộ, chủ trì. Thầy Sơn, Chủ tịch Công đoàn, "
        "báo cáo. Hội nghị bầu Ban Thanh tra nhân dân."
    )
    school = "Trường Trung học cơ sở Lê Lợi"
    assert [name for _, name in find(text)] == [
        school, f"Chi bộ {school}", f"Công đoàn {school}", f"Ban Thanh tra nhân dân {school}",
    ]  # fmt: skip


def test_a_company_that_gives_owns_no_body_of_the_commune():
    text = "Công ty TNHH Hải Vân tặng quà. UBND xã cảm ơn. Ban Thanh tra nhân dân giám sát."
    assert find(text)[-1][1] == "Ban Thanh tra nhân dân xã Quế Phú"


def test_a_trade_union_without_owner_has_no_unit():
    assert find("Ông Hà, Chủ tịch Công đoàn, phát biểu.") == [("Công đoàn", "Công đoàn")]


def test_a_word_that_title_and_body_share_belongs_to_the_body():
    assert find("bà Hà, Trưởng Ban Dân vận Huyện ủy") == [
        ("Ban Dân vận Huyện ủy", "Ban Dân vận Huyện ủy Quế Sơn")
    ]


def test_a_committee_that_its_member_names_belongs_to_the_title():
    text = "ông Sơn, Ủy viên Ban Thường vụ Đảng ủy; bà Lê, Ủy viên BCH Trung ương Đảng"
    assert [surface for surface, _ in find(text)] == ["Đảng ủy", "Trung ương Đảng"]


@pytest.mark.parametrize(
    "text",
    [
        "UBND các xã, thị trấn",
        "MTTQ các cấp",
        "Ngày hội Đại đoàn kết toàn dân tộc",
        "làm tốt nhiệm vụ được giao",
        "cán bộ Mặt trận ở các thôn",
        "ông Sơn, Huyện ủy viên",
        "vui chơi trong công viên",
        "tại Hội trường lớn",
    ],
)
def test_groups_and_ordinary_words_are_no_bodies(text):
    assert find(text) == []


def test_schools_and_companies_keep_their_proper_names():
    text = "Trường THCS Phan Bội Châu và Công ty TNHH Xây dựng An Bình ủng hộ 30 triệu đồng"
    assert [surface for surface, _ in find(text, Home())] == [
        "Trường THCS Phan Bội Châu",
        "Công ty TNHH Xây dựng An Bình",
    ]


def test_departments_in_a_list_share_their_head():
    text = "đại diện các sở: Nội vụ, Tài chính và Y tế"
    assert [name for _, name in find(text)] == [
        "Sở Nội vụ tỉnh Quảng Nam",
        "Sở Tài chính tỉnh Quảng Nam",
        "Sở Y tế tỉnh Quảng Nam",
    ]


def test_a_body_is_found_in_any_tone_style_and_case():
    text = "Ủy ban MTTQ Việt Nam xã họp với Đảng ủy"
    found = find(text)
    assert [name for _, name in find(to_new_tone(text))] == [name for _, name in found]
    assert [name for _, name in find(text.upper())][:1] == [found[0][1]]


def test_without_a_home_the_place_stays_unknown():
    assert find("UBND xã", Home()) == [("UBND xã", "Ủy ban nhân dân xã")]


def test_offsets_are_those_of_the_text():
    text = unicodedata.normalize("NFC", "Sáng nay,  UBND   xã họp.")
    (mention,) = find_organizations(text, home=HOME)
    assert text[mention.start : mention.end] == mention.text == "UBND   xã"


@pytest.mark.parametrize("piece", ["Ban ", "UBND, ", "Ban Thường vụ ", "Hội Nông dân - ", "“Quỹ "])
def test_time_grows_with_length_only(piece, grows_linearly):
    grows_linearly(lambda text: find_organizations(text, home=HOME), piece)


@pytest.mark.parametrize(
    "text",
    [
        "Số: 212/GM-UBND",
        "ông Lê Trường Cận dự họp",
        "đọc Thư của Chủ tịch nước gửi ngành",
        "có 41 công đoàn cơ sở",
    ],
)
def test_symbols_names_and_letters_hold_no_bodies(text):
    assert find(text, Home()) == []


def test_the_organ_of_a_union_is_not_the_partys():
    text = "bầu Ban Chấp hành Công đoàn xã gồm 15 người, Ban Thường vụ 5 người"
    assert find(text)[-1] == ("Ban Thường vụ", "Ban Thường vụ Công đoàn xã Quế Phú")


@pytest.mark.parametrize(
    "text", ["ở trung tâm Hà Nội", "vụ Yên Bái gây chú ý", "phố cổ Hội An", "theo Bộ Luật Hình sự"]
)
def test_ordinary_words_before_a_name_are_no_bodies(text):
    assert find(text, Home()) == []


def test_a_name_of_one_capital_is_completed():
    assert find("Giám đốc Cục Chống ngập phát biểu", Home())[0][0] == "Cục Chống ngập"


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Đại tá Lê Sơn, Chính ủy Bộ Chỉ huy Quân sự tỉnh", "Bộ Chỉ huy Quân sự tỉnh"),
        ("bà Hà, Phó Chủ tịch Quốc hội", "Quốc hội"),
        ("ông Bá, Ủy viên Trung ương Đảng", "Trung ương Đảng"),
        ("Giám đốc Công ty Xi măng Thanh Liêm Đinh Công Hậu", "Công ty Xi măng Thanh Liêm"),
        ("Hiệu trưởng Trường Tiểu học Võ Thị Sáu", "Trường Tiểu học Võ Thị Sáu"),
        ("Chủ nhiệm HTX chè xã", "HTX chè xã"),
        ("Đội trưởng Phòng Cảnh sát giao thông", "Phòng Cảnh sát giao thông"),
    ],
)
def test_a_body_ends_where_its_name_ends(text, surface):
    assert [found for found, _ in find(text)] == [surface]


def test_a_body_in_the_plural_is_none_in_part_either():
    assert find("Hội Nông dân các xã, thị trấn ra quân", Home()) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ông Hạ – Huyện ủy viên, Phó Chủ tịch Ủy ban MTTQ Việt cùng", f"{FRONT} huyện Quế Sơn"),
        ("ông Hạ, TUV, Phó Chủ tịch HĐND đến dự", "Hội đồng nhân dân tỉnh Quảng Nam"),
        ("bà Lê, HUV, Bí thư Đảng ủy, Chủ tịch HĐND", "Hội đồng nhân dân xã Quế Phú"),
        ("bà Lê, Phó Chủ tịch HĐND", "Hội đồng nhân dân xã Quế Phú"),
    ],
)
def test_the_party_rank_tells_the_level_of_a_bare_body(text, name):
    assert find(text)[-1][1] == name


@pytest.mark.parametrize("gap", ["; ", ".\n", "\n", "\n\n"])
def test_a_rank_in_the_row_before_tells_nothing(gap):
    text = f"ông Hạ, Tỉnh ủy viên{gap}bà Lê, Phó Chủ tịch HĐND"
    assert find(text)[-1] == ("HĐND", "Hội đồng nhân dân xã Quế Phú")


COOPERATIVE = "Hợp tác xã Nông nghiệp Tân Phát"


def test_boards_are_of_the_firm_named_last_never_of_the_commune():
    text = (
        "HTX Nông nghiệp Tân Phát họp. Chủ tịch Hội đồng quản trị HTX báo cáo; Ban Quản trị nhận "
        "giấy khen của UBND xã."
    )
    assert find(text) == [
        ("HTX Nông nghiệp Tân Phát", COOPERATIVE),
        ("Hội đồng quản trị HTX", f"Hội đồng quản trị {COOPERATIVE}"),
        ("Ban Quản trị", f"Ban Quản trị {COOPERATIVE}"),
        ("UBND xã", "Ủy ban nhân dân xã Quế Phú"),
    ]
    assert find("Thay mặt Ban Quản trị, ông phát biểu.") == [("Ban Quản trị", "Ban Quản trị")]


def test_an_item_of_a_digest_tells_the_unit_of_its_bodies():
    other = Place("Xã Quế Châu, Huyện Quế Sơn, Tỉnh Quảng Nam", "Xã", "xã", "20659")
    text = "TIN VẮN\n* Quế Châu: Hội LHPN xã ra quân, Đảng ủy dự.\n* Hội Nông dân xã họp."
    assert [name for _, name in find(text, Quế_Châu=other)] == [
        "Hội Liên hiệp Phụ nữ xã Quế Châu",
        "Đảng ủy xã Quế Châu",
        "Hội Nông dân xã Quế Phú",
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # plain words of a field of work complete a name; what it does ends it
        ("Cục trưởng Cục Đầu tư nước ngoài cho biết", ["Cục Đầu tư nước ngoài"]),
        ("Vụ trưởng Vụ Tổ chức cán bộ dự", ["Vụ Tổ chức cán bộ"]),
        ("báo Tin Mới thông tin thêm", ["Báo Tin Mới"]),
        ("thăm Bệnh viện Sông Trà và Bệnh viện Hoa Sen",
         ["Bệnh viện Sông Trà", "Bệnh viện Hoa Sen"]),
        ("Công ty cổ phần đầu tư và xây dựng Sông Trà ủng hộ",
         ["Công ty Cổ phần Đầu tư và xây dựng Sông Trà"]),
        # the task of a committee, and the committee without it
        ("Ban Chỉ đạo (BCĐ) chuyển đổi số tỉnh họp; Trưởng BCĐ và các thành viên dự",
         ["Ban Chỉ đạo chuyển đổi số tỉnh Quảng Nam"] * 2),
        ("Ban Chỉ đạo 35 huyện; Ban Chỉ đạo giao các xã thực hiện",
         ["Ban Chỉ đạo 35 huyện Quế Sơn"] * 2),
        ("BCH PCTT và TKCN xã",
         ["Ban Chỉ huy Phòng, chống thiên tai và Tìm kiếm cứu nạn xã Quế Phú"]),
        # courts and offices of regions
        ("Chánh án TAND tối cao", ["Tòa án nhân dân tối cao"]),
        ("TAND khu vực 3 - Quảng Nam; Thuế cơ sở 4 tỉnh; Kho bạc Nhà nước khu vực IX",
         ["Tòa án nhân dân khu vực 3 - Quảng Nam", "Thuế cơ sở 4 tỉnh Quảng Nam",
          "Kho bạc Nhà nước khu vực IX"]),
        # parts by number, offices in bodies
        ("Tổ đại biểu HĐND huyện đơn vị số 2",
         ["Tổ đại biểu Hội đồng nhân dân huyện Quế Sơn đơn vị số 2"]),
        ("Phòng Cảnh sát hình sự (PC02) Công an tỉnh",
         ["Phòng Cảnh sát hình sự Công an tỉnh Quảng Nam"]),
        ("Trường Tiểu học số 1 Sông Trà cử giáo viên", ["Trường Tiểu học số 1 Sông Trà"]),
        # central bodies have no place, nor take one in a row
        ("Đảng ủy MTTQ, các đoàn thể TW", ["Đảng ủy Mặt trận Tổ quốc, các đoàn thể Trung ương"]),
        ("Hội Khuyến học Việt Nam, Hội Người mù tỉnh",
         ["Hội Khuyến học Việt Nam", "Hội Người mù tỉnh Quảng Nam"]),
        ("Phó Chủ tịch UBTW MTTQ Việt Nam giao Ban Phong trào trả lời",
         ["Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam",
          "Ban Phong trào Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam"]),
        ("BDV Huyện ủy, BTG Huyện ủy, UBKT Huyện ủy",
         ["Ban Dân vận Huyện ủy Quế Sơn", "Ban Tuyên giáo Huyện ủy Quế Sơn",
          "Ủy ban Kiểm tra Huyện ủy Quế Sơn"]),
    ],
)  # fmt: skip
def test_whole_names_and_nothing_more(text, names):
    named = {"Quảng_Nam": PROVINCE} if "- Quảng Nam" in text else {}
    assert [name for _, name in find(text, **named)] == names


@pytest.mark.parametrize(
    "text",
    [
        "toàn xã có 12 chi bộ, 54 chi, đảng bộ trực thuộc",
        "Bí thư chi bộ, Trưởng thôn cùng dự",
        "16 ban công tác Mặt trận thôn rà soát",
        "cuộc bầu cử đại biểu Quốc hội khóa XVI",
        "gặp công an khu vực",
        "tại Trung tâm Hội nghị tỉnh",
    ],
)
def test_kinds_groups_and_topics_are_no_bodies(text):
    assert find(text) == []


@pytest.mark.parametrize("follower", ["không thu tiền", "an toàn", "đều mở cửa"])
def test_the_name_of_a_pagoda_has_capitals_throughout(follower):
    assert find(f"Năm nay chùa Hương {follower}")[:1] == [("chùa Hương", "Chùa Hương")]
