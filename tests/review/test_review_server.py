import json
import socket
import urllib.error
import urllib.parse
import urllib.request

import pyarrow.parquet as pq
import pytest
from review_cases import TOKEN, serving

from hoinghi.corrections import Store, refresh
from hoinghi.report import read_facts


def ask(address, path="/api/items", *, method="GET", body=None, token=TOKEN, **headers):
    """Return status, headers and text of an answer; headers are given as they are sent."""
    port = address.rpartition(":")[2]
    sent = {name.replace("_", "-"): value for name, value in headers.items() if value}
    if token is not None:
        sent.setdefault("cookie", f"hoinghi-{port}={token}")
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(address + path, data, sent, method=method)  # noqa: S310
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310
            return answer.status, answer.headers, answer.read().decode()
    except urllib.error.HTTPError as answer:
        return answer.code, answer.headers, answer.read().decode()


def post(address, number, **body):
    port = address.rpartition(":")[2]
    origin = body.pop("origin", f"http://127.0.0.1:{port}")
    headers = body.pop("headers", {})
    status, _, text = ask(
        address, f"/api/items/{number}", method="POST", body=body, origin=origin, **headers
    )
    return status, json.loads(text) if text.startswith("{") else text


def numbers(address):
    return {item["name"]: n for n, item in enumerate(json.loads(ask(address)[2])["items"])}


def item_of(address, words):
    number = next(n for name, n in numbers(address).items() if words in name)
    return json.loads(ask(address, f"/api/items/{number}")[2])


def test_only_who_has_the_address_sees_anything(address):
    for path in ("/", "/static/main.js", "/api/items", "/api/items/0", "/nothing"):
        assert ask(address, path, token=None)[0] == 401
        assert ask(address, path, token="a-token-of-the-test")[0] == 401  # noqa: S106
    assert ask(address, "/api/items?token=" + TOKEN, token=None)[0] == 401
    status, headers, page = ask(address, "/?token=" + TOKEN, token=None)
    assert (status, "<title>Duyệt số liệu hội nghị</title>" in page) == (200, True)
    cookie = headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert ask(address, token=None, cookie=cookie.partition(";")[0])[0] == 200


def test_no_answer_lets_anything_in_from_elsewhere(address):
    for path in ("/", "/static/main.js", "/api/items", "/static/none.js"):
        _, headers, _ = ask(address, path)
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] == "no-store"
        assert headers["x-frame-options"] == "DENY"
        assert headers["access-control-allow-origin"] is None
    assert ask(address, token=None)[1]["content-security-policy"]


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1", "127.0.0.1:1"])
def test_another_name_that_leads_here_is_refused(address, host):
    assert ask(address, host=host)[0] == 421


def test_this_machine_may_be_called_localhost(address):
    assert ask(address, host=f"localhost:{address.rpartition(':')[2]}")[0] == 200


def test_another_site_can_neither_read_nor_write(address, out):
    body = {"action": "reject", "version": "", "note": ""}
    for origin in ("https://evil.example", "null", "http://127.0.0.1:1", ""):
        assert post(address, 0, origin=origin, **body)[0] == 403
    assert ask(address, origin="https://evil.example")[0] == 403
    assert ask(address, sec_fetch_site="cross-site")[0] == 403
    assert post(address, 0, headers={"sec_fetch_site": "same-site"}, **body)[0] == 403
    assert Store(out).read().decisions == ()
    assert post(address, 0, headers={"sec_fetch_site": "same-origin"}, **body)[0] == 200


def test_it_listens_on_this_machine_alone(address):
    port = int(address.rpartition(":")[2])
    own = socket.gethostbyname(socket.gethostname())
    if own.startswith("127."):  # the name of this machine leads to loopback
        own = "127.0.0.2"
    with pytest.raises(OSError):  # noqa: PT011 - refused, or no way there
        socket.create_connection((own, port), timeout=5)


@pytest.mark.parametrize("name", ["../server.py", "..%2fserver.py", "__init__.py", "%2e%2e", ""])
def test_no_file_but_those_of_the_page_is_given(address, name):
    assert ask(address, f"/static/{name}")[0] == 404


def test_what_is_to_be_checked_is_listed_with_its_reasons(address):
    listed = json.loads(ask(address)[2])
    found = {item["name"]: item["reasons"] for item in listed["items"]}
    assert found["Hội nghị tổng kết công tác Mặt trận"] == ["no-date"]
    assert found["Lễ phát động phong trào thi đua sản xuất giỏi"] == ["no-place"]
    assert not [name for name in found if "sơ kết" in name]
    assert listed["reasonTexts"]["no-date"] == "Chưa rõ ngày"


