"""A reading process: it imports this, answers questions about chunks, and ends with its input."""

import gc

gc.disable()  # until all is loaded: what is made now stays, and looking through it takes time

import os  # noqa: E402
import sys  # noqa: E402

from hoinghi.batch.serving import serve  # noqa: E402

# Whatever a library prints must not stand among the answers.
answers = os.fdopen(os.dup(1), "wb")
os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
serve(sys.stdin.buffer, answers)
