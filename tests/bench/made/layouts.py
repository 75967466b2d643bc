"""How an article is laid out: news, with a sapo, minutes, an agenda, questions and answers."""

from __future__ import annotations

from datetime import timedelta
from random import Random

from made.kinds import Event
from made.writer import ABOUT_ONE, Writer, stock

# Sections that a body may be made of, in the usual order.
_STEPS = (
    "event event report report report report lack visit directive debate debate speech speech"
    " directive gift elect"
).split()
_ASKED = "event report qa qa qa qa qa qa speech directive".split()


_ELECT = {"uyban", "danguy", "nongdan", "phunu", "ccb", "khuyenhoc", "caotuoi", "kyhop"}
_FESTIVE = {"buổi lễ", "ngày hội", "đại hội", "diễn đàn", "buổi gặp mặt", "buổi tọa đàm"}


def _festive(writer: Writer) -> bool:
    return writer.phrase("word") in _FESTIVE


def opening(writer: Writer) -> list[str]:
    """Return what was held, and who came."""
    dice, festive = writer.dice, _festive(writer)
    solemn = festive or writer.phrase("word") in {"hội nghị", "kỳ họp"}
    lead = "lead.le" if solemn and dice.random() < 0.3 else "lead"
    attend = "attend.le" if festive and dice.random() < 0.4 else "attend"
    return [writer.carrying_out() or writer.tell(lead), writer.tell(attend)]


def body(writer: Writer, steps: list[str], count: int) -> list[str]:
    """Return ``count`` sentences of ``steps``, mostly in the usual order."""
    dice = writer.dice
    kind = writer.event.kind.name
    without = {"elect"} if kind not in _ELECT or _festive(writer) else set()
    without |= {"speech"} if not writer.guests else set()
    steps = [step for step in steps if step not in without]
    chosen = sorted(dice.sample(range(len(steps)), min(count, len(steps))))
    if dice.random() < 0.4 and len(chosen) > 3:
        at = dice.randrange(len(chosen) - 1)
        chosen[at], chosen[at + 1] = chosen[at + 1], chosen[at]
    return [_told(writer, steps[at]) for at in chosen]


def _told(writer: Writer, step: str) -> str:
    """Return a sentence of one step; what it asks is mostly answered in the next."""
    kind = writer.event.kind.name
    if step == "event":
        month = f"{kind}.{writer.day.month}"
        return writer.tell(month if month in stock() else kind)
    if step == "directive" and kind in ABOUT_ONE:
        step = "directive.main"
    text = writer.tell(step)
    if writer.teller.asked and writer.dice.random() < (0.9 if step == "qa" else 0.5):
        text += " " + writer.tell("answer")
    writer.teller.forget()
    return text


def paragraphs(writer: Writer, sentences: list[str]) -> list[str]:
    """Join one to three sentences to a paragraph."""
    found: list[str] = []
    at = 0
    while at < len(sentences):
        size = 1 + int(writer.dice.random() * 2.6)
        found.append(" ".join(sentences[at : at + size]))
        at += size
    return found


def news(writer: Writer, count: int) -> list[str]:
    """A lead, who came, what was said."""
    lead = opening(writer)
    if writer.dice.random() < 0.4:
        lead = [" ".join(lead)]
    told = body(writer, _STEPS, count)
    return [*lead, *paragraphs(writer, told), writer.tell("close")]


def sapo(writer: Writer, count: int) -> list[str]:
    """A sentence that sums up, before the news."""
    asked = "qa" in writer.event.kind.layouts
    section = "sapo.le" if _festive(writer) else "sapo.ban" if asked else "sapo"
    return [writer.tell(section), *news(writer, count - 1)]


def qa(writer: Writer, count: int) -> list[str]:
    """Questions of voters and the answers they got."""
    lead = opening(writer)
    return [*lead, *body(writer, _ASKED, count), writer.tell("close")]


def minutes(writer: Writer, count: int) -> list[str]:
    """Labelled lines, then dashes."""
    when, host = writer.phrase("when"), writer.phrase("hosted")
    head = [when, writer.phrase("where"), host, writer.phrase("who")]
    told = body(writer, _STEPS, count)
    return [*head, writer.phrase("contents"), *(f"- {one}" for one in told), writer.tell("close")]


def agenda(writer: Writer, count: int) -> list[str]:
    """A lead, then numbered items."""
    told = body(writer, _STEPS, count)
    form = writer.dice.choice(("{}. ", "{}) ", "({}) "))
    items = [form.format(number) + one for number, one in enumerate(told, 1)]
    return [*opening(writer), writer.phrase("items"), *items, writer.tell("close")]


LAYOUTS = {"news": news, "sapo": sapo, "qa": qa, "minutes": minutes, "agenda": agenda}


def written(event: Event, dice: Random) -> dict[str, str]:
    """Return the article of an event."""
    writer = Writer(event, dice)
    layout = event.kind.layouts[int(dice.random() * len(event.kind.layouts))]
    count = round(dice.triangular(5, 10, 6))
    lines = LAYOUTS[layout](writer, count)
    asked = "qa" in event.kind.layouts and dice.random() < 0.3
    headline = writer.tell("title.ban" if asked else "title")
    turn = dice.random()
    if turn < 0.35:
        lines.insert(0, headline.upper() if turn < 0.15 else headline)
    if dice.random() < 0.6:
        lines.append(writer.tell("byline"))
    text = "\n".join(lines)
    published = event.day + timedelta(days=int(dice.random() * 3))
    return {"title": headline, "published": str(published), "text": text}
