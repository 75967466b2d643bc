"""A reading process that one article crashes, as a fault in a library in C would."""

import importlib
import os

from hoinghi.batch import worker

_analysed = worker.analysed


def analysed(nlp, item, unit, number):
    if unit.source.endswith("bai-021.txt"):
        os._exit(1)
    return _analysed(nlp, item, unit, number)


worker.analysed = analysed
importlib.import_module("hoinghi.batch.worker_main")
