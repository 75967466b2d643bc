"""Pages of made-up reports, opened in a browser."""

from datetime import date

from page_cases import facts_of

from hoinghi.report import key_figures, sheets
from hoinghi.report.page import write_page

MADE = date(2025, 11, 20)


class Report:
    """A page and what it was made of."""

    def __init__(self, path, facts):
        self.path = path
        self.facts = facts
        self.figures = key_figures(facts)
        self.sheets = {sheet.slug: sheet for sheet in sheets(facts)}
        write_page(facts, tuple(self.sheets.values()), self.figures, path, made=MADE)

    def open(self, tab, **viewport):
        """Open the page as a file, without a network, and wait until its table is there."""
        if viewport:
            tab.page.set_viewport_size(viewport)
        tab.page.context.set_offline(True)
        tab.page.goto(self.path.as_uri())
        if not self.figures.empty:
            tab.page.wait_for_selector("html[data-ready]", state="attached")
        return tab.page


def report_of(folder, meetings, **facts):
    """Write the page of these meetings and return it."""
    return Report(folder / "bao-cao.html", facts_of(meetings, **facts))


def found(page):
    """Return what the line above the table says."""
    return page.inner_text("#found")


def column(page, name):
    """Return the texts that a column shows, from top to bottom."""
    return page.locator(f"#meetings tbody .column-{name}").all_inner_texts()


def names(page):
    """Return the names of the meetings that are shown."""
    return page.locator("#meetings .unfold bdi").all_inner_texts()
