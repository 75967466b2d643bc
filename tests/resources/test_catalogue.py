"""The catalogue of documents: what ships is whole, and damage is named."""

import re
from datetime import date

import pytest

from hoinghi.errors import ResourceError
from hoinghi.resources.catalogue import load_documents, parse_documents
from hoinghi.stages.directives.issuers import by_symbol
from hoinghi.stages.directives.patterns import KINDS, SHORT_KINDS

_HEADER = "kind\tnumber\tsymbol\tissuer\tdate\ttitle\taliases\tshort\tcue\tsource\n"


def test_shipped_documents_are_distinct() -> None:
    documents = load_documents()
    assert len(documents) >= 700
    keys = {(d.kind, d.number, d.symbol, d.date, None if d.number else d.title) for d in documents}
    assert len(keys) == len(documents)


def test_every_row_names_the_page_that_was_read_for_it() -> None:
    for document in load_documents():
        assert re.fullmatch(r"https?://[\w.:-]+/\S*( https?://\S+)?", document.source), document
        assert document.issuer, document
        if document.number:
            assert document.symbol, document
            assert document.date, document


def test_kinds_are_kinds_of_documents() -> None:
    kinds = {kind for kind, _ in [*KINDS.values(), *SHORT_KINDS.values()]}
    kinds |= {"Hiến pháp", "Điều lệ", "Bộ luật"}
    assert {document.kind for document in load_documents()} <= kinds


def test_issuers_fit_the_symbols() -> None:
    party = ("Bộ Chính trị", "Ban Bí thư", "Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam")
    for document in load_documents():
        implied = by_symbol(document.symbol)
        if implied is not None:
            assert document.issuer == implied, document
        elif (document.symbol or "").endswith("/TW"):
            assert (document.issuer or "").startswith(party), document
        else:
            assert document.symbol is None or document.kind == "Hướng dẫn", document


def test_days_are_days_of_this_state() -> None:
    days = [document.date for document in load_documents() if document.date]
    assert min(days) == date(1946, 11, 9)
    assert max(days) < date(2026, 12, 31)


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
    line = "Luật\t9/2001\tQH10\tQuốc hội\t2001-05-04\tLuật Chợ\tChợ;Chợ quê\tyes\tchợ\thttps://vbpl.vn/x"
    [document] = parse_documents(_HEADER + line)
    assert document.date == date(2001, 5, 4)
    assert document.aliases == ("Chợ", "Chợ quê")
    assert document.short
    assert document.source == "https://vbpl.vn/x"


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
