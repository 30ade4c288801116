"""Runs in the browser: lets Python import extension modules that lie beside its archive."""

import sys
from importlib.machinery import ExtensionFileLoader, ModuleSpec
from importlib.util import spec_from_file_location

_PLACES: dict[str, str] = {}


def place(module: str, path: str) -> None:
    """Register an extension module, so that Python can import it.

    Args:
        module: The dotted name of the module, whose package is in the archive.
        path: The file that stands for its compiled code.
    """
    _PLACES[module] = path


class _Finder:
    @staticmethod
    def find_spec(name: str, _path: object = None, _target: object = None) -> ModuleSpec | None:
        path = _PLACES.get(name)
        if path is None:
            return None
        return spec_from_file_location(name, path, loader=ExtensionFileLoader(name, path))


sys.meta_path.insert(0, _Finder())
