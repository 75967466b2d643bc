"""Names, titles and records of people, on sentences of our own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hoinghi.records import Article, OrganizationMention, Person, Place, PlaceMention, Reading
from hoinghi.stages.officials import find_names, find_people


def bodies(text: str, *names: str) -> list[OrganizationMention]:
    found, at = [], 0
    for name in names:
        at = text.index(name, at)
        end = at + len(name)
        found.append(OrganizationMention(at, end, name, f"<{name}>", "khác", None, None, "test"))
        at = end
    return found


def places(text: str, *names: str) -> list[PlaceMention]:
    return [
        PlaceMention(text.index(n), text.index(n) + len(n), n, Place(n, "Thôn"), "text", "test")
        for n in names
    ]


def spans(text: str, label: str, *orgs: str) -> list[tuple[str, str | None]]:
    mentions = find_names(text, organizations=bodies(text, *orgs))
    assert all(text[m.start : m.end] == m.text for m in mentions)
    return [(m.text, m.norm) for m in mentions if m.label == label]


def people(text: str, *orgs: str) -> dict[str, Person]:
    organizations = bodies(text, *orgs)
    names = find_names(text, organizations=organizations)
    reading = Reading(
        Article(text), body=text, organizations=tuple(organizations), names=tuple(names)
    )
    return {person.name: person for person in find_people(reading)}


def posts(person: Person) -> list[tuple[str, str | None]]:
    return [(p.title, p.organization) for p in person.positions]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ông Phạm Bá Lượm cho biết.", ["Phạm Bá Lượm"]),
        ("Chủ tịch UBND tỉnh Dương Văn Lộc chủ trì.", ["Dương Văn Lộc"]),
        ("Dự có ông Rơ Ô H'Lan, bà Y Blin và anh K’Sảng.", ["Rơ Ô H'Lan", "Y Blin", "K’Sảng"]),
        ("Các ông: Giàng A Dế, Nay Khuy và Thạch Sa Rôn.",
         ["Giàng A Dế", "Nay Khuy", "Thạch Sa Rôn"]),
        ("Hòa thượng Thích Thiện Tường và Linh mục Giuse Trần Văn Khánh.",
         ["Thích Thiện Tường", "Giuse Trần Văn Khánh"]),
        ("TS., Đại tá Lê Quang Mưu trình bày.", ["Lê Quang Mưu"]),
        ("Sáng nay, Bùi Công Hòe-phó chủ tịch thường trực xã.", ["Bùi Công Hòe"]),
        ("Bà Trần Thị Lụm phát biểu.\nTRẦN THỊ LỤM NHẬN GIẤY KHEN",
         ["Trần Thị Lụm", "TRẦN THỊ LỤM"]),
        ("Bác Hồ là tấm gương; học tập tư tưởng, đạo đức, phong cách Hồ Chí Minh.", []),
        ("Lời dạy của Chủ tịch Hồ Chí Minh.", ["Hồ Chí Minh"]),
        ("Trên đường Nguyễn Văn Cừ và Trường THCS Lê Văn Tám.", []),
        ("Chủ tịch Hà Nội Nguyễn Văn Bảy nói.", ["Nguyễn Văn Bảy"]),
        ("Ảnh chụp ông Trần Văn Mẫn Tại buổi lễ.", ["Trần Văn Mẫn"]),
    ],
)  # fmt: skip
def test_names(text: str, names: list[str]) -> None:
    assert [surface for surface, _ in spans(text, "PER")] == names


def test_short_mention_stands_for_the_full_name_but_not_across_genders() -> None:
    text = "Ông Võ Minh Lan và bà Đỗ Thị Lan đến dự. Sau đó bà Lan phát biểu."
    assert spans(text, "PER")[-1] == ("Lan", "Đỗ Thị Lan")


@pytest.mark.parametrize(
    ("text", "orgs", "titles"),
    [
        ("ông Lê Bá, Trưởng Ban Dân vận Huyện ủy", ["Ban Dân vận Huyện ủy"],
         [("Trưởng", "Trưởng ban")]),
        ("ông Lê Bá, Chánh Văn phòng UBND tỉnh", ["Văn phòng UBND tỉnh"],
         [("Chánh", "Chánh Văn phòng")]),
        ("bà Lê Na, Phó Trưởng phòng Nội vụ", ["phòng Nội vụ"],
         [("Phó Trưởng", "Phó Trưởng phòng")]),
        ("bà Lê Na, Uỷ viên Ban Thường vụ Đảng uỷ", ["Đảng uỷ"],
         [("Uỷ viên Ban Thường vụ", "Ủy viên Ban Thường vụ")]),
        ("bà Lê Na, TUV, UVBTV Đảng ủy, PCT HĐND xã", ["Đảng ủy", "HĐND xã"],
         [("TUV", "Tỉnh ủy viên"), ("UVBTV", "Ủy viên Ban Thường vụ"), ("PCT", "Phó Chủ tịch")]),
        ("bà Lê Na, Phó Chủ tịch kiêm Tổng Thư ký", [],
         [("Phó Chủ tịch kiêm Tổng Thư ký", "Phó Chủ tịch kiêm Tổng Thư ký")]),
        ("ông Lê Bá, nguyên Bí thư Huyện ủy", ["Huyện ủy"], [("nguyên Bí thư", "nguyên Bí thư")]),
        ("ông Lê Bá nhận giấy khen của Chủ tịch UBND huyện", ["UBND huyện"], []),
        ("cùng bí thư chi bộ, trưởng thôn 8 thôn", [],
         [("bí thư", "Bí thư"), ("trưởng thôn", "Trưởng thôn")]),
        ("các cán bộ, giáo viên và đại biểu cùng dự", [], []),
        ("Đoàn Chủ tịch điều hành Đại hội", [], []),
        ("nhận nhiệm vụ Phó Bí thư Đảng ủy", ["Đảng ủy"], [("Phó Bí thư", "Phó Bí thư")]),
    ],
)  # fmt: skip
def test_titles(text: str, orgs: list[str], titles: list[tuple[str, str]]) -> None:
    assert spans(text, "TITLE", *orgs) == titles


def test_title_inside_a_longer_word_or_a_body_is_none() -> None:
    text = "tăng trưởng khu vực nông thôn"
    assert find_names(text, words=[(0, 11)]) == []
    assert spans("Văn phòng Chủ tịch nước ra thông báo", "TITLE", "Văn phòng Chủ tịch nước") == []


def test_village_head_keeps_the_village_in_the_span_only() -> None:
    text = "ông Sùng A Páo - Trưởng thôn Bản Mù phát biểu"
    mention = find_names(text, places=places(text, "thôn Bản Mù"))[-1]
    assert (mention.text, mention.norm) == ("Trưởng thôn Bản Mù", "Trưởng thôn")


def test_an_abbreviation_that_opens_a_place_is_no_part_of_the_title() -> None:
    text = "bà Lê Na, PCT TT Phú Lộc; ông Lê Bá, TP Huế"
    mentions = find_names(text, places=places(text, "TT Phú Lộc", "TP Huế"))
    assert [m.norm for m in mentions if m.label == "TITLE"] == ["Phó Chủ tịch"]


def test_posts_of_one_person_with_their_bodies() -> None:
    text = (
        "Đ/c Vũ Văn Khải – Huyện ủy viên, Bí thư Đảng ủy, Chủ tịch HĐND xã; "
        "bà Lò Thị Ín (Phó Chủ tịch UBND xã) dự."
    )
    found = people(text, "Đảng ủy", "HĐND xã", "UBND xã")
    assert found["Vũ Văn Khải"].honorific == "đồng chí"
    assert posts(found["Vũ Văn Khải"]) == [
        ("Bí thư", "<Đảng ủy>"), ("Chủ tịch", "<HĐND xã>"), ("Huyện ủy viên", None),
    ]  # fmt: skip
    assert posts(found["Lò Thị Ín"]) == [("Phó Chủ tịch", "<UBND xã>")]


def test_the_main_position_comes_first() -> None:
    text = (
        "Ông Lê Văn Mẫu, nguyên Bí thư Tỉnh ủy, Phó Trưởng Ban Tổ chức Huyện ủy, "
        "Ủy viên Ban Thường vụ Tỉnh ủy, Bí thư Huyện ủy, dự."
    )
    found = people(text, "Tỉnh ủy", "Ban Tổ chức Huyện ủy", "Tỉnh ủy", "Huyện ủy")
    assert [title for title, _ in posts(found["Lê Văn Mẫu"])] == [
        "Bí thư", "Phó Trưởng ban", "Ủy viên Ban Thường vụ", "nguyên Bí thư",
    ]  # fmt: skip


def test_a_higher_body_weighs_more_than_a_higher_title() -> None:
    text = "Bà Lò Thị Ín, Bí thư Chi bộ, Phó Giám đốc Sở Y tế, dự."
    organizations = bodies(text, "Chi bộ", "Sở Y tế")
    levels = {"<Chi bộ>": "thôn", "<Sở Y tế>": "tỉnh"}
    placed = tuple(replace(body, level=levels[body.name]) for body in organizations)
    names = tuple(find_names(text, organizations=placed))
    (person,) = find_people(Reading(Article(text), body=text, organizations=placed, names=names))
    assert [title for title, _ in posts(person)] == ["Phó Giám đốc", "Bí thư"]


@pytest.mark.parametrize(
    ("text", "orgs", "titles"),
    [
        ("Ông Lê Văn Mẫu, Phó Chủ tịchUBND xã", ["UBND xã"], ["Phó Chủ tịch"]),
        ("Ông Lê Văn Mẫu, Phó chủ tich HĐND xã", ["HĐND xã"], ["Phó Chủ tịch"]),
        ("Ông Lê Văn Mẫu, Phó Giám đốc phụ trách Sở Y tế", ["Sở Y tế"],
         ["Phó Giám đốc phụ trách"]),
        ("Ông Lê Văn Mẫu, Phó Chủ tịch phụ trách văn hóa", [], ["Phó Chủ tịch"]),
        ("Ông Lê Văn Mẫu, Phó Chủ tịch - Tổng Thư ký UBTW MTTQ Việt Nam", ["UBTW MTTQ Việt Nam"],
         ["Phó Chủ tịch - Tổng Thư ký"]),
        ("P. Hiệu trưởng Trường THCS Lê Lợi, thầy Lê Văn Mẫu", ["Trường THCS Lê Lợi"],
         ["Phó Hiệu trưởng"]),
        ("Đ/c Lê Văn Mẫu, Thường vụ Huyện ủy", ["Huyện ủy"], ["Ủy viên Ban Thường vụ"]),
        ("Thường vụ Huyện ủy họp", ["Huyện ủy"], []),
        ("ông Lê Văn Mẫu, Uỷ viên Trung ương Đảng", ["Trung ương Đảng"], ["Ủy viên"]),
    ],
)  # fmt: skip
def test_titles_glued_misspelt_and_acting(text: str, orgs: list[str], titles: list[str]) -> None:
    assert [norm for _, norm in spans(text, "TITLE", *orgs)] == titles


def test_titles_in_front_stack_on_the_name_that_follows() -> None:
    text = "Ủy viên Thường vụ Tỉnh ủy, Giám đốc Sở Y tế Cao Thị Mơ phát biểu."
    found = people(text, "Tỉnh ủy", "Sở Y tế")
    assert posts(found["Cao Thị Mơ"]) == [
        ("Giám đốc", "<Sở Y tế>"), ("Ủy viên Thường vụ", "<Tỉnh ủy>"),
    ]  # fmt: skip


def test_one_title_for_several_names_before_and_behind() -> None:
    text = "Có các Phó Chủ tịch UBND tỉnh: Lê Văn An, Hà Thị Bưởi và Đỗ Cam cùng dự."
    found = people(text, "UBND tỉnh")
    assert {n: posts(p) for n, p in found.items()} == {
        name: [("Phó Chủ tịch", "<UBND tỉnh>")] for name in ("Lê Văn An", "Hà Thị Bưởi", "Đỗ Cam")
    }
    text = "Dự có các đồng chí Lê Văn An, Hà Thị Bưởi - nguyên Bí thư Đảng ủy."
    found = people(text, "Đảng ủy")
    assert all(p.positions[0].former for p in found.values())
    assert len(found) == 2


def test_a_body_that_was_not_recognised_does_not_break_the_chain() -> None:
    found = people("Bà Lò Thị Ín, Bí thư Đảng ủy xã, Chủ tịch HĐND xã dự.")
    assert posts(found["Lò Thị Ín"]) == [("Bí thư", None), ("Chủ tịch", None)]


def test_the_list_gives_the_body_that_a_post_leaves_out() -> None:
    text = "Dự có bà Hà Mây, Chủ tịch Hội Nông dân huyện; ông Lê Thu, Phó Chủ tịch."
    found = people(text, "Hội Nông dân huyện")
    assert posts(found["Lê Thu"]) == [("Phó Chủ tịch", None)]  # test bodies have made-up names
    organizations = [
        OrganizationMention(o.start, o.end, o.text, o.text, "khác", None, None, "test")
        for o in bodies(text, "Hội Nông dân huyện")
    ]
    names = tuple(find_names(text, organizations=organizations))
    reading = Reading(Article(text), body=text, organizations=tuple(organizations), names=names)
    position = find_people(reading)[1].positions[0]
    assert position.organization == "Hội Nông dân huyện"
    assert position.organization_text is None


def test_the_same_post_said_again_is_one_position_and_short_mentions_join() -> None:
    text = "Chủ tịch UBND xã Trần Thị Nương khai mạc. Theo bà Nương, Chủ tịch UBND xã, vụ mùa tốt."
    found = people(text, "UBND xã", "UBND xã")
    assert posts(found["Trần Thị Nương"]) == [("Chủ tịch", "<UBND xã>")]
    assert len(found["Trần Thị Nương"].spans) == 2


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Ông Ma Văn Tư, Bí thư Đảng ủy chủ trì hội nghị.", "chủ trì"),
        ("Đoàn do ông Ma Văn Tư làm Trưởng đoàn đến thăm.", "chủ trì"),
        ("Phát biểu tại lễ, ông Ma Văn Tư chúc mừng bà con.", "phát biểu"),
        ("“Làm trước rồi nói”, ông Ma Văn Tư cười.", "phát biểu"),
        ("Đến dự có ông Ma Văn Tư, Bí thư Đảng ủy.", "tham dự"),
        ("Đại hội bầu ông Ma Văn Tư giữ chức Bí thư Đảng ủy.", "được bầu"),
        ("Dịp này, ông Ma Văn Tư được tặng giấy khen.", "khen thưởng"),
        ("Đoàn trao quà cho gia đình ông Ma Văn Tư.", "nhắc đến"),
        ("1. Ông Ma Văn Tư - Bí thư Đảng ủy: chủ trì", "chủ trì"),
        ("Ông Ma Văn Tư, Trưởng Ban Tổ và ông Lê Thu, Chủ tịch đồng chủ trì.", "chủ trì"),
        ("Ông Ma Văn Tư, người trông đình đã 17 năm nay, góp ý về nếp cưới.", "phát biểu"),
        ("Ông Ma Văn Tư, Bí thư Đảng ủy đến dự và phát biểu.", "phát biểu"),
        ("Dự họp có:\n\n✅ bà Lê Thu\n✅ ông Ma Văn Tư\n", "tham dự"),
        ("Ông Ma Văn Tư, người Dao ở xã, đã đến từng nhà thăm hỏi.", "nhắc đến"),
        ("Vi phạm của ông Ma Văn Tư, theo đoàn kiểm tra, được kết luận.", "nhắc đến"),
        ("Thư ký: Ông Ma Văn Tư – Trưởng thôn", "tham dự"),
        ("Kính gửi:\n- Bà Lê Thu;\n- Ông Ma Văn Tư, Bí thư Đảng ủy.", "tham dự"),
        ("Xã do Mặt trận chủ trì.\n\n- Bà Lê Thu vắng.\n- Báo cáo của ông Ma Văn Tư.", "nhắc đến"),
        ("Trao giải nhất có ông Ma Văn Tư, Bí thư Đảng ủy.", "tham dự"),
    ],
)
def test_roles(text: str, role: str) -> None:
    assert people(text)["Ma Văn Tư"].role == role


@pytest.mark.parametrize(
    "unit", ["Trưởng ", "ông ", "Nguyễn Văn ", "phó ", "Chủ tịch, ", "- ", "A-a"]
)
def test_hostile_repetition_takes_linear_time(unit, grows_linearly) -> None:
    def read(text: str) -> None:
        names = tuple(find_names(text))
        find_people(Reading(Article(text), body=text, names=names))

    grows_linearly(read, unit, 5_000)


def test_a_title_may_end_the_text():
    found = find_names("Hội nghị bầu ông Trần Văn Hạnh làm Trưởng ban")
    assert [m.text for m in found if m.label == "TITLE"] == ["Trưởng ban"]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Ông Lê Văn Mến dự. Anh Mến mong mưa.", ["Lê Văn Mến", "Mến"]),
        ("Ông Lê Văn Mến, Bí thư dự. Bí thư Mến mong mưa.", ["Lê Văn Mến", "Mến"]),
        ("Khen các hộ: Thuận Thị Trai, Lê Thu.", ["Thuận Thị Trai", "Lê Thu"]),
        ("Đảng bộ Thị xã Sông Cầu họp.", []),
        ("Có mế Căn Thuốt dự.", ["Căn Thuốt"]),
    ],
)
def test_names_alone_and_names_of_women(text: str, mentions: list[str]) -> None:
    assert [m.text for m in find_names(text) if m.label == "PER"] == mentions


def test_an_alias_in_brackets_is_the_same_person() -> None:
    text = "Chú Lê Minh Đảm (Năm Đảm), nguyên chủ tịch hội. Chú Năm Đảm kể."
    norms = [m.norm for m in find_names(text) if m.label == "PER"]
    assert norms == ["Lê Minh Đảm"] * 3


def test_what_may_stand_between_a_name_and_its_post() -> None:
    assert posts(people("Bà Lê Thu (xã Lũng Cú), Phó Bí thư.")["Lê Thu"]) == [("Phó Bí thư", None)]
    assert posts(people("Già Kôn Vúi, 81 tuổi, Trưởng thôn.")["Kôn Vúi"]) == [("Trưởng thôn", None)]
    once = people("Ông Ma Tư, người làng Cọ, năm nay 68 tuổi, từng là Bí thư.")["Ma Tư"]
    assert posts(once) == [("Bí thư", None)]
    acting = people("Ông Ma Tư, Q. Chủ tịch nói.")["Ma Tư"]
    assert posts(acting) == [("Quyền Chủ tịch", None)]


def test_two_joined_by_and_are_elected_together() -> None:
    found = people("Ông Ma Tư, Trưởng thôn và bà Lê Thu được bầu làm Phó Chủ tịch.")
    assert ("Phó Chủ tịch", None) in posts(found["Ma Tư"])
    assert ("Phó Chủ tịch", None) in posts(found["Lê Thu"])


@pytest.mark.parametrize(
    ("text", "orgs", "titles"),
    [
        ("Kế toán trưởng Lê Văn Mẫu ký; chữ ký của kế toán trưởng.", [], ["Kế toán trưởng"]),
        ("Phó Tổng Thanh tra Chính phủ Lê Văn Mẫu nói.", ["Thanh tra Chính phủ"],
         ["Phó Tổng Thanh tra"]),
        ("bà Lê Na, Phó Trưởng phòng phụ trách Phòng Tư pháp", ["Phòng Tư pháp"],
         ["Phó Trưởng phòng phụ trách"]),
        ("Trưởng các ban, ngành; Trưởng, Phó Trưởng các ban HĐND dự.", [],
         ["Trưởng", "Trưởng ban", "Phó Trưởng ban"]),
        ("bà Lê Na, PBT.TT Đảng ủy, CT.HĐND xã", ["Đảng ủy", "HĐND xã"],
         ["Phó Bí thư Thường trực", "Chủ tịch"]),
        ("bà Lê Na, công chức VHXH; ông Lê Bá - công chức Tư pháp - Hộ tịch", [],
         ["Công chức Văn hóa - Xã hội", "Công chức Tư pháp - Hộ tịch"]),
        ("bà Lê Na, TP Nội vụ; Chủ tịch TP Huế họp.", [], ["Trưởng phòng", "Chủ tịch"]),
        ("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLê Văn Mẫu", [], ["Phó Chủ tịch"]),
        ("nhân viên Đại sứ quán; quyết định giám đốc thẩm", [], []),
        ("các đồng chí UVBTV, UVBCH Đảng bộ", ["Đảng bộ"],
         ["Ủy viên Ban Thường vụ", "Ủy viên Ban Chấp hành"]),
        ("ông Lê Bá, Ủy viên dự khuyết BCH Trung ương Đảng", ["BCH Trung ương Đảng"],
         ["Ủy viên dự khuyết"]),
    ],
)  # fmt: skip
def test_titles_by_their_kind(text: str, orgs: list[str], titles: list[str]) -> None:
    assert [norm for _, norm in spans(text, "TITLE", *orgs)] == titles


@pytest.mark.parametrize(
    ("text", "orgs", "holders"),
    [
        ("Các Phó Chủ tịch: Lê Văn An, Hà Bưởi; Thư ký Tòa soạn Đỗ Văn Cam dự.", [],
         {"Lê Văn An": "Phó Chủ tịch", "Hà Bưởi": "Phó Chủ tịch",
          "Đỗ Văn Cam": "Thư ký Tòa soạn"}),
        ("Bí thư Đảng ủy - ông Lê Văn An, Chủ tịch UBND xã - bà Hà Bưởi dự.",
         ["Đảng ủy", "UBND xã"], {"Lê Văn An": "Bí thư", "Hà Bưởi": "Chủ tịch"}),
        ("Ông Lê Văn An và các Trưởng thôn, Bí thư chi bộ dự.", [], {"Lê Văn An": None}),
        ("Chủ tịch UBND xã Lê Văn An về miễn nhiệm chức vụ Phó Chủ tịch đối với bà Hà Bưởi.",
         ["UBND xã"], {"Lê Văn An": "Chủ tịch", "Hà Bưởi": "Phó Chủ tịch"}),
        ("Ông Lê Văn An giữ chức Bí thư thay bà Hà Bưởi nghỉ hưu.", [],
         {"Lê Văn An": "Bí thư", "Hà Bưởi": "Bí thư"}),
        ("Bầu bà Hà Bưởi, Đỗ Văn Cam làm Phó Trưởng ban.", [],
         {"Hà Bưởi": "Phó Trưởng ban", "Đỗ Văn Cam": "Phó Trưởng ban"}),
        ("Giám đốc Công ty An Hòa (Ahoco) Lê Văn An nói.", ["Công ty An Hòa"],
         {"Lê Văn An": "Giám đốc"}),
        ("Anh Lê Văn An, 29 tuổi, người Dao, Bí thư Đoàn xã nói.", ["Đoàn xã"],
         {"Lê Văn An": "Bí thư"}),
        ("Chủ tịch xã, ông Lê Văn An, cười.", [], {"Lê Văn An": "Chủ tịch"}),
        ("CHỦ TỊCH\n(đã ký)\nLê Văn An", [], {"Lê Văn An": "Chủ tịch"}),
    ],
)  # fmt: skip
def test_who_holds_a_post(text: str, orgs: list[str], holders: dict[str, str | None]) -> None:
    found = people(text, *orgs)
    assert {n: p.positions[0].title if p.positions else None for n, p in found.items()} == holders


@pytest.mark.parametrize(
    ("text", "orgs", "body"),
    [
        ("Công ty An Hòa xây cầu. Ông Lê Văn An, Giám đốc công ty, nói.", ["Công ty An Hòa"],
         "Công ty An Hòa"),
        ("Trường Lê Lợi khai giảng. Hiệu trưởng Lê Văn An nói.", ["Trường Lê Lợi"],
         "Trường Lê Lợi"),
        ("Trường Lê Lợi và Trường Kim Đồng họp. Hiệu trưởng Lê Văn An nói.",
         ["Trường Lê Lợi", "Trường Kim Đồng"], None),
        ("Ông Lê Văn An, Chủ tịch và bà Hà Bưởi, Phó Chủ tịch Hội Nông dân xã.",
         ["Hội Nông dân xã"], "Hội Nông dân xã"),
        ("Tại Ban Chấp hành Đoàn, ông Lê Văn An, Trưởng ban, nói.", ["Ban Chấp hành Đoàn"], None),
        ("Tại Thành ủy Huế, Bí thư Quận 2 Lê Văn An nói.", ["Thành ủy Huế"], None),
    ],
)  # fmt: skip
def test_a_body_named_elsewhere(text: str, orgs: list[str], body: str | None) -> None:
    named = tuple(replace(o, name=o.text) for o in bodies(text, *orgs))
    names = tuple(find_names(text, organizations=named))
    reading = Reading(Article(text), body=text, organizations=named, names=names)
    assert find_people(reading)[0].positions[0].organization == body


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("✅ Chị Lư Thị Lan nói.", ["Lư Thị Lan"]),
        ("Ông PHAN VĂN MẪU (Bảy Mẫu) mất.", ["PHAN VĂN MẪU", "Bảy Mẫu"]),
        ("Các Phó Tổng Giám đốc: Vũ Hải, Lê Thu dự.", ["Vũ Hải", "Lê Thu"]),
        ("Bắt đối tượng Trần Văn Mẫn.", ["Trần Văn Mẫn"]),
        ("Ghi chú: Lịch này thay giấy mời.", []),
        ("Trên đường Ama Khê. Ama Khê kể.", ["Khê"]),
        ("Hội trao quà.\nAnh Khoa", []),
        ("Linh mục Đinh Văn Mẫu, chánh xứ Bình An, dự.", ["Đinh Văn Mẫu"]),
        ("PV Tiền Phong ghi nhận.", []),
    ],
)
def test_names_in_lists_brackets_and_bylines(text: str, names: list[str]) -> None:
    assert [m.text for m in find_names(text) if m.label == "PER"] == names