def test_a_correction_is_stored_with_who_and_when_and_against_the_machine(address, out):
    item = item_of(address, "công tác Mặt trận")
    form = {**item["form"], "day": "12/3/2024", "time": "8h30", "part": ""}
    status, now = post(address, item["number"], action="correct", version="", form=form, note=" a ")
    assert status == 200, now
    assert (now["status"], now["who"], now["form"]["day"]) == ("correct", "An", "12/3/2024")
    (decision,) = Store(out).read().decisions
    (change,) = decision.fields.values()
    assert (change.before, change.after) == ("XXXX-03-12TMO", "2024-03-12T08:30")
    assert (decision.who, decision.note, decision.reasons) == ("An", "a", ("no-date",))
    assert decision.when[10] == "T"
    assert decision.when[-6] in "+-"


def test_a_form_that_changes_nothing_accepts(address, out):
    item = item_of(address, "công tác Mặt trận")
    post(address, item["number"], action="correct", version="", form=item["form"], note="")
    assert [(d.action, d.fields) for d in Store(out).read().decisions] == [("accept", {})]


def test_accepting_what_was_corrected_keeps_the_correction(address):
    item = item_of(address, "thi đua sản xuất")
    place = "Xã Bình Sa, Huyện Thăng Bình, Tỉnh Quảng Nam"
    form = {**item["form"], "place": place}
    _, now = post(address, item["number"], action="correct", version="", form=form)
    _, now = post(address, item["number"], action="accept", version=now["version"])
    assert (now["status"], now["form"]["place"]) == ("accept", place)
    _, now = post(address, item["number"], action="withdraw", version=now["version"])
    assert (now["status"], now["form"]["place"]) == ("", "")


@pytest.mark.parametrize(
    ("field", "value", "problem"),
    [
        ("day", "31/2/2024", "Không có ngày"),
        ("day", "hôm kia", "Không hiểu ngày"),
        ("time", "25:00", "Không hiểu giờ"),
        ("until", "1/1/1999", ""),
        ("place", "Xã Không Có, Huyện Phú Ninh, Tỉnh Quảng Nam", "Danh mục hành chính"),
        ("type", "liên hoan", "trong danh sách"),
        ("name", "  ", "không được để trống"),
        ("name", "x" * 3000, "quá dài"),
        ("hosts", "không phải danh sách", "Danh sách"),
    ],
)
def test_what_a_field_cannot_hold_is_said_at_the_field(address, out, field, value, problem):
    item = item_of(address, "công tác Mặt trận")
    form = {**item["form"], "day": "12/3/2024", field: value}
    status, told = post(address, item["number"], action="correct", version="", form=form)
    assert (status, problem in told["problem"]) == (422, True), told
    assert told["field"] in {field, "day"}
    assert Store(out).read().decisions == ()


def test_who_was_slower_gets_both_and_loses_nothing(address, second):
    item = item_of(address, "công tác Mặt trận")
    number = item["number"]
    mine = {**item["form"], "day": "12/3/2024"}
    assert post(address, number, action="correct", version="", form=mine)[0] == 200
    yours = {**item["form"], "day": "13/3/2024"}
    status, told = post(second, number, action="correct", version="", form=yours)
    assert (status, told["theirs"]["who"], told["theirs"]["action"]) == (409, "An", "correct")
    assert told["item"]["form"]["day"] == "12/3/2024"
    version = told["item"]["version"]
    assert post(second, number, action="correct", version=version, form=yours)[0] == 200
    assert item_of(address, "công tác Mặt trận")["form"]["day"] == "13/3/2024"


def test_what_others_decide_is_told(address, second):
    before = json.loads(ask(address)[2])["total"]
    number = numbers(second)["Hội nghị tổng kết công tác Mặt trận"]
    post(second, number, action="accept", version="")
    told = json.loads(ask(address, f"/api/changes?since={before}")[2])
    assert told["total"] == before + 1
    assert told["items"][str(number)]["who"] == "Bình"
    assert json.loads(ask(address, f"/api/changes?since={before + 1}")[2])["items"] == {}


def test_units_are_suggested_without_accents_those_of_the_day_first(address):
    asked = "/api/units?q=tam%20dai&day=2024-03-12"
    found = json.loads(ask(address, asked)[2])
    assert found[0] == "Xã Tam Đại, Huyện Phú Ninh, Tỉnh Quảng Nam"
    within = json.loads(ask(address, "/api/units?q=xa%20binh%20sa,%20thang%20binh")[2])
    assert within == ["Xã Bình Sa, Huyện Thăng Bình, Tỉnh Quảng Nam"]
    assert json.loads(ask(address, "/api/units?q=")[2]) == []


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b'{"form": 1}', b'{"action": "burn"}'])
def test_what_cannot_be_read_is_refused(address, out, body):
    port = address.rpartition(":")[2]
    headers = {"cookie": f"hoinghi-{port}={TOKEN}", "origin": address}
    request = urllib.request.Request(address + "/api/items/0", body, headers)  # noqa: S310
    with pytest.raises(urllib.error.HTTPError) as answer:
        urllib.request.urlopen(request, timeout=20)  # noqa: S310
    assert answer.value.code == 422
    assert Store(out).read().decisions == ()


def test_a_row_that_there_is_not_is_said(address):
    assert ask(address, "/api/items/4711")[0] == 410
    assert post(address, 4711, action="accept", version="")[0] == 410


