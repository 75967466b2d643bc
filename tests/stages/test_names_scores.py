"""Scores and decoding: the same sums and paths as CRFsuite's own tagger has."""

import numpy as np
import pycrfsuite
import pytest

from hoinghi.assembly import load, read_rules
from hoinghi.crfsuite import read_weights
from hoinghi.gold import read_gold
from hoinghi.models import pipeline_path
from hoinghi.records import Article, Reading
from hoinghi.resources.lexicon import lexicon
from hoinghi.stages.names import CHAINS, SUFFIX, features, read_columns
from hoinghi.stages.names.decoding import Decoder
from hoinghi.stages.names.paths import Chain
from hoinghi.stages.names.scores import Scores
from hoinghi.tables import mentions

ODD = """| UBND xã | 3/3 |
|
Hội nghị "tổng kết (2021) | công tác" - ông K'Brẻo, Chủ tịch UBND xã Bình Sa |

họp
"""
LONG = "Sáng 3/3, ông Lê Văn Tám, Phó Chủ tịch UBND xã Bình Sa dự hội nghị tổng kết; " * 40


@pytest.fixture(scope="module")
def taggers():
    opened = []
    for layer in CHAINS:
        tagger = pycrfsuite.Tagger()
        tagger.open(str(pipeline_path() / f"{layer}{SUFFIX}"))
        opened.append(tagger)
    return opened


@pytest.fixture(scope="module")
def chains():
    return [read_weights(pipeline_path() / f"{layer}{SUFFIX}") for layer in CHAINS]


@pytest.fixture(scope="module")
def articles(request):
    nlp = load(model="none")
    gold = request.config.rootpath / "corpus" / "gold" / "g14.xml"
    texts = [document.article for document in read_gold([gold])][:6]
    readings = [read_rules(nlp, one) for one in (*texts, Article(ODD), Article(LONG))]
    return [read_columns(one, mentions(one), lexicon()) for one in readings]


def outside_but(windows, size, outside):
    path = [outside] * size
    for first, stop, tags in windows:
        path[first:stop] = tags
    return path


def test_marginals_and_best_tags_are_those_of_crfsuite(taggers, chains, articles):
    scores, decoder = Scores(chains), Decoder([one.transitions for one in chains])
    for columns in articles:
        scored = scores(columns, 0, len(columns.lines))
        rows = list(features(columns))
        found = decoder.likely(scored, columns.lines)
        for tagger, weights, part, sure in zip(taggers, chains, decoder.parts, found, strict=True):
            chain = Chain(weights.transitions, weights.labels.index("O"))
            inside = 1.0 - sure.marginals[:, chain.outside]
            windows = chain.windows(scored[:, part], inside, sure.totals, columns.lines)
            path = outside_but(windows, len(scored), chain.outside)
            for (first, stop), line in zip(columns.lines, rows, strict=True):
                tagger.set(pycrfsuite.ItemSequence(line))
                assert [weights.labels[tag] for tag in path[first:stop]] == tagger.tag()
                for at, own in enumerate(sure.marginals[first:stop].tolist()):
                    wanted = [tagger.marginal(label, at) for label in weights.labels]
                    assert own == pytest.approx(wanted, abs=1e-11)


def test_a_line_whose_windows_prove_nothing_is_decoded_whole(taggers, chains, articles):
    columns, tagger, weights = articles[-1], taggers[0], chains[0]
    scores, decoder = Scores(chains[:1]), Decoder([weights.transitions])
    scored = scores(columns, 0, len(columns.lines))
    (sure,) = decoder.likely(scored, columns.lines)
    chain = Chain(weights.transitions, weights.labels.index("O"))
    unlikely = np.full(len(scored), 1e-5)  # as if no token were in a window
    windows = chain.windows(scored, unlikely, sure.totals, columns.lines)
    (line,) = features(columns)
    tagger.set(pycrfsuite.ItemSequence(line))
    assert [weights.labels[tag] for _, _, tags in windows for tag in tags] == tagger.tag()


def test_lines_are_scored_the_same_beside_others_and_alone(chains, articles):
    scores = Scores(chains)
    for columns in articles:
        together = scores(columns, 0, len(columns.lines))
        for number, (first, stop) in enumerate(columns.lines):
            alone = scores(columns, number, number + 1)
            assert alone.ravel().tolist() == pytest.approx(together[first:stop].ravel().tolist())


def test_what_no_chain_knows_counts_nothing(chains):
    body = "Zzyzx qwxzk"
    columns = read_columns(Reading(Article(body), body=body), (), lexicon())
    scored = Scores(chains)(columns, 0, 1)
    known = {name for one in chains for name in one.attributes}
    for at, row in enumerate(next(iter(features(columns)))):
        wanted = sum(
            chains[0].state[chains[0].attributes.index(name), 0]
            for name in row
            if name in known and name in chains[0].attributes
        )
        assert scored[at, 0] == pytest.approx(wanted)


@pytest.mark.parametrize("harm", [b"", b"lCRF", b"no model at all, but as long as a header" * 3])
def test_a_file_that_is_no_model_is_refused(tmp_path, harm):
    file = tmp_path / "names.crfsuite"
    file.write_bytes(harm)
    with pytest.raises(ValueError, match=r"no .*model of CRFsuite"):
        read_weights(file)


def test_a_model_that_was_cut_is_refused(tmp_path):
    whole = (pipeline_path() / f"names{SUFFIX}").read_bytes()
    file = tmp_path / "names.crfsuite"
    file.write_bytes(whole[:-1000])
    with pytest.raises(ValueError, match="no model of CRFsuite"):
        read_weights(file)
