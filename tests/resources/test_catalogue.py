"""The catalogue of documents: what ships is whole, and damage is named."""

import re
from datetime import date

import pytest

from hoinghi.errors import ResourceError
from hoinghi.resources.catalogue import load_documents, parse_documents

_HEADER = "kind\tnumber\tsymbol\tissuer\tdate\ttitle\taliases\tshort\tcue\tsource\n"


def test_shipped_documents_are_distinct_and_sourced() -> None:
    documents = load_documents()
    assert len(documents) >= 600
    keys = {(d.kind, d.number, d.symbol, d.date, None if d.number else d.title) for d in documents}
    assert len(keys) == len(documents)
    assert all(re.match(r"[\w.]+\.vn: \S", d.source) for d in documents)


def test_years_of_numbers_and_terms_of_parliament_fit_the_dates() -> None:
    terms = {"QH10": (1997, 2002), "QH11": (2002, 2007), "QH12": (2007, 2011)}
    terms |= {"QH13": (2011, 2016), "QH14": (2016, 2021), "QH15": (2021, 2026)}
    for document in load_documents():
        year = (document.number or "").partition("/")[2]
        if year and document.date:
            assert document.date.year == int(year), document
        first, last = terms.get(document.symbol or "", (1900, 2100))
        if document.date:
            assert first <= document.date.year <= last, document


def test_cues_are_folded() -> None:
    assert all(cue == cue.lower().strip() for d in load_documents() for cue in d.cue)


def test_cells_are_read() -> None:
    line = "Luật\t9/2001\tQH10\tQuốc hội\t2001-05-04\tLuật Chợ\tChợ;Chợ quê\tyes\tchợ\tvbpl.vn: x"
    [document] = parse_documents(_HEADER + line)
    assert document.date == date(2001, 5, 4)
    assert document.aliases == ("Chợ", "Chợ quê")
    assert document.short


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("", "first line"),
        ("kind\tnumber\n", "first line"),
        (_HEADER + "Luật\t1\n", "line 2"),
        (_HEADER + "\t".join(["Luật", "1", "", "", "4/5/2001", "", "", "", "", "s"]), "line 2"),
        (_HEADER + "\t".join(["Luật", "1", "", "", "", "", "", "", "", ""]), "line 2"),
    ],
)
def test_damage_is_named(text: str, named: str) -> None:
    with pytest.raises(ResourceError, match=named):
        parse_documents(text)
