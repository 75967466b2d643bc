"""Scores and decoding: the same sums and paths as CRFsuite's own tagger has."""

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


def test_marginals_and_best_tags_are_those_of_crfsuite(taggers, chains, articles):
    scores, decoder = Scores(chains), Decoder([one.transitions for one in chains])
    for columns in articles:
        scored = scores(columns, 0, len(columns.lines))
        sure = decoder.marginals(scored, columns.lines)
        rows = list(features(columns))
        for number, (tagger, chain) in enumerate(zip(taggers, chains, strict=True)):
            paths = decoder.best(scored, columns.lines, number)
            part = sure[:, decoder.parts[number]]
            for (first, _), line, path in zip(columns.lines, rows, paths, strict=True):
                tagger.set(pycrfsuite.ItemSequence(line))
                assert [chain.labels[tag] for tag in path] == tagger.tag()
                for at in range(len(line)):
                    wanted = [tagger.marginal(label, at) for label in chain.labels]
                    assert part[first + at].tolist() == pytest.approx(wanted, abs=1e-11)


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
