"""What a run tells its user: a line of progress, what failed, and a log for programs."""

# ruff: noqa: PLC0415 - imported where needed, so that help and usage errors come at once

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from hoinghi.markup import harmless

if TYPE_CHECKING:
    from hoinghi.run import DocumentStatus, Listener, Progress

_SECONDS = 10.0  # between lines of progress in a log


@contextmanager
def telling(*, quiet: bool, log_file: Path | None) -> Iterator[Listener]:
    """Yield whom a run tells what happens.

    Args:
        quiet: Show nothing.
        log_file: Where every article and the progress go, as JSON; ``None`` for nowhere.

    Raises:
        OutputError: The log cannot be written.
    """
    from hoinghi.run import Listener

    with ExitStack() as stack:
        listeners = [] if quiet else [stack.enter_context(_screen())]
        if log_file is not None:
            listeners.append(_log(stack.enter_context(_opened(log_file))))
        yield Listener(
            on_article=_all([one.on_article for one in listeners]),
            on_progress=_all([one.on_progress for one in listeners]),
            on_note=_all([one.on_note for one in listeners]),
        )


def _all(called: list[Callable[[Any], None]]) -> Callable[[Any], None]:
    def call(argument: Any) -> None:
        for one in called:
            one(argument)

    return call


@contextmanager
def _opened(path: Path) -> Iterator[TextIO]:
    from hoinghi.errors import OutputError

    try:
        with path.open("a", encoding="utf-8") as file:
            yield file
    except OSError as error:
        raise OutputError(
            f"{path}: the log cannot be written ({error.strerror}); name another file"
        ) from error


def _log(file: TextIO) -> Listener:
    from hoinghi.run import Listener

    told = [0.0]

    def write(event: str, **facts: object) -> None:
        line = {"time": datetime.now(UTC).isoformat(timespec="milliseconds"), "event": event}
        file.write(json.dumps(line | facts, ensure_ascii=False) + "\n")
        file.flush()

    def on_article(status: DocumentStatus) -> None:
        write("article", source=status.source, status=status.status, error=status.error)

    def on_progress(progress: Progress) -> None:
        if progress.writing or time.monotonic() - told[0] > _SECONDS:
            told[0] = time.monotonic()
            left = progress.seconds_left
            write(
                "writing" if progress.writing else "progress",
                articles=progress.articles,
                failed=progress.failed,
                kept=progress.kept,
                articles_per_second=round(progress.per_second, 2),
                seconds_left=None if left is None else round(left),
            )

    return Listener(on_article, on_progress, lambda note: write("note", text=note))


@contextmanager
def _screen() -> Iterator[Listener]:
    """Yield what moves a line at the foot of the terminal, and reports problems above it."""
    from rich.console import Console
    from rich.progress import Progress as Bar
    from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn

    from hoinghi.run import Listener

    console = Console(stderr=True)
    bar = Bar(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        TimeElapsedColumn(),
        console=console,
        disable=not console.is_terminal,
        transient=True,
    )
    with bar:
        task = bar.add_task("starting", total=None)

        def on_article(status: DocumentStatus) -> None:
            if status.error is not None:
                line = harmless(f"{status.source}: {status.error}").replace("\n", " ")
                console.print(line, markup=False, highlight=False, emoji=False, soft_wrap=True)

        def on_progress(progress: Progress) -> None:
            bar.update(task, description=_line(progress))

        def on_note(note: str) -> None:
            console.print(harmless(note), markup=False, highlight=False, soft_wrap=True)

        yield Listener(on_article, on_progress, on_note)


def _line(progress: Progress) -> str:
    if progress.writing:
        return "writing the tables"
    parts = [f"{progress.articles:,} articles", f"{progress.per_second:.1f} a second"]
    if progress.kept:
        parts.insert(1, f"{progress.kept:,} kept")
    if progress.failed:
        parts.append(f"{progress.failed:,} failed")
    left = progress.seconds_left
    if left is not None:
        parts.append(f"{duration(left)} left")
    return ", ".join(parts)


def duration(seconds: float) -> str:
    """Return a time in words: ``3 h 20 min``, ``5 min``, ``40 s``."""
    minutes = round(seconds / 60)
    if minutes < 2:
        return f"{seconds:.0f} s"
    return f"{minutes // 60} h {minutes % 60:02} min" if minutes >= 60 else f"{minutes} min"
