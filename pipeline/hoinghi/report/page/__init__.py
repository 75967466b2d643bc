"""``bao-cao.html``: one page that opens offline, prints on A4 and reads on a phone."""

from hoinghi.report.page.writing import write_page

__all__ = ["write_page"]
