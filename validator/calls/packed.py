"""Reads a call's folder from a .zip, which a page or the maker of a call has packed."""

from __future__ import annotations

import zipfile
from io import BytesIO
from itertools import islice

from validator.calls.errors import CallError
from validator.calls.folder import MAIN, Folder

_FILES_MAX, _BYTES_MAX = 1_000, 50_000_000
_OF_ANOTHER_SYSTEM = "__MACOSX/"


def unpacked(content: bytes) -> Folder:
    """Return the call's folder in a .zip, whose files are at the top or in one folder at the top.

    Raises:
        CallError: the content is no .zip, holds too much, or holds no call.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(content))
    except (zipfile.BadZipFile, ValueError, OSError):
        message = "这个文件不是 .zip 压缩包，或者不完整"
        raise CallError(message) from None
    members = archive.infolist()
    if len(members) > _FILES_MAX or sum(it.file_size for it in members) > _BYTES_MAX:
        megabytes = _BYTES_MAX // 1_000_000
        message = f"压缩包里的内容过多：至多 {_FILES_MAX} 个文件，解压后至多 {megabytes} MB"
        raise CallError(message)
    if any(it.flag_bits & 1 for it in members):
        message = "压缩包有密码，打不开；请去掉密码再试"
        raise CallError(message)
    names = [it.filename for it in members if not it.filename.startswith(_OF_ANOTHER_SYSTEM)]
    found = [name.removesuffix(MAIN) for name in names if _is_main(name)]
    if len(found) != 1:
        several = "、".join(islice(filter(None, found), 5))
        message = (
            f"压缩包里有几份通知（{several}），请一次放一份"
            if found
            else f"压缩包里没有 {MAIN}：请压缩一份通知的整个文件夹"
        )
        raise CallError(message)
    root = zipfile.Path(archive, found[0])
    return Folder(lambda: root)


def _is_main(name: str) -> bool:
    folder, _, file = name.rpartition("/")
    return file == MAIN and "/" not in folder
