"""From an open file, whatever it is, to its articles: who reads it, and what goes wrong."""

from __future__ import annotations

import errno
import io
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any, BinaryIO

from hoinghi.errors import ReadError
from hoinghi.records import Article
from hoinghi.settings import Settings
from hoinghi.sources.archives import read_gzip, read_zip
from hoinghi.sources.bounds import DAMAGE, damaged, seekable
from hoinghi.sources.confined import read_confined
from hoinghi.sources.kinds import LOOK, advice_for, is_wanted, kind_of
from hoinghi.sources.readers import READERS, read_crawl
from hoinghi.sources.table_rows import address_in, host

CONTAINERS = (".zip", ".gz", ".warc", ".warc.gz")
KNOWN = (*READERS, *CONTAINERS)
"""Every extension that is read."""

# Their libraries can hang, swell or end the process on hostile bytes.
_CONFINED = {".pdf", ".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".parquet", ".rss", ".atom", ".xml"}
# Read from both ends, or as a whole.
_SEEKING = {".zip"}
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EROFS}
# An archive within an archive within an archive; deeper is an attack or a mistake.
_DEEPEST = 3


def wanted(name: str) -> bool:
    """Tell whether a file found in a folder or an archive is taken for an article or articles."""
    return is_wanted(name, KNOWN)


def read_stream(
    stream: BinaryIO, name: str, source: str, settings: Settings, *, depth: int = 0
) -> Iterator[Article | ReadError]:
    """Yield the articles of an open file; whatever is wrong with it comes as the last item.

    Args:
        stream: The file, at its beginning.
        name: Its own name, which tells its kind unless its first bytes prove it wrong.
        source: What it goes by in ``documents``.
        settings: Names of columns, greatest length.
        depth: In how many archives the file lies.
    """
    try:
        peekable = stream if hasattr(stream, "peek") else io.BufferedReader(stream)  # type: ignore[type-var]
        kind = kind_of(name, _start(peekable, source))
        if kind in _SEEKING:
            with seekable(peekable, source) as whole:
                yield from _read(whole, kind, name, source, settings, depth)
        else:
            yield from _read(peekable, kind, name, source, settings, depth)
    except ReadError as error:
        yield error
    except UnicodeError as error:
        yield ReadError(source, f"the text is damaged ({error})", "save it again as UTF-8")
    except DAMAGE as error:
        yield damaged(source, error)
    except OSError as error:
        yield unreadable(source, error)
    except (Exception, RecursionError, MemoryError) as error:  # noqa: BLE001 - libraries raise all kinds on damage
        problem = f"it could not be read ({type(error).__name__}: {str(error)[:200]})"
        yield ReadError(source, problem, "open it with the program that wrote it and save it anew")


def _start(stream: Any, source: str) -> bytes:
    """Return the first bytes of ``stream``, which stay there to be read."""
    start: bytes = stream.peek(LOOK)[:LOOK]
    if not start:
        advice = "check that it was saved, exported or downloaded fully"
        raise ReadError(source, "the file is empty", advice)
    return start


def _read(
    stream: BinaryIO, kind: str, name: str, source: str, settings: Settings, depth: int
) -> Iterator[Article | ReadError]:
    if reader := READERS.get(kind):
        confined = partial(read_confined, kind) if kind in _CONFINED else reader
        for item in confined(stream, source, settings):
            yield _placed(item)
        return
    if kind not in CONTAINERS:
        shown = kind or "no extension"
        raise ReadError(source, f"unknown kind of file ({shown})", advice_for(kind))
    if depth == _DEEPEST:
        raise ReadError(
            source, f"it lies in {depth} archives inside one another", "unpack the outer ones"
        )

    def member(inner: BinaryIO, own: str, at: str) -> Iterator[Article | ReadError]:
        return read_stream(inner, own, at, settings, depth=depth + 1)

    if kind == ".zip":
        yield from read_zip(stream, source, wanted, member)
    elif kind == ".warc":
        yield from read_crawl(stream, source, member)
    else:
        yield from read_gzip(stream, name, source, member)


def _placed(item: Article | ReadError) -> Article | ReadError:
    """Return an article with the host of its own address where it says no other."""
    if isinstance(item, Article) and item.site is None and (address := address_in(item.source)):
        return replace(item, site=host(address))
    return item


def unreadable(source: str, error: OSError) -> ReadError:
    """Return the error for a file that the system does not give out."""
    reason = error.strerror or str(error) or type(error).__name__
    advice = "check the file's rights and its disk"
    # Nothing is written but copies of what comes packed or through a pipe.
    if error.errno in _NO_ROOM or "temporary directory" in reason:
        advice = "make room for temporary files, or name another folder for them with TMPDIR"
    return ReadError(source, f"cannot be read ({reason})", advice, passing=True)
