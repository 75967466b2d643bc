"""One self-contained HTML page of articles: no script, nothing fetched, everything escaped."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from html import escape
from importlib.resources import files
from string import Template

from hoinghi.display.records import Section, sections
from hoinghi.markup import LABELS, harmless, steps
from hoinghi.records import Reading
from hoinghi.tables import mentions
from hoinghi.text import squeeze


def page(readings: Iterable[Reading]) -> str:
    """Return a whole HTML document that shows ``readings`` one below the other."""
    articles = list(readings)
    titles = [title for title in map(_title, articles) if title]
    name = titles[0] if len(articles) == 1 and titles else "Tin hội nghị"
    return _template().substitute(
        title=escape(name),
        legend="".join(
            f'<mark class="{label.lower()}">{escape(meaning)}</mark> '
            for label, meaning in LABELS.items()
        ),
        articles="\n".join(map(_article, articles)),
    )


@cache
def _template() -> Template:
    return Template(files("hoinghi.display").joinpath("page.html").read_text(encoding="utf-8"))


def _title(reading: Reading) -> str:
    return squeeze(harmless(reading.article.title or ""))


def _article(reading: Reading) -> str:
    article = reading.article
    facts = [f"{article.published:%d/%m/%Y}" if article.published else "", harmless(article.source)]
    return (
        f"<article><h1>{escape(_title(reading))}</h1>"
        f'<p class="facts">{escape(" · ".join(fact for fact in facts if fact))}</p>'
        f'<div class="text">{_marked(reading)}</div>'
        f"{''.join(map(_section, sections(reading)))}</article>"
    )


def _marked(reading: Reading) -> str:
    text = harmless(reading.article.text)
    parts: list[str] = []
    for step in steps(len(text), mentions(reading)):
        mention = step.mention
        if mention is None:
            parts.append(escape(text[step.start : step.end]))
        elif step.kind == "close":
            parts.append("</mark>")
        else:
            hint = f"{LABELS[mention.label]}: {harmless(mention.norm or '?')}"
            parts.append(f'<mark class="{mention.label.lower()}" title="{escape(hint)}">')
    return "".join(parts)


def _section(section: Section) -> str:
    head = "".join(f"<th>{escape(name)}</th>" for name in section.header)
    # Without a header the first cell of each row is the name of a field.
    first = "td" if section.header else "th"
    body = "".join(
        f"<tr><{first}>{escape(row[0])}</{first}>"
        + "".join(f"<td>{escape(cell)}</td>" for cell in row[1:])
        + "</tr>"
        for row in section.rows
    )
    thead = f"<thead><tr>{head}</tr></thead>" if head else ""
    return (
        f'<h2>{escape(section.title)}</h2><div class="wide">'
        f"<table>{thead}<tbody>{body}</tbody></table></div>"
    )
