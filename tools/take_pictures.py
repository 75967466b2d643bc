"""Takes the pictures of ``docs/pictures/`` from ``corpus/bulletin``, in the machine's Chromium.

    python tools/take_pictures.py [NAME ...]

Each is a PNG of at most 64 colours, so that the repository stays small. Without names all are
taken.
"""

import contextlib
import io
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner
from PIL import Image
from playwright.sync_api import Page, sync_playwright

from hoinghi.cli import main

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
COLOURS = 64
LARGEST = 300_000

sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tests" / "review")]
from review_cases import TOKEN, serving  # noqa: E402 - and how a review is served

from browser import chromium  # noqa: E402 - the tests know where it is


@dataclass(frozen=True)
class Screen:
    """The screen of a picture: pixels, how dense, light or dark."""

    width: int
    height: int
    scale: float = 1.0
    scheme: str = "light"


SCREENS = {
    "report": Screen(1280, 2010),
    "report-phone": Screen(390, 844, 2.0),
    "report-dark": Screen(1280, 900, scheme="dark"),
    "review": Screen(1280, 800),
}


def report(page: Page, folder: Path) -> None:
    """The first screens of the page of a report."""
    page.goto((folder / "bao-cao.html").as_uri())
    page.wait_for_selector("html[data-ready]", state="attached")


def report_row(page: Page, folder: Path) -> None:
    """The list of meetings with a row unfolded."""
    report(page, folder)
    page.locator("#danh-sach").evaluate("e => e.scrollIntoView()")
    page.locator("tr:has(.column-directives:not(.empty)) .unfold").first.click()
    page.wait_for_selector(".panel")


def review(page: Page, folder: Path) -> None:
    """The page of a review: a row whose place is not known, and the beginning of one typed."""
    served = serving(folder.parent / "out", "Nguyễn Thị An")
    page.goto(f"{served.__enter__()}/?token={TOKEN}")
    page.on("close", lambda: served.__exit__(None, None, None))
    page.select_option("#reason", "no-place")
    page.locator("#field-place").click()
    page.keyboard.type("tam ky")
    page.wait_for_selector("[role=option]")
    page.keyboard.press("ArrowDown")


SHOWN: dict[str, Callable[[Page, Path], None]] = {
    "report": report,
    "report-phone": report,
    "report-dark": report_row,
    "review": review,
}


@contextlib.contextmanager
def made() -> Iterator[Path]:
    """Extract the corpus and report on it; gives the folder of the report."""
    # From here, so that no picture shows a path of this machine.
    with contextlib.chdir(ROOT), tempfile.TemporaryDirectory() as work:
        out, folder = Path(work) / "out", Path(work) / "report"
        corpus = Path("corpus", "bulletin")
        for arguments in (["extract", corpus, "--out", out], ["report", out, "--to", folder]):
            done = CliRunner().invoke(main, list(map(str, arguments)))
            if done.exit_code:
                raise SystemExit(done.output)
        yield folder


def save(png: bytes, path: Path) -> None:
    """Write a screenshot with few colours, which is a third of its size."""
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
    if path.stat().st_size > LARGEST:
        raise SystemExit(f"{path}: {path.stat().st_size} bytes; show less of it")


def take(names: list[str]) -> None:
    """Take the pictures of these names."""
    PICTURES.mkdir(exist_ok=True)
    with made() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        for name in names:
            screen = SCREENS[name]
            page = browser.new_page(
                viewport={"width": screen.width, "height": screen.height},
                device_scale_factor=screen.scale,
                color_scheme=screen.scheme,
                locale="vi-VN",
            )
            SHOWN[name](page, folder)
            save(page.screenshot(), PICTURES / f"{name}.png")
            page.close()
        browser.close()


if __name__ == "__main__":
    take(sys.argv[1:] or list(SCREENS))
