"""A reading process that dies, hangs or swells at articles that tell it to."""

import os
import signal
import time
from pathlib import Path

from hoinghi.pipeline import Pipeline

real = Pipeline.read


def read(pipeline, article):
    word, _, rest = article.text.partition("\n")
    if word == "CHẾT":
        os.kill(os.getpid(), signal.SIGKILL)
    if word == "TREO":
        while True:
            pass
    if word == "NGỦ":
        time.sleep(600)
    if word == "PHÌNH":
        held = []
        while True:
            held.append(bytearray(50 << 20))
    if word == "CHẾT MỘT LẦN":
        marker = Path(rest.partition("\n")[0])
        if not marker.exists():
            marker.touch()
            os.kill(os.getpid(), signal.SIGKILL)
    if word == "SAI":
        raise RecursionError("quá sâu")
    return real(pipeline, article)


Pipeline.read = read
from hoinghi.batch import worker_main  # noqa: E402, F401 - serves until its input ends
