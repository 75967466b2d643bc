"""The side of a reading process that answers questions about chunks."""

from __future__ import annotations

import base64
import json
import pickle
import signal
from typing import Any, BinaryIO

from hoinghi.batch.chunks import Chunk, Job, Place
from hoinghi.batch.worker import work
from hoinghi.errors import HoinghiError


def serve(questions: BinaryIO, answers: BinaryIO) -> None:
    """Answer each question about a chunk with a line a place, and a last one.

    Args:
        questions: Lines of JSON, of which ``chunk`` is the pickled job, chunk and places given
            up, in base 64: both ends are this package.
        answers: Lines of JSON: ``{"at": place}``, in the end ``{"report": pickled}`` or
            ``{"error": pickled}``.
    """
    for line in questions:
        job, chunk, given_up = pickle.loads(  # noqa: S301 - of our own parent
            base64.b64decode(json.loads(line)["chunk"])
        )
        _write(answers, _answer(job, chunk, given_up, answers))


def _answer(
    job: Job, chunk: Chunk, given_up: dict[Place, str], answers: BinaryIO
) -> dict[str, Any]:
    limit = job.settings.article_seconds

    def tell(place: Place) -> None:
        _alarm(0)
        _write(answers, {"at": place})
        # Should nobody be left to end this process when it hangs, the system does.
        _alarm(2 * limit + 10)

    _limit_memory(job.settings.article_megabytes)
    try:
        report = work(job, chunk, given_up, tell)
        return {"report": _packed(report), "megabytes": _megabytes()}
    except HoinghiError as error:
        return {"error": _packed(error)}
    finally:
        _alarm(0)


def _packed(value: object) -> str:
    return base64.b64encode(pickle.dumps(value)).decode()


def _write(answers: BinaryIO, answer: dict[str, Any]) -> None:
    answers.write(json.dumps(answer).encode() + b"\n")
    answers.flush()


def _alarm(seconds: int) -> None:
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)


def _limit_memory(megabytes: int) -> None:
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    # Data, not addresses: libraries reserve far more of these than they ever use.
    most = megabytes << 20
    hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
    if hard == resource.RLIM_INFINITY or most <= hard:
        resource.setrlimit(resource.RLIMIT_DATA, (most, hard))


def _megabytes() -> float:
    """Return the memory that this process holds now, 0 where the system does not say."""
    try:
        with open("/proc/self/statm", "rb") as file:  # noqa: PTH123 - a file of the system
            return int(file.read().split()[1]) * 4096 / (1 << 20)
    except (OSError, ValueError, IndexError):
        return 0.0
