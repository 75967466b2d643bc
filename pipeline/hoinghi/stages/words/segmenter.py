"""underthesea's word segmenter, with its features made faster and everything else its own.

Tokeniser, model, dictionary and decoding are underthesea's. Whether our features are those of its
featurizer (less those without a weight, which count nothing) is looked up on a probe when the
model loads; where they are not, or where a release keeps its parts elsewhere,
``underthesea.word_tokenize`` is called as it is.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Callable
from functools import cache
from pathlib import Path

import joblib
from underthesea import word_tokenize
from underthesea.pipeline import word_tokenize as underthesea_words
from underthesea.pipeline.word_tokenize import regex_tokenize

from hoinghi.stages.words.features import Features

_BUNDLE = "ws_crf_vlsp2013_20230727"
_ATTRIBUTE = re.compile(rb"T\[[^\0]*=[^\0]*(?=\0)")
_MAGIC = b"lCRF"
_INSIDE = "I-W"
_PROBE = "UBND xã - iPhone Hà Nội 12 tháng 4.5 Ủy ban nhân dân, H’Mông 3000000000 ông"


def segment(text: str) -> list[str]:
    """Return the words of one line, exactly as ``underthesea.word_tokenize`` has them.

    Args:
        text: One line, NFC, in the new tone style that the model knows.
    """
    return _segmenter()(text)


@cache
def _segmenter() -> Callable[[str], list[str]]:
    plain = _plain(_PROBE)  # loads the model
    try:
        fast = _fast()
        same = fast(_PROBE) == plain
    except (AttributeError, LookupError, OSError, TypeError, ValueError, struct.error):
        return _plain
    return fast if same else _plain


def _plain(text: str) -> list[str]:
    words: list[str] = word_tokenize(text, use_token_normalize=False)
    return words


def _fast() -> Callable[[str], list[str]]:
    """Return the segmenter that makes its own features.

    Raises:
        AttributeError, LookupError, OSError, TypeError: This release keeps its parts elsewhere.
        ValueError: The features of the probe are not those of underthesea's featurizer.
    """
    model = underthesea_words.word_tokenize_model
    folder = Path(underthesea_words.__file__).parent / "models" / _BUNDLE
    weighed = _attributes((folder / "models.bin").read_bytes())
    features = Features(
        joblib.load(folder / "features.bin"), joblib.load(folder / "dictionary.bin"), weighed
    )
    tokens = _tokens(_PROBE)
    wanted = model.featurizer.process([[[token] for token in tokens]])[0]
    if features(tokens) != [[name for name in row if name in weighed] for row in wanted]:
        raise ValueError("underthesea makes other features")

    def segmented(text: str) -> list[str]:
        tokens = _tokens(text)
        return _words(tokens, model.estimator.tag(features(tokens)))

    return segmented


def _attributes(model: bytes) -> set[str]:
    """Return the features that have weights in a model file of CRFsuite.

    Its header holds their number as the third count after magic, size, type and version; the
    names lie behind it, each with a zero byte at its end.

    Raises:
        ValueError: The file is no such model.
    """
    magic, _, _, _, _, _, count = struct.unpack_from("<4sI4sIIII", model)
    names = {name.decode() for name in _ATTRIBUTE.findall(model)}
    if magic != _MAGIC or len(names) != count:
        raise ValueError("underthesea keeps its model in another form")
    return names


def _tokens(text: str) -> list[str]:
    """Return what ``regex_tokenize.tokenize`` does, which also looks up each token's kind."""
    normal = regex_tokenize.normalize_characters_in_text(text)
    return [match[0] for match in regex_tokenize.patterns.finditer(normal)]


def _words(tokens: list[str], tags: list[str]) -> list[str]:
    words: list[str] = []
    for token, tag in zip(tokens, tags, strict=True):
        if tag == _INSIDE and words:
            words[-1] += " " + token
        else:
            words.append(token)
    return words