def test_the_day_is_read_from_marked_words(address):
    number = numbers(address)["Hội nghị tổng kết công tác Mặt trận"]
    path = f"/api/items/{number}/day?text=S%C3%A1ng%20ng%C3%A0y%2023/4/2024&value="
    told = json.loads(ask(address, path)[2])
    assert told == {"day": "23/4/2024", "until": "", "time": "", "part": "sáng"}


@pytest.mark.parametrize(
    ("text", "day", "time", "part"),
    [
        ("7 giờ 30", "", "07:30", ""),
        ("lúc 2 giờ chiều", "", "14:00", ""),
        ("sáng", "", "", "sáng"),
        ("7 giờ 30 ngày 12/3/2024", "12/3/2024", "07:30", ""),
        ("đại biểu", "", "", ""),
    ],
)
def test_words_that_tell_an_hour_alone_tell_no_day(address, text, day, time, part):
    number = numbers(address)["Hội nghị tổng kết công tác Mặt trận"]
    asked = urllib.parse.urlencode({"text": text, "value": ""})
    told = json.loads(ask(address, f"/api/items/{number}/day?{asked}")[2])
    assert told == {"day": day, "until": "", "time": time, "part": part}


def test_what_is_decided_is_no_longer_to_be_checked_in_a_report_but_stays_in_the_list(address, out):
    before = set(read_facts(out).doubts["name"])
    number = numbers(address)["Hội nghị tổng kết công tác Mặt trận"]
    post(address, number, action="accept", version="")
    after = set(read_facts(out).doubts["name"])
    assert before - after == {"Hội nghị tổng kết công tác Mặt trận"}
    with serving(out, "Bình") as later:
        (item,) = [i for i in json.loads(ask(later)[2])["items"] if i["status"]]
        assert (item["name"], item["reasons"]) == (
            "Hội nghị tổng kết công tác Mặt trận",
            ["no-date"],
        )


def test_the_list_is_that_of_the_report(address, out):
    listed = {item["name"] for item in json.loads(ask(address)[2])["items"]}
    assert listed == set(read_facts(out).doubts["name"])


@pytest.mark.parametrize("others", ['x={"a":1}', "a=b c", 'q="; z', "=; ;;", "tên=ô"])
def test_odd_cookies_of_other_local_programs_lock_nobody_out(address, others):
    port = address.rpartition(":")[2]
    own = f"hoinghi-{port}={TOKEN}"
    for cookies in (f"{others}; {own}", f"{own}; {others}"):
        sent = cookies.encode().decode("latin-1")  # as its bytes come
        assert ask(address, token=None, cookie=sent)[0] == 200
    assert ask(address, token=None, cookie=f"{others}; {own}x")[0] == 401


IN_2015 = "Xã Hải Nhân, Huyện Tĩnh Gia, Tỉnh Thanh Hóa"
IN_2024 = "Xã Hải Nhân, Thị xã Nghi Sơn, Tỉnh Thanh Hóa"


@pytest.mark.parametrize(("day", "place"), [("5/4/2015", IN_2015), ("5/4/2024", IN_2024)])
def test_a_place_is_one_of_the_corrected_day(address, out, day, place):
    item = item_of(address, "thi đua sản xuất")  # of 2024, says the machine
    asked = urllib.parse.urlencode({"q": "xa hai nhan, tinh gia", "day": "2015-04-05"})
    assert json.loads(ask(address, f"/api/units?{asked}")[2]) == [IN_2015]
    form = {**item["form"], "day": day, "place": IN_2015}
    status, now = post(address, item["number"], action="correct", version="", form=form)
    assert (status, now["form"]["place"]) == (200, place)
    refresh(out)
    rows = pq.read_table(out / "parquet" / "meetings.parquet").to_pylist()
    (row,) = [row for row in rows if row["name"] == item["form"]["name"]]
    assert (row["commune"], bool(row["place_code"])) == ("Xã Hải Nhân", True)


def test_a_later_save_keeps_the_places_that_were_marked(address, out):
    item = item_of(address, "công tác Mặt trận")
    form = {**item["form"], "day": "12/3/2024", "venue": "Nhà văn hóa"}
    spans = {"when": [0, 9], "venue": [15, 26]}
    sent = {"action": "correct", "version": "", "form": {**form, "spans": spans}}
    _, now = post(address, item["number"], **sent)
    again = {**now["form"], "venue": "Hội trường", "spans": {}}
    sent = {"action": "correct", "version": now["version"], "form": again, "note": "đã hỏi lại"}
    assert post(address, item["number"], **sent)[0] == 200
    fields = Store(out).read().decisions[-1].fields
    assert (fields["when"].start, fields["when"].end) == (0, 9)
    assert fields["venue"].start is None  # it is another one


def test_what_the_server_fails_at_is_said_in_vietnamese_first(address, out):
    (out / "corrections.jsonl").write_text("{\n", encoding="utf-8")
    status, _, text = ask(address)
    assert (status, json.loads(text)["problem"].startswith("Máy chủ báo lỗi: ")) == (500, True)
