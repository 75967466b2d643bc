import pytest
from click.testing import CliRunner

from hoinghi.cli import main


@pytest.fixture(scope="session")
def hoinghi():
    """Run the command line in this process; the result has exit_code, stdout and stderr."""

    def call(*arguments):
        return CliRunner().invoke(main, [str(a) for a in arguments])

    return call


@pytest.fixture(scope="session")
def bulletin_report(hoinghi, bulletin, tmp_path_factory):
    """The files of a report on corpus/bulletin, and what the command printed."""
    folder = tmp_path_factory.mktemp("report")
    result = hoinghi("report", bulletin, "--to", folder)
    assert result.exit_code == 0, result.stderr
    return folder, result.stdout
