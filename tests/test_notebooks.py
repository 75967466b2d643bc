"""The notebooks as a reader meets them: nothing stored, run from top to bottom, something shown.

Values are asked of the kernel when the last cell is done, so that a notebook that shows nothing,
or something else than its text says, fails.
"""

import ast
import json
import re
from pathlib import Path

import nbformat
import pytest
from IPython.core.inputtransformer2 import TransformerManager
from nbclient import NotebookClient

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
SHOWN = ("text/html", "image/svg+xml", "text/markdown")
# Calls at the end of a cell that are made for what they do, not for what they give.
QUIET = {
    "print",
    "pd.set_option",
    "alt.renderers.set_embed_options",
    "get_ipython().run_line_magic",
}


def _read(path):
    return nbformat.read(path, as_version=4)


def _files():
    """Return the paths of what lies in the folders that a notebook reads or starts in."""
    folders = [ROOT / name for name in ("notebooks", "corpus", "models")]
    beside = {file for file in ROOT.iterdir() if not file.name.startswith(".")}
    return beside | {file for folder in folders for file in folder.rglob("*")}


def _executed(name, values, folder="notebooks"):
    """Run a notebook in a folder of the clone; return its code cells, and values of its kernel.

    ``values`` are expressions by name, asked when all cells are done.
    """
    notebook = _read(ROOT / "notebooks" / f"{name}.ipynb")
    asked = ", ".join(f"{key!r}: {expression}" for key, expression in values.items())
    notebook.cells.append(
        nbformat.v4.new_code_cell(f"import json\nprint(json.dumps({{{asked}}}, default=str))")
    )
    client = NotebookClient(
        notebook, timeout=600, resources={"metadata": {"path": str(ROOT / folder)}}
    )
    before = _files()
    client.execute()
    assert _files() - before == set()
    *cells, last = [cell for cell in notebook.cells if cell.cell_type == "code"]
    _check_outputs(cells)
    return cells, json.loads(last.outputs[-1].text)


def _check_outputs(cells):
    for cell in cells:
        texts = [one.text for one in cell.outputs if one.output_type == "stream"]
        assert not any("Warning" in text for text in texts), texts
        last = ast.parse(TransformerManager().transform_cell(cell.source)).body[-1]
        if isinstance(last, ast.Expr) and not _is_quiet(last.value):
            shown = [one.data for one in cell.outputs if "data" in one]
            assert shown, f"this cell shows nothing:\n{cell.source}"
            for data in shown:
                _check_shown(data, cell.source)


def _is_quiet(value):
    return isinstance(value, ast.Call) and ast.unparse(value.func) in QUIET


def _check_shown(data, source):
    page = "".join(data.get(kind, "") for kind in SHOWN)
    assert page or data["text/plain"].startswith("Tables("), f"nothing to look at:\n{source}"
    if "<table" in page:
        assert "<td" in page, f"this table has no rows:\n{source}"
    namespaces = "http://www.w3.org/"
    fetched = re.findall(r"""(?:src|href|url\()\s*=?\s*["']?(https?://[^"'\s>)]*)""", page)
    assert [one for one in fetched if not one.startswith(namespaces)] == [], source
    assert "<script" not in page


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_stored_as_it_was_written(path):
    notebook = _read(path)
    nbformat.validate(notebook)
    assert nbformat.writes(notebook).rstrip("\n") == path.read_text(encoding="utf-8").rstrip("\n")
    ids = [cell.id for cell in notebook.cells]
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", one) for one in ids)
    assert len(set(ids)) == len(ids)
    for cell in notebook.cells:
        assert not cell.metadata
        if cell.cell_type == "code":
            assert not cell.outputs
            assert cell.execution_count is None
    assert set(notebook.metadata) == {"kernelspec", "language_info"}


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_begins_with_a_title_and_an_english_abstract(path):
    first = _read(path).cells[0]
    assert first.cell_type == "markdown"
    title, blank, abstract, *_ = first.source.split("\n")
    assert re.match(rf"# {path.stem[:2]}\. ", title)
    assert not blank
    assert abstract.startswith("*Abstract: ")


