"""``hoinghi dates``: the dates of texts as JSON lines."""

# ruff: noqa: D301, PLC0415 - \b is click's mark for lines to be kept as they are; imports are
# made where needed, so that help and usage errors come at once

from __future__ import annotations

import json
import sys
from datetime import date, datetime
from typing import TYPE_CHECKING, BinaryIO

import click

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hoinghi.records import DateMention

_STANDARD_INPUT = "-"
_LONGEST_LINE = 2**24  # bytes; a line is held in memory while it is read
_KEYS = ("text", "start", "end", "value", "type", "grain")
_DAY, *_TIMES = "%Y-%m-%d", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"


def published_of(
    _ctx: click.Context, _param: click.Parameter, value: str | None
) -> date | datetime | None:
    """Return the day that ``value`` writes, with its time if it has one.

    Raises:
        click.BadParameter: It is no day of ISO 8601.
    """
    if value is None:
        return None
    for form in (_DAY, *_TIMES):
        try:
            found = datetime.strptime(value, form)
        except ValueError:
            continue
        return found.date() if form == _DAY else found
    raise click.BadParameter(f"{value!r} is no day; write 2024-04-24 or 2024-04-24T14:30")


@click.command(short_help="The dates of texts as JSON lines.")
@click.argument("texts", metavar="[TEXT]...", nargs=-1)
@click.option(
    "--published",
    callback=published_of,
    metavar="DAY[THH:MM]",
    help="When the texts were published: 2024-04-24, or 2024-04-24T14:30. From it count 'hôm nay', "
    "'tháng trước' and days without a year; from the time '2 phút nữa'. Without it those keep an "
    "unknown value such as XXXX-04-23, or are left out.",
)
def dates(texts: tuple[str, ...], published: date | None) -> None:
    """Find the dates of Vietnamese texts and print them as JSON lines with TIMEX3 values.

    TEXT is read as one text each. Without TEXT, or for -, every line of standard input is a text
    of its own, read and answered one after the other.

    Prints an object per date: "text" as written, "start" and "end" in characters of the text
    (end exclusive), the TIMEX3 "value", "type" (DATE, TIME, DURATION), "grain" (minute, hour, day
    part, day, week, month, ...), "start_date" and "end_date" (first and last day meant, null where
    the year is unknown), "anchor" (where a part that the words leave out came from: published,
    text, none) and "rule". Where there may be several texts, "line" comes first: the line of
    standard input or the place of the TEXT, from 1. A text without dates prints nothing.

    \b
    Examples:
      hoinghi dates "Sáng 23/4, tại xã" --published 2024-04-24
      hoinghi dates "tuần tới" "quý II/2024" --published 2024-04-24
      hoinghi dates "họp sau 2 giờ nữa" --published 2024-04-24T07:30
      hoinghi dates < headlines.txt > dates.jsonl
      cut -f3 news.tsv | hoinghi dates --published 2024-04-24 | jq -r .value

    Exit status: 0 all was read; 2 wrong usage, or a line that is no UTF-8.
    """
    from hoinghi.stages.dates import find_dates

    several = len(texts) != 1 or texts[0] == _STANDARD_INPUT
    output = sys.stdout.buffer  # JSON is UTF-8, whatever the locale
    talking = output.isatty()
    for number, text in enumerate(_texts(texts), start=1):
        place = {"line": number} if several else {}
        for mention in find_dates(text, published=published):
            row = json.dumps(place | _row(mention), ensure_ascii=False)
            output.write(row.encode() + b"\n")
        if talking:
            output.flush()
    output.flush()


def _row(mention: DateMention) -> dict[str, object]:
    days = {"start_date": mention.start_date, "end_date": mention.end_date}
    return {
        **{key: getattr(mention, key) for key in _KEYS},
        **{key: day.isoformat() if day else None for key, day in days.items()},
        "anchor": mention.anchor,
        "rule": mention.rule,
    }


def _texts(arguments: tuple[str, ...]) -> Iterator[str]:
    """Yield the texts that are named, or the lines of standard input.

    Raises:
        UsageError: ``-`` stands beside texts, or a text is damaged.
        ReadError: A line of standard input cannot be read.
    """
    from hoinghi.errors import UsageError

    if not arguments or arguments == (_STANDARD_INPUT,):
        yield from _lines(sys.stdin.buffer)
        return
    for number, text in enumerate(arguments, start=1):
        if text == _STANDARD_INPUT:
            raise UsageError("- is standard input and stands alone; leave out the texts beside it")
        try:
            text.encode()  # bytes of the command line that are no UTF-8 are lone surrogates here
        except UnicodeEncodeError as error:
            raise UsageError(f"text {number} is no UTF-8; check the terminal's encoding") from error
    yield from arguments


def _lines(stream: BinaryIO) -> Iterator[str]:
    """Yield the lines of ``stream`` without their ends, one at a time."""
    from hoinghi.errors import ReadError

    number = 0
    while line := stream.readline(_LONGEST_LINE + 1):
        number += 1
        where = f"standard input, line {number}"
        if len(line) > _LONGEST_LINE:
            raise ReadError(where, f"it has more than {_LONGEST_LINE:,} bytes", "break it up")
        try:
            text = line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError as error:
            problem = f"it is no UTF-8 ({error.reason})"
            raise ReadError(where, problem, "save it as UTF-8") from error
        yield text.removesuffix("\n").removesuffix("\r")
