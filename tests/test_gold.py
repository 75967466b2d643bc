import json
import re
from datetime import date
from pathlib import Path

import pytest

from hoinghi.errors import GoldError
from hoinghi.gold import GoldPosition, check, read_gold, split_of
from hoinghi.gold.vocabulary import is_timex

CORPUS = Path(__file__).parent.parent / "corpus"
PLACE = "Xã Tam Đại, Huyện Phú Ninh, Tỉnh Quảng Nam"
BODY = (
    '<DATE v="2024-04-23TMO">Sáng 23/4</DATE>, ông <PER>Trần Văn Mẫu</PER>, '
    '<TITLE n="Phó Chủ tịch">PCT</TITLE> <ORG n="Ủy ban nhân dân xã Tam Đại">UBND '
    f'<LOC n="{PLACE}">xã Tam Đại</LOC></ORG>, mở <MEETING>lớp tập huấn</MEETING>.'
)
MEETING = {
    "name": "lớp tập huấn",
    "type": "tập huấn",
    "when": "2024-04-23TMO",
    "venue": None,
    "places": [PLACE],
    "hosts": [],
    "main": True,
}
PERSON = {
    "name": "Trần Văn Mẫu",
    "honorific": "ông",
    "positions": [{"title": "Phó Chủ tịch", "org": "Ủy ban nhân dân xã Tam Đại"}],
    "role": "chủ trì",
}
RECORDS = {"meetings": [MEETING], "people": [PERSON], "directives": []}


CITED = '<DIRECTIVE n="Luật|75/2015|QH13|Quốc hội|2015-06-09">Luật số 75/2015/QH13</DIRECTIVE>'
LAW = {
    **RECORDS,
    "directives": [
        {
            "kind": "Luật",
            "number": "75/2015",
            "symbol": "QH13",
            "issuer": "Quốc hội",
            "date": None,
            "title": None,
        }
    ],
}
SECRETARIAT = '<ORG n="Ban Bí thư Trung ương Đảng">Ban Bí thư</ORG>'


def write(folder, body=BODY, records=RECORDS, document_id="t1"):
    path = folder / "gold.xml"
    path.write_text(
        f'<corpus><doc id="{document_id}" source="xã" published="2024-04-24" title="Tập huấn">'
        f"<body>\n\n{body}\n</body>"
        f"<records>{json.dumps(records)}</records></doc></corpus>",
        encoding="utf-8",
    )
    return path


def test_the_gold_of_the_project_keeps_the_guidelines():
    assert check([CORPUS / "gold"]) == []


def test_gold_is_split_four_to_one_by_id_alone():
    documents = list(read_gold([CORPUS / "gold"]))
    test = [d for d in documents if split_of(d.document_id) == "test"]
    assert (len(documents) - len(test), len(test)) == (466, 95)
    assert split_of("g001") == "train"


def test_the_example_of_the_readme_is_valid(tmp_path):
    readme = (CORPUS / "README.md").read_text(encoding="utf-8")
    example = re.search(r"```xml\n(.*?)```", readme, re.DOTALL)
    path = tmp_path / "readme.xml"
    path.write_text(f"<corpus>{example[1]}</corpus>", encoding="utf-8")
    assert check([path]) == []
    assert [d.people[0].name for d in read_gold([path])] == ["Trần Văn Mẫu"]


def test_tags_become_offsets_of_the_text_without_its_outer_line_breaks(tmp_path):
    (document,) = read_gold([write(tmp_path)])
    text = document.article.text
    assert text.startswith("Sáng 23/4, ông")
    assert text.endswith("lớp tập huấn.")
    assert all(text[m.start : m.end] == m.text for m in document.spans)
    assert [(m.label, m.text) for m in document.spans][3:5] == [
        ("ORG", "UBND xã Tam Đại"),
        ("LOC", "xã Tam Đại"),
    ]
    assert [m.norm for m in document.spans if m.label == "PER"] == ["Trần Văn Mẫu"]
    assert document.article.published == date(2024, 4, 24)
    assert document.main_meeting is document.meetings[0]
    assert document.people[0].positions == (
        GoldPosition("Phó Chủ tịch", "Ủy ban nhân dân xã Tam Đại"),
    )


def test_json_lines_read_like_the_xml_that_they_came_from(tmp_path):
    (from_xml,) = read_gold([write(tmp_path)])
    line = {
        "id": "t1",
        "source": "xã",
        "published": "2024-04-24",
        "title": "Tập huấn",
        "text": from_xml.article.text,
        "spans": [
            {"start": m.start, "end": m.end, "label": m.label, "norm": m.norm}
            for m in reversed(from_xml.spans)
        ],
        **RECORDS,
    }
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(line) + "\n\n", encoding="utf-8")
    (from_lines,) = read_gold([path])
    assert check([path]) == []
    assert from_lines.spans == from_xml.spans
    assert from_lines.meetings == from_xml.meetings
    assert from_lines.people == from_xml.people


