"""The other side of ``confined``: imported by a new process, it reads files until told to end."""

from __future__ import annotations

import json
import signal
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any, BinaryIO

from hoinghi.errors import ReadError
from hoinghi.records import Article
from hoinghi.settings import Settings
from hoinghi.sources.bounds import DAMAGE, damaged
from hoinghi.sources.confined import MEMORY, SECONDS
from hoinghi.sources.readers import READERS


def serve(questions: BinaryIO, answers: BinaryIO) -> None:
    """Answer each question with the articles and errors of a file, a line each, and an end.

    Args:
        questions: Lines of JSON: ``kind``, ``path``, ``source`` and all settings.
        answers: Where the answers go.
    """
    for line in questions:
        asked = json.loads(line)
        kind, path, source = (str(asked.pop(name)) for name in ("kind", "path", "source"))
        problem = None
        _watch(on=True)
        try:
            with Path(path).open("rb") as stream:
                for item in READERS[kind](stream, source, Settings(**asked)):
                    _write(answers, _answer(item))
        except ReadError as error:
            problem = (error.problem, error.advice)
        except (*DAMAGE, OSError) as error:
            said = damaged(source, error)
            problem = (said.problem, said.advice)
        except (Exception, RecursionError, MemoryError) as error:  # noqa: BLE001 - libraries raise all kinds
            shown = f"it could not be read ({type(error).__name__}: {str(error)[:200]})"
            problem = (shown, "open it with the program that wrote it and save it anew")
        _write(answers, {"end": problem})
        _watch(on=False)


def _answer(item: Article | ReadError) -> dict[str, Any]:
    if isinstance(item, ReadError):
        return {"source": item.source, "problem": item.problem, "advice": item.advice}
    return {**asdict(item), "published": item.published and item.published.isoformat()}


def _write(answers: BinaryIO, answer: dict[str, Any]) -> None:
    _watch(on=False)  # who asks may take any time to take an answer
    answers.write(json.dumps(answer).encode() + b"\n")
    answers.flush()
    _watch(on=True)


def _watch(*, on: bool) -> None:
    """Let the system end this process, should it hang when nobody is left who would."""
    if hasattr(signal, "alarm"):
        signal.alarm(2 * int(SECONDS) if on else 0)


def _limit_memory() -> None:
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


_limit_memory()
serve(sys.stdin.buffer, sys.stdout.buffer)
