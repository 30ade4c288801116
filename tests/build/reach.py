"""Imports all modules of `validator`. A test runs this script natively and in the archive.

Prints a JSON object with the names of these modules, the modules that are built into the
interpreter, the hash of every data file of `validator`, and the answer to a request.
"""

import hashlib
import importlib
import importlib.resources
import json
import pkgutil
import sys

import validator

found = [info.name for info in pkgutil.walk_packages(validator.__path__, "validator.")]
for name in found:
    if not name.endswith("__main__"):
        importlib.import_module(name)


def data(folder: object, prefix: str = "") -> dict[str, str]:
    files = {}
    for entry in folder.iterdir():
        name = f"{prefix}{entry.name}"
        if entry.is_dir():
            files |= data(entry, f"{name}/")
        elif not name.endswith((".py", ".pyc", ".pyi", "py.typed")):
            files[name] = hashlib.sha256(entry.read_bytes()).hexdigest()
    return files


told = {
    "modules": sorted(found),
    "builtin": sys.builtin_module_names,
    "data": data(importlib.resources.files("validator")),
    "ping": json.loads(importlib.import_module("validator.worker").answer("ping")),
}
sys.stdout.write(json.dumps(told) + "\n")
