"""Which encoding bytes are in, and text that was once opened in the wrong one."""

from hoinghi.sources.encodings.evidence import repair, repair_all
from hoinghi.sources.encodings.sniff import Encoding, sniff, sniff_rows
from hoinghi.sources.encodings.unicode_files import damage, first_wrong, is_cut

__all__ = [
    "Encoding",
    "damage",
    "first_wrong",
    "is_cut",
    "repair",
    "repair_all",
    "sniff",
    "sniff_rows",
]
