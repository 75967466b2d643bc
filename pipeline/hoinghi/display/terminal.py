"""One article in the terminal: colours where there are some, brackets where there are none."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from hoinghi.display.records import Section, sections
from hoinghi.markup import LABELS, harmless, steps
from hoinghi.records import Reading
from hoinghi.tables import mentions
from hoinghi.text import squeeze

# Of the sixteen colours that every terminal has, so that no two labels fall together.
STYLES = {
    "DATE": "black on yellow",
    "LOC": "black on green",
    "VENUE": "black on bright_green",
    "PER": "black on bright_red",
    "TITLE": "black on bright_yellow",
    "ORG": "black on bright_cyan",
    "DIRECTIVE": "black on bright_magenta",
    "MEETING": "black on white",
}


def show(reading: Reading, console: Console) -> None:
    """Print the article with its spans marked, and its records under it."""
    article = reading.article
    coloured = console.is_terminal and not console.no_color
    facts = (squeeze(article.title or ""), f"{article.published or ''}", article.source)
    heading = harmless("  ·  ".join(fact for fact in facts if fact))
    if coloured:
        console.print(Rule(Text(heading)))
        console.print(_legend())
        console.print(_coloured(reading))
    else:
        _plain(console, *([heading, ""] if heading else []), bracketed(reading))
    for section in sections(reading):
        if coloured:
            console.print()
            console.print(_table(section))
        else:
            _plain(console, "", *_lines(section))


def bracketed(reading: Reading) -> str:
    """Return the text with every span as ``[LABEL words]``, one inside the other where nested."""
    text = harmless(reading.article.text)
    parts: list[str] = []
    for step in steps(len(text), mentions(reading)):
        if step.mention is None:
            parts.append(text[step.start : step.end])
        else:
            parts.append(f"[{step.mention.label} " if step.kind == "open" else "]")
    return "".join(parts)


def _coloured(reading: Reading) -> Text:
    text = Text(harmless(reading.article.text))
    for region in reading.regions:
        if region.kind == "furniture":
            text.stylize("dim", region.start, region.end)
    # mentions() gives the outer span before the inner one, which so keeps its own colour.
    for mention in mentions(reading):
        text.stylize(STYLES[mention.label], mention.start, mention.end)
    return text


def _legend() -> Text:
    blank = Text("  ")
    return blank.join(Text(f" {LABELS[label]} ", style=STYLES[label]) for label in LABELS)


def _table(section: Section) -> Table:
    table = Table(title=section.title, title_justify="left", show_header=bool(section.header))
    for name in section.header or ("", ""):
        table.add_column(name, overflow="fold")
    for row in section.rows:
        table.add_row(*map(Text, row))
    return table


def _lines(section: Section) -> Iterator[str]:
    yield section.title
    for row in section.rows:
        if section.header:
            pairs = zip(section.header, row, strict=True)
            yield "- " + "; ".join(f"{name}: {value}" for name, value in pairs if value)
        else:
            yield f"- {row[0]}: {row[1]}"


def _plain(console: Console, *lines: str) -> None:
    """Print lines as they are: neither wrapped nor searched for mark-up."""
    for line in lines:
        console.print(line, markup=False, highlight=False, emoji=False, soft_wrap=True)
