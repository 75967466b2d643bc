import pytest
from click.testing import CliRunner

from hoinghi.cli import main


@pytest.fixture
def hoinghi():
    """Run the command line in this process; the result has exit_code, stdout and stderr."""

    def call(*arguments, **options):
        return CliRunner().invoke(main, [str(a) for a in arguments], **options)

    return call


@pytest.fixture
def gold(tmp_path):
    """A gold file of one document of the split train that cites one date."""
    path = tmp_path / "gold.xml"
    path.write_text(
        '<corpus><doc id="c1" source="xã" published="2024-04-24" title="Tin"><body>'
        '<DATE v="2024-04-23TMO">Sáng 23/4</DATE>, trời mưa.</body>'
        '<records>{"meetings": [], "people": [], "directives": []}</records></doc></corpus>',
        encoding="utf-8",
    )
    return path
