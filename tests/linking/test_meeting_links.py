"""Which articles tell of one event, which of two, and which are left to a reader."""

import pytest
from linking_cases import PN, QN, TD, TL, event, person

from hoinghi.linking import link
from hoinghi.linking.titles import contradict, likeness, parse_title

FRONT = "Ủy ban Mặt trận Tổ quốc Việt Nam xã Tam Đại"
REVIEW = "Hội nghị tổng kết công tác Mặt trận năm 2023"
LONG = "Hội nghị phản biện xã hội dự thảo Đề án sắp xếp thôn, tổ dân phố giai đoạn 2023 - 2025"


@pytest.fixture
def verdict(tables):
    """Return what becomes of one event each of two articles: join, doubtful or apart."""

    def ask(first, second, published=("2023-12-29", "2023-12-30")):
        links = link(tables((published[0], [], [first]), (published[1], [], [second])))
        if len(set(links.meetings.values())) == 1:
            return "join"
        return "doubtful" if links.event_clusters.doubtful else "apart"

    return ask


@pytest.mark.parametrize(
    ("name", "when", "place", "expected"),
    [
        ("tổng kết công tác Mặt trận", "2023-12-28", TD, "join"),  # a headline's short form
        ("HỘI NGHỊ TỔNG KẾT CÔNG TÁC MẶT TRẬN NĂM 2023", "2023-12-28TMO", TD, "join"),
        (REVIEW, "2023-12-27/2023-12-28", TD, "join"),  # the day lies in the days of the other
        (REVIEW, "2023-12-28", PN, "join"),  # the district tells of the commune's conference
        (REVIEW, "2023-12-28", TL, "apart"),  # the neighbours hold theirs
        (REVIEW, "2023-12-27", TD, "apart"),
        ("Hội nghị tổng kết công tác Mặt trận năm 2022", "2023-12-28", TD, "apart"),
        ("Hội nghị tổng kết phong trào nông dân", "2023-12-28", TD, "doubtful"),
        ("Lễ khánh thành cầu dân sinh", "2023-12-28", TD, "apart"),
    ],
)
def test_day_place_and_name_must_agree(verdict, name, when, place, expected):
    first = event(REVIEW, "2023-12-28", TD, hosts=[FRONT])
    assert verdict(first, event(name, when, place, hosts=[FRONT])) == expected


def test_other_hosts_keep_two_conferences_apart(verdict):
    farmers, women = (
        event("Hội nghị tổng kết năm 2023", "2023-12-28", QN, hosts=[host])
        for host in ("Hội Nông dân tỉnh Quảng Nam", "Hội Liên hiệp Phụ nữ tỉnh Quảng Nam")
    )
    assert verdict(farmers, women) != "join"
    assert verdict(farmers, {**women, "hosts": []}) != "join"  # a name of many meetings
    assert verdict(farmers, farmers) == "join"


@pytest.mark.parametrize("missing", ["when", "place"])
def test_a_missing_day_or_place_needs_the_host_and_a_long_name(verdict, missing):
    told = event(LONG, "2023-12-28", TD, hosts=[FRONT])
    assert verdict(told, {**told, missing: None}) == "join"
    assert verdict(told, {**told, missing: None, "hosts": []}) != "join"
    assert verdict(told, {**told, missing: None}, published=("2023-12-29", "2024-05-29")) == (
        "apart" if missing == "when" else "join"
    )


def test_events_of_one_article_stay_two(tables):
    told = event(REVIEW, "2023-12-28", TD, hosts=[FRONT])
    links = link(tables(("2023-12-29", [], [told, told]), ("2023-12-29", [], [told])))
    assert len(set(links.meetings.values())) > 1
    assert links.event_clusters.doubtful


def test_who_takes_part_in_one_event_is_one_person(tables):
    met = {**person("Trần Minh Tâm"), "meeting": 0}
    told = event(REVIEW, "2023-12-28", TD, hosts=[FRONT])
    articles = [("2023-12-29", [met], [told]), ("2023-12-30", [met], [told])]
    assert len(set(link(tables(*articles)).people.values())) == 1


@pytest.mark.parametrize(
    ("first", "second", "clash"),
    [
        ("Đại hội MTTQ lần thứ XII", "đại hội mttq lần thứ 12", False),
        ("Đại hội lần thứ XII, nhiệm kỳ 2024-2029", "Đại hội lần thứ XI", True),
        ("kỳ họp thứ mười lăm", "Kỳ họp thứ 15 HĐND", False),
        ("kỳ họp thứ hai mươi mốt", "kỳ họp thứ 20", True),
        ("nhiệm kỳ 2019 – 2024", "nhiệm kỳ 2024 - 2029", True),
        ("sơ kết 6 tháng đầu năm", "sơ kết 9 tháng đầu năm", True),
        ("tổng kết năm 2023, nhiệm vụ năm 2024", "tổng kết năm 2023", False),
    ],
)
def test_numbers_of_one_kind_must_be_the_same(first, second, clash):
    assert contradict(parse_title(first), parse_title(second)) is clash


def test_forms_of_a_body_and_the_own_place_do_not_tell_names_apart():
    short = parse_title("Đại hội UBMTTQVN xã lần thứ XII", ("xã tam đại", "huyện phú ninh"))
    long = "Đại hội đại biểu Mặt trận Tổ quốc Việt Nam xã Tam Đại lần thứ XII"
    assert likeness(short, parse_title(long, ("xã tam đại", "huyện phú ninh"))) == (1.0, 1.0)


def test_houses_handed_over_on_one_day_are_left_to_a_reader(verdict):
    name = "Lễ bàn giao nhà Đại đoàn kết"
    first, second = (event(name, "2023-12-28", TD, hosts=[FRONT]) for _ in range(2))
    assert verdict(first, second) == "doubtful"
