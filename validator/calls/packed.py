"""Reads a call's folder from a .zip, which a page or a publisher has packed.

Whoever packed it is a stranger: all is inflated here, within bounds, before any of it is read.
The module is imported only where a folder comes in, so no start of a page waits for it.
"""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from io import BytesIO
from itertools import islice

from validator import foreign
from validator.calls.errors import CallError
from validator.calls.folder import MAIN, Folder
from validator.word.package import pack

PACKED_MAX = 10_000_000
"""The bytes of the largest .zip that is read."""
_FILES_MAX, _UNPACKED_MAX = 1_000, 50_000_000
_ENTRIES_MAX = 20_000
"""How often the mark of an entry may stand in the bytes: zipfile makes an object for each entry.
The Word files in the folder have entries of their own, so this is more than `_FILES_MAX`."""
_FOLDER_OF_MACOS, _NOTES_OF_MACOS = "__MACOSX/", ".DS_Store"
_IS_UTF_8, _IS_LOCKED = 0x800, 0x1
_MISLEADING = re.compile(r"^/|^[A-Za-z]:|(?:^|/)\.{0,2}/|/\.{1,2}$|\0")
"""Names that lead out of the folder, or say the same place in another way."""
_NAMED_MAX = 5
_PACK_ANEW = "请用系统自带的压缩功能，重新压缩一份通知的整个文件夹"


def unpacked(content: bytes) -> Folder:
    """Return the call's folder in a .zip, whose files are at the top or in one folder at the top.

    The names of files may be UTF-8, or GBK as Windows writes them. What macOS adds is left out. The
    folder has the name of the folder at the top, or no name where the files are at the top.

    Args:
        content: the bytes of the .zip.

    Raises:
        CallError: the content is no .zip, is locked or damaged, holds too much, or holds no call or
            several; the message says what to do.
    """
    if not content:
        message = "这个文件是空的；请选择一份通知的文件夹压缩成的 .zip"
        raise CallError(message)
    if len(content) > PACKED_MAX or content.count(foreign.ENTRY) > _ENTRIES_MAX:
        raise _overfull()
    with _opened(content) as archive:
        members = dict(_members(archive))
        top = _top(tuple(members.values()))
        within = {it: name for it, name in members.items() if name.startswith(top)}
        files = pack(dict(_inflated(archive, within)), compress=False)
    root = zipfile.Path(BytesIO(files), top)
    return Folder(lambda: root)


@contextmanager
def _opened(content: bytes) -> Iterator[zipfile.ZipFile]:
    """Open a .zip; whatever zipfile raises on a damaged one becomes a `CallError`."""
    if not zipfile.is_zipfile(BytesIO(content)):
        message = f"这个文件不是 .zip 压缩包，或者不完整；{_PACK_ANEW}成 .zip"
        raise CallError(message)
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            yield archive
    except CallError:
        raise
    except foreign.DAMAGES:
        message = f"压缩包已损坏，读不出来；{_PACK_ANEW}"
        raise CallError(message) from None


def _members(archive: zipfile.ZipFile) -> Iterator[tuple[zipfile.ZipInfo, str]]:
    """Yield the files of an archive, each with its name.

    Raises:
        CallError: there are too many files, or one that is locked or must not be unpacked.
    """
    named = [(it, _name(it)) for it in archive.infolist()]
    found = [(it, name) for it, name in named if not _is_left_out(name)]
    if len(found) > _FILES_MAX or sum(it.file_size for it, _ in found) > _UNPACKED_MAX:
        raise _overfull()
    counted = Counter(name.casefold() for _, name in found)
    for it, name in found:
        if it.flag_bits & _IS_LOCKED:
            message = "压缩包有密码，打不开；请去掉密码，重新压缩"
            raise CallError(message)
        if it.compress_type not in foreign.METHODS:
            message = f"压缩包用了不常见的压缩方法，打不开；{_PACK_ANEW}"
            raise CallError(message)
        if _MISLEADING.search(name):
            message = f"压缩包里的“{name}”可能指向文件夹以外，没有打开；{_PACK_ANEW}"
            raise CallError(message)
        if counted[name.casefold()] > 1:
            message = f"压缩包里有两个“{name}”，分不清用哪一个；{_PACK_ANEW}"
            raise CallError(message)
    yield from found


def _name(member: zipfile.ZipInfo) -> str:
    """Return a file's name as the person who packed it knows it.

    zipfile reads a name that is not marked as UTF-8 in the code page 437 of old PCs. macOS writes
    UTF-8 without the mark; Windows in Chinese writes GBK.
    """
    name = member.orig_filename
    if not member.flag_bits & _IS_UTF_8:
        raw = name.encode("cp437")
        for encoding in ("utf-8", "gb18030"):
            with suppress(UnicodeDecodeError):
                name = raw.decode(encoding)
                break
    return name.replace("\\", "/")


def _is_left_out(name: str) -> bool:
    """Whether a name is a folder's, or that of a file which macOS adds."""
    return name.endswith(("/", _NOTES_OF_MACOS)) or name.startswith(_FOLDER_OF_MACOS)


def _top(names: Sequence[str]) -> str:
    """Return the path of the call's folder, such as `next/`; '' where the files are at the top.

    Raises:
        CallError: no folder at the top holds a call, or several do.
    """
    homes = sorted(it.removesuffix(MAIN) for it in names if f"/{it}".endswith(f"/{MAIN}"))
    found = [home for home in homes if home.count("/") <= 1]
    if len(found) == 1:
        return found[0]
    if found:
        several = "、".join(islice((home or "最上层" for home in found), _NAMED_MAX))
        message = f"压缩包里有几份通知（{several}），请一次放一份"
    elif homes:
        message = f"压缩包的最上层没有 {MAIN}，它在“{homes[0]}”里；请只压缩那一层文件夹"
    else:
        message = f"压缩包里没有 {MAIN}：请压缩一份通知的整个文件夹"
    raise CallError(message)


def _inflated(
    archive: zipfile.ZipFile, members: dict[zipfile.ZipInfo, str]
) -> Iterator[tuple[str, bytes]]:
    """Yield the bytes of files by name; a size that an archive states may be wrong.

    Raises:
        CallError: the files hold too much.
    """
    left = _UNPACKED_MAX
    for member, name in members.items():
        with archive.open(member) as stream:
            content = stream.read(left + 1)
        left -= len(content)
        if left < 0:
            raise _overfull()
        yield name, content


def _overfull() -> CallError:
    return CallError(
        f"压缩包里的内容过多：压缩包至多 {PACKED_MAX // 1_000_000} MB，至多 {_FILES_MAX} 个文件，"
        f"解压后至多 {_UNPACKED_MAX // 1_000_000} MB；请只压缩一份通知的文件夹"
    )
