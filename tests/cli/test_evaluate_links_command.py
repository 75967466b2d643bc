import json

PLACE = "Xã Tam Đại, Huyện Phú Ninh, Tỉnh Quảng Nam"
POST = ["Chủ tịch", "Ủy ban nhân dân xã Tam Đại", PLACE]
CHAIR = {"id": "p1", "name": "Ngô Quang Diệm", "honorific": "ông", "role": "tham dự"}


def cases(tmp_path, *changes):
    row = {"half": "dev", "source": "s", "published": "2024-05-05", "meetings": []}
    rows = [
        {**row, "id": f"d{n}", "people": [{**CHAIR, "posts": [POST], **change}]}
        for n, change in enumerate(changes)
    ]
    path = tmp_path / "cases.jsonl"
    path.write_text("\n".join(json.dumps(r) for r in rows), encoding="utf-8")
    return path


def test_pairs_are_scored_and_slips_named(hoinghi, tmp_path):
    path = cases(tmp_path, {}, {"honorific": None}, {"id": "p2"})
    target = tmp_path / "figures.json"
    result = hoinghi("evaluate-links", path, "--errors", "--json", target)
    assert result.exit_code == 0
    assert "invented d0, d2: people: Ngô Quang Diệm" in result.stdout
    figures = json.loads(target.read_text("utf-8"))
    assert figures["people.recall"] == 1.0
    assert figures["people.pairs"] == 1
    assert figures["people.precision"] < 0.4
    assert figures["meetings.f1"] is None
    assert "people            0" in hoinghi("evaluate-links", path, "--half", "held").stdout


def test_a_bad_row_is_named(hoinghi, tmp_path):
    for change, told in (
        ({"posts": [["Chủ tịch", "UBND", "Xã Không Có, Tỉnh Nào"]]}, "no place"),
        ({"posts": None}, "TypeError"),
    ):
        result = hoinghi("evaluate-links", cases(tmp_path, {}, change))
        assert (result.exit_code, result.stdout) == (2, "")
        assert "cases.jsonl:2: no case" in result.stderr
        assert told in result.stderr
