import pytest
from dask_cases import Machines, tables, write_articles

from hoinghi.run import Options, run


@pytest.fixture(scope="package")
def articles(tmp_path_factory):
    return write_articles(tmp_path_factory.mktemp("cluster") / "articles")


@pytest.fixture(scope="package")
def expected(articles, tmp_path_factory):
    """The tables of a run that nothing disturbs."""
    out = tmp_path_factory.mktemp("expected")
    run([articles], out, options=Options(workers=1))
    return tables(out)


@pytest.fixture(scope="package")
def cluster():
    """A scheduler with two workers."""
    machines = Machines()
    try:
        machines.worker()
        machines.worker()
        yield machines
    finally:
        machines.close()