def meeting(**changes):
    return {**RECORDS, "meetings": [{**MEETING, **changes}]}


def person(**changes):
    return {**RECORDS, "people": [{**PERSON, **changes}]}


@pytest.mark.parametrize(
    ("body", "records", "problem"),
    [
        (BODY.replace("2024-04-23TMO", "23/4/2024"), RECORDS, "no TIMEX3 value"),
        (BODY.replace("PER>", "HUMAN>"), RECORDS, "unknown label"),
        (BODY.replace("<PER>", "<PER> "), RECORDS, "white space at an edge"),
        (BODY.replace(' n="Phó Chủ tịch"', ""), RECORDS, "no norm"),
        (BODY.replace("23/4", "<PER>Mẫu</PER>"), RECORDS, "may not lie inside DATE"),
        (BODY.replace("mở", "mở <PER>Lê Thị Nháp</PER>"), RECORDS, "not among the people"),
        (BODY + '<DIRECTIVE n="Luật">Luật</DIRECTIVE>', RECORDS, "write all five"),
        (BODY + '<DIRECTIVE n="Luật||||">Luật</DIRECTIVE>', RECORDS, "not among the directives"),
        (BODY + CITED.replace("Quốc hội", ""), LAW, "issuer ''; write 'Quốc hội'"),
        (BODY + CITED, LAW, "another issuer or date"),
        (BODY + SECRETARIAT, RECORDS, "write 'Ban Bí thư', as elsewhere"),
        (BODY, meeting(type="liên hoan"), "type 'liên hoan'"),
        (BODY, meeting(when="hôm qua"), "when 'hôm qua'"),
        (BODY, meeting(main=False), "0 main meetings"),
        (BODY, meeting(hosts=["UBND"]), "host 'UBND' is no ORG norm"),
        (BODY, meeting(places=["Xã Lạ"]), "place 'Xã Lạ' is no LOC norm"),
        (BODY, person(role="khách"), "role 'khách'"),
        (BODY, person(name="Ai Đó"), "is no PER norm"),
        (BODY, {**RECORDS, "people": [PERSON, PERSON]}, "2 times among the people"),
        (BODY, {**RECORDS, "people": [{"name": "Trần Văn Mẫu"}]}, "has no 'role'"),
        (BODY, {**RECORDS, "notes": []}, "unknown key 'notes'"),
    ],
)
def test_a_slip_is_named_with_file_and_document(tmp_path, body, records, problem):
    path = write(tmp_path, body, records)
    found = check([path])
    assert any(p.startswith(f"{path}: t1: ") and problem in p for p in found), found


def test_an_id_given_twice_is_a_problem(tmp_path):
    (tmp_path / "again").mkdir()
    paths = [write(tmp_path), write(tmp_path / "again")]
    assert [p for p in check(paths) if "id also in" in p]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"<corpus><doc id='x'>", "no well-formed XML"),
        (b"<corpus><doc id='x'/></corpus>", "x: has no <body>"),
        (b"<corpus><doc id='x'><body>a</body></doc></corpus>", "<records> is no JSON"),
        ("<corpus>Đại hội</corpus>".encode("utf-16"), "UTF-8"),
        ("<corpus>e\u0302</corpus>".encode(), "not Unicode NFC"),
    ],
)
def test_a_broken_file_is_a_problem_to_check_and_an_error_to_read(tmp_path, content, problem):
    path = tmp_path / "broken.xml"
    path.write_bytes(content)
    assert any(problem in found for found in check([path]))
    with pytest.raises(GoldError, match=r"broken\.xml"):
        list(read_gold([path]))


def test_a_missing_or_foreign_file_says_so(tmp_path):
    (tmp_path / "note.txt").write_text("Hội nghị", encoding="utf-8")
    for path in (tmp_path / "absent.xml", tmp_path / "note.txt", tmp_path):
        with pytest.raises(GoldError, match=re.escape(str(path))):
            check([path])


def test_timex_values_of_the_guidelines_pass_and_others_do_not():
    good = "2024-04-23TMO 2024-05-12T14:30 2018-06-14/2018-06-15 2024-Q2 2023 XXXX-09-28 2025-H1"
    assert all(map(is_timex, [*good.split(), "2017-SP", "2024-W17", "XXXX-XX-15", "PRESENT_REF"]))
    assert not any(map(is_timex, ["2024-13", "2024-04-32", "23/4/2024", "2024-04-23TXX", ""]))