def test_the_first_notebook_goes_from_an_article_to_tables_and_back():
    values = {
        "meetings": "[(m.when, m.venue) for m in reading.meetings]",
        "people": "sorted(p.name for p in reading.people)",
        "unknown": "list(unknown['value'])",
        "known": "list(known['value'])",
        "evidence": "sorted(set(evidence['trường']))",
        "articles": "len(documents)",
        "out": "str(OUT)",
        "same": "again.meetings.equals(folder.meetings)",
    }
    cells, found = _executed("01_bat_dau", values, folder="models")
    assert found["meetings"] == [["2024-04-16TMO", "Hội trường UBND xã Tam Lãnh"]]
    assert found["people"] == ["Huỳnh Thị Thảo Nhi", "Trương Quang Lĩnh", "Đoàn Thế Phương"]
    assert found["unknown"] == ["XXXX-06-21TAF", "XXXX-H1", "2024-01-05"]
    assert found["known"] == ["2024-06-21TAF", "2024-H1", "2024-01-05"]
    assert {"name", "when", "venue", "place", "hosts"} <= set(found["evidence"])
    assert found["articles"] == 36
    assert found["same"]
    assert not Path(found["out"]).is_relative_to(ROOT)
    spans = next(cell for cell in cells if "displacy.render" in cell.source).outputs[0]
    assert spans.data["text/html"].count("DIRECTIVE") == 2


def test_the_second_notebook_counts_every_meeting_once():
    values = {
        "statuses": "tables.documents['status'].value_counts().to_dict()",
        "ids": "tables.meetings['meeting_id'].nunique()",
        "events": "[len(events), events['meeting_id'].nunique()]",
        "months": "int(by_month.to_numpy().sum())",
        "undated": "int(undated.sum())",
        "people": "people['số_cuộc_họp'].head().to_list()",
        "roles": "int(people[ROLES].to_numpy().min())",
        "together": "[len(together), int(together['cuộc họp'].max())]",
        "pairs": "{f'{one}|{other}': n for one, other, n in pairs.itertuples(index=False)}",
        "directives": "directives.head(5)[['số, ký hiệu', 'cuộc họp', 'xã']].to_dict('list')",
        "issuers": "directives.query('`số, ký hiệu` == \"117/KH-UBND\"')['ban hành'].nunique()",
        "summer": "by_month.sum(axis='columns').loc[['07/2025', '08/2025']].to_list()"
        " + [int(by_month.sum(axis='columns').loc[:'06/2025'].max())]",
        "kinds": "list(by_month)",
        "units": "units.to_dict('list')",
        "doubtful": "[len(doubtful), int(doubtful['trong bài'].notna().sum())]",
    }
    cells, found = _executed("02_khai_thac", values)
    assert sum(found["statuses"].values()) == 300
    assert found["statuses"]["duplicate"] > 3
    assert found["events"] == [found["ids"], found["ids"]]
    assert found["months"] + found["undated"] == found["ids"]
    assert found["people"] == sorted(found["people"], reverse=True)
    assert found["people"][0] > 5
    assert found["roles"] >= 0
    assert found["together"][1] > 3
    for pair, meetings in found["pairs"].items():
        one, other = pair.split("|")
        assert found["pairs"][f"{other}|{one}"] == meetings
    assert max(found["directives"]["xã"]) > 3
    assert found["issuers"] > 1  # a number that two districts used is two documents
    july, august, most_before = found["summer"]
    assert min(july, august) > most_before
    assert found["kinds"][:2] == ["hội nghị", "lễ"]
    then, now = found["units"]["cuộc họp"]
    assert then == now > 200
    many, few = found["units"]["số xã, phường"]
    assert many > few > 3
    assert found["doubtful"][0] == found["doubtful"][1] > 0
    drawings = [
        one for cell in cells for one in cell.outputs if "image/svg+xml" in one.get("data", {})
    ]
    assert len(drawings) == 3
    assert any("Độ tin cậy của các cuộc họp" in one.data["image/svg+xml"] for one in drawings)


