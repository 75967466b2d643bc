"""What a start must not wait for: libraries that the work at hand does not need.

Each test asks a new interpreter, for this one has imported nearly everything.
"""

import subprocess
import sys

import pytest

TEXT = "Sáng 3/3/2021, UBND xã Bình Sa, huyện Thăng Bình tổ chức hội nghị tổng kết công tác.\n"
FAR = (
    "spacy thinc numpy pandas pyarrow underthesea pycrfsuite trafilatura lxml selectolax.parser "
    "warcio fsspec feedparser python_calamine pypdfium2 markdown_it ijson dateparser viparse "
    "lunar_vn py3langid rich"
).split()


def _imported(code, *args):
    shown = f"{code}\nimport sys\nprint(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", shown, *args], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def test_plain_text_is_read_without_the_libraries_of_other_kinds(tmp_path):
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    code = (
        "import sys, hoinghi.cli\nfrom hoinghi.sources import read_articles\n"
        "(article,) = read_articles([sys.argv[1]])\nassert article.text"
    )
    assert _imported(code, str(tmp_path)).isdisjoint(FAR)


@pytest.mark.parametrize("asked", [["--help"], ["extract", "--help"], ["extract"]])
def test_help_and_usage_errors_wait_for_no_library(asked):
    code = (
        f"import sys\nfrom hoinghi.cli import main\ntry: main({asked!r})\nexcept SystemExit: pass"
    )
    imported = _imported(code)
    assert "hoinghi.cli" in imported
    assert imported.isdisjoint([*FAR, "hoinghi.sources", "hoinghi.stages", "hoinghi.tables"])


def test_an_article_is_read_without_spacy_and_the_libraries_of_rare_words():
    code = (
        "from hoinghi.pipeline import open_pipeline\nfrom hoinghi.records import Article\n"
        f"assert open_pipeline().read(Article({TEXT!r})).meetings"
    )
    imported = _imported(code)
    assert "underthesea" in imported
    assert imported.isdisjoint("spacy thinc pandas dateparser lunar_vn py3langid fsspec".split())


def test_the_spacy_pipeline_needs_no_reader_and_no_data_frames():
    imported = _imported("import hoinghi.assembly")
    assert "spacy" in imported
    assert imported.isdisjoint("pandas fsspec trafilatura dateparser hoinghi.sources".split())
