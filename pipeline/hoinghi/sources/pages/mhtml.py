"""Pages that a browser saved as one file (.mht, .mhtml): a mail with the page as its first part."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from email.message import Message
from typing import BinaryIO

from hoinghi.errors import ReadError
from hoinghi.records import Article
from hoinghi.settings import Settings
from hoinghi.sources.content import read_all, too_long
from hoinghi.sources.pages.decoding import decoded
from hoinghi.sources.pages.reader import MOST_BYTES, read_page_text

# Pictures make these files large; the page is one of the first parts.
_MOST_BYTES = 50_000_000
_MOST_PARTS = 2000


def read_mhtml(stream: BinaryIO, source: str, settings: Settings) -> Iterator[Article | ReadError]:
    """Yield the one article of a page saved as a single file.

    Raises:
        ReadError: It is empty, too large, no such file, or its page holds no article.
    """
    data = read_all(stream, source, limit=_MOST_BYTES)
    try:
        message = email.message_from_bytes(data, policy=email.policy.compat32)
    except RecursionError:  # mails in mails, thousands deep
        message = Message()
    page = _page(message)
    content = page.get_payload(decode=True) if page is not None else None
    if page is None or not isinstance(content, bytes):
        raise ReadError(
            source,
            "there is no web page in it",
            "save the page again as a single file (.mhtml), or as .html",
        )
    if len(content) > MOST_BYTES:
        raise too_long(source, f"more than {MOST_BYTES:,} bytes")
    html = decoded(content, source)
    url = page["Content-Location"] or message["Snapshot-Content-Location"]
    yield read_page_text(html, source, settings, url=str(url).strip() if url else None)


def _page(message: Message) -> Message | None:
    """Return the first part that is HTML."""
    waiting = [message]
    for _ in range(_MOST_PARTS):
        if not waiting:
            return None
        part = waiting.pop()
        if part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            return part
        inner = part.get_payload()
        if isinstance(inner, list):
            waiting.extend(one for one in reversed(inner) if isinstance(one, Message))
    return None