def test_the_third_notebook_measures_what_the_command_measures():
    values = {
        "f1": "{key: figures[f'{key}.f1'] for key in ('PER', 'MEETING', 'spans')}",
        "labels": "by_label['F1'].to_dict()",
        "main": "main.loc[ALL].to_dict()",
        "told": "figures['main.day_place_name']",
        "splits": "[len(train), len(test)]",
        "slips": "len(slips)",
        "watched": "sorted({split_of(document_id) for document_id in slips['document_id']})",
        "steps": "int(calibration['cụm'].sum())",
        "sure": "calibration.loc['trên 0,95'].to_dict()",
        "caught": "effort['phần lỗi bắt được (%)'].to_list()",
    }
    _, found = _executed("03_danh_gia", values)
    floors = json.loads((ROOT / "tests" / "floors.json").read_text(encoding="utf-8"))
    assert found["f1"]["spans"] >= floors["spans.f1"]
    assert found["labels"]["tên cuộc họp"] == pytest.approx(100 * found["f1"]["MEETING"])
    assert found["labels"]["tên người"] == pytest.approx(100 * found["f1"]["PER"])
    # The share is counted again from the mistakes, so that it can be drawn anew.
    assert found["main"]["đúng"] == pytest.approx(found["told"])
    assert found["main"]["từ"] < found["told"] < found["main"]["đến"]
    assert found["watched"] == ["train"]
    assert found["splits"] == [466, 95]
    assert found["slips"] > 50
    assert found["steps"] > 4_000
    assert found["sure"]["đúng"] == pytest.approx(found["sure"]["tự_tin"], abs=3)
    # A quarter of the rows, the least certain ones, has clearly more than a quarter of the errors.
    assert found["caught"][1] > 40
    assert found["caught"] == sorted(found["caught"])


def test_the_fourth_notebook_trains_and_admits_that_a_toy_is_worse():
    values = {
        "problems": "problems",
        "left": "problems_left",
        "documents": "trained.documents",
        "f1": "f1.loc['tất cả các nhãn'].to_dict()",
        "hard": "f1.loc[['cơ quan, tổ chức', 'tên cuộc họp']].T.to_dict('list')",
        "clubs": "clubs.to_dict()",
        "out": "str(WORK)",
    }
    _, found = _executed("04_huan_luyen", values)
    assert len(found["problems"]) == 1
    assert "2024-05-20TTO" in found["problems"][0]
    assert found["left"] == []
    assert found["documents"] == 42
    assert found["f1"]["mô hình nhỏ"] < found["f1"]["mô hình kèm theo"]
    for _rules, toy, shipped in found["hard"].values():
        assert toy < shipped - 1
    assert found["f1"]["mô hình nhỏ"] == pytest.approx(found["f1"]["chỉ quy tắc"], abs=1)
    known = {"bài đã học": True, "câu mới, cùng tên": True, "câu mới, tên khác": False}
    assert found["clubs"]["mô hình nhỏ"] == known
    for other in ("chỉ quy tắc", "mô hình kèm theo"):
        assert not any(found["clubs"][other].values())
    assert not Path(found["out"]).is_relative_to(ROOT)


def test_the_fifth_notebook_reports_on_a_commune_as_the_command_does():
    values = {
        "meetings": "[figures.meetings, len(meetings), len(facts_then.meetings)]",
        "months": "sum(count for _, count in figures.months)",
        "undated": "figures.undated",
        "communes": "sorted(set(meetings['Xã (khi họp)']))",
        "then": "tables_then['theo-dia-ban'].frame['total'].to_list()",
        "same": "same.to_dict()",
        "files": "[str(path) for path in written.files]",
        "sizes": "[path.stat().st_size for path in written.files]",
    }
    cells, found = _executed("05_bao_cao", values)
    meetings = found["meetings"][0]
    assert found["meetings"] == [meetings] * 3
    assert meetings > 10
    assert found["months"] + found["undated"] == meetings
    assert {"Xã Phú Ninh", "Xã Tam Đại", "Xã Tam Dân", "Xã Tam Lãnh"} == set(found["communes"])
    *parts, total = found["then"]
    assert sum(parts) == total == meetings
    assert len(found["same"]) == 7
    assert all(found["same"].values())
    assert [Path(one).name for one in found["files"][:2]] == ["bao-cao.html", "bao-cao.xlsx"]
    assert min(found["sizes"]) > 100
    assert not any(Path(one).is_relative_to(ROOT) for one in found["files"])
    told = "".join(one.text for one in cells[-2].outputs if one.output_type == "stream")
    assert f"Số hội nghị{meetings:>45}" in told
    assert f'href="{Path(found["files"][0]).as_uri()}"' in cells[-3].outputs[0].data["text/html"]
