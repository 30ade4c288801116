"""Zip archives whose bytes depend on nothing but their members."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_PLAIN_FILE = 0o100644 << 16


def write_stored(path: Path, members: Mapping[str, bytes]) -> None:
    """Write an archive of uncompressed members, sorted, all of one fixed date.

    The members are not compressed, since a server compresses the whole archive better than zip
    compresses each member.

    Args:
        path: The archive to write.
        members: Contents by member name.
    """
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(members):
            info = zipfile.ZipInfo(name, _EPOCH)
            info.create_system = _UNIX
            info.external_attr = _PLAIN_FILE
            archive.writestr(info, members[name])
