"""Web pages: the article without the site around it, and what the page says of it."""

from hoinghi.sources.pages.mhtml import read_mhtml
from hoinghi.sources.pages.reader import read_page, read_page_text

__all__ = ["read_mhtml", "read_page", "read_page_text"]
