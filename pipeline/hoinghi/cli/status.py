"""``hoinghi status``: what a folder of tables holds, from which inputs, by which versions."""

# ruff: noqa: D301, PLC0415 - \b is click's mark for lines to be kept as they are; imports are
# made where needed, so that help and usage errors come at once

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from hoinghi.folder import FolderStatus


@click.command(short_help="What a folder of tables holds, and what failed.")
@click.argument("out", metavar="OUT", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--failed", "most", metavar="N", default=20, show_default=True, help="Failures to list."
)
def status(out: Path, most: int) -> None:
    """Say what OUT holds, which hoinghi extract wrote.

    Told are the inputs and versions that its tables are made from, whether the run was finished,
    how many articles are read, what failed and why, and what people decided with "hoinghi review":
    also decisions on rows that the tables no longer have.

    \b
    Example:
      hoinghi status tables

    Exit status: 0 the tables are complete; 1 a run is still to be finished; 2 OUT is no such
    folder.
    """
    from hoinghi.batch.manifest import COMPLETE
    from hoinghi.folder import folder_status

    found = folder_status(out)
    click.echo(_shown(found, most))
    if found.manifest.state != COMPLETE:
        raise click.exceptions.Exit(1)


def _shown(found: FolderStatus, most: int) -> str:
    from hoinghi.tables import SCHEMAS

    manifest = found.manifest
    lines = [
        f"state           {found.state}",
        f"inputs          {', '.join(manifest.inputs)}",
        f"begun           {manifest.started}",
        f"ended           {manifest.ended or '-'}",
        f"read            {found.documents:,} documents in {found.parts:,} parts",
        *(f"                {count:,} {name}" for name, count in sorted(found.statuses.items())),
        *(f"{name:<16}{value}" for name, value in manifest.versions.items() if value),
        *(
            f"table           {name}: {count:,} rows"
            for name, count in manifest.counts.items()
            if name in SCHEMAS
        ),
    ]
    lines += _decided(found)
    lines += [f"failed          {source}: {error}" for source, error in found.failed[:most]]
    if len(found.failed) > most:
        lines.append(f"                and {len(found.failed) - most:,} more (--failed N shows N)")
    if found.failed:
        kinds = Counter(error.partition(";")[0][:60] for _, error in found.failed)
        lines += [f"why             {count:,} x {kind}" for kind, count in kinds.most_common(5)]
    return "\n".join(lines)


def _decided(found: FolderStatus) -> list[str]:
    from hoinghi.markup import harmless

    decided = found.decided
    if not (decided.decided or decided.lost):
        return []
    lines = [f"decided         {len(decided.decided):,} rows, by hoinghi review"]
    for one in decided.lost:
        where = f"{one.target.document_id}, {one.target.table}: {one.target.name}"
        lines.append(f"no longer there {harmless(where)} ({one.action}, {harmless(one.who)})")
    return lines
