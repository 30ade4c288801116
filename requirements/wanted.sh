#!/bin/sh
# Names in one line what this machine lacks for `make`, before pip or npm fail with their own words.
# $1: the Python to use. Runs with any sh and any Python, however old.
python=$1
lacks=""
if ! command -v "$python" >/dev/null; then
  lacks="Python 3.11 or newer (there is no $python)"
elif ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
  lacks="Python 3.11 or newer ($python is $("$python" -c 'import platform; print(platform.python_version())'))"
elif ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
  lacks="Python's venv (Debian's package python3-venv)"
fi
if ! command -v node >/dev/null; then
  lacks="${lacks:+$lacks; }Node 20 or newer (there is no node)"
elif ! node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)'; then
  lacks="${lacks:+$lacks; }Node 20 or newer (node is $(node --version))"
elif ! command -v npm >/dev/null; then
  lacks="${lacks:+$lacks; }npm"
fi
[ -z "$lacks" ] && exit 0
echo "This wants: $lacks. Another Python is taken by make PYTHON=/path/to/python." >&2
exit 1
