"""Runs a real nginx on a port of this machine, with the configuration that is published.

The browser tests and the benchmark serve the built site with it. `make serve` needs no nginx.
"""

from __future__ import annotations

import getpass
import random
import re
import shutil
import socket
import subprocess
import time
from contextlib import suppress
from pathlib import Path

from site_build.publishing.headers import NGINX

_MAIN = """
daemon off;
{user}
pid {folder}/pid;
error_log stderr;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""
_PATIENCE = 10
_PORTS = (20_000, 32_768)
_DICE = random.SystemRandom()  # pytest-randomly gives all workers the same random numbers


def free_port() -> int:
    """Return a free port of this machine, below those that Linux gives to outgoing connections.

    Several runs of tests open hundreds of connections. Any of them may get a port that is free now
    and wanted a moment later, by a server that starts, or starts again.
    """
    while True:
        port = _DICE.randrange(*_PORTS)
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


def configure(folder: Path, root: Path, port: int) -> Path:
    """Write nginx's files. Address and root differ from the configuration that ships, no more.

    Args:
        folder: Where the files are written: `site.conf` is the one that ships.
        root: The folder to serve.
        port: The port of this machine to serve it on.

    Returns:
        The file to start nginx with.

    Raises:
        ValueError: The configuration that ships has no such line, or more than one.
    """
    site = NGINX.read_text("utf-8")
    for line, ours in (
        ("listen 80;", f"listen 127.0.0.1:{port};"),
        ("root /[^;]+;", f"root {root};"),
    ):
        site, changed = re.subn(f"(?m)^    {line}$", f"    {ours}", site)
        if changed != 1:
            message = f"{NGINX.name} has {changed} lines like {line}"
            raise ValueError(message)
    (folder / "site.conf").write_text(site, "utf-8")
    user = f"user {getpass.getuser()};" if getpass.getuser() == "root" else ""
    main = folder / "nginx.conf"
    main.write_text(_MAIN.format(folder=folder, user=user), "utf-8")
    return main


def start(main: Path, port: int) -> subprocess.Popen[bytes]:
    """Start nginx and wait until it answers.

    Args:
        main: What `configure` returned.
        port: The port that was configured.

    Raises:
        ChildProcessError: nginx refused its configuration; its reason stands on the terminal.
        TimeoutError: nginx runs and does not answer.
    """
    binary = shutil.which("nginx") or "/usr/sbin/nginx"
    command = [binary, "-p", str(main.parent), "-c", str(main)]
    process = subprocess.Popen(command)  # noqa: S603 - every word is ours
    deadline = time.monotonic() + _PATIENCE
    while time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return process
        if process.poll() is not None:
            message = "nginx refused its configuration"
            raise ChildProcessError(message)
        time.sleep(0.05)
    stop(process)
    message = "nginx does not answer"
    raise TimeoutError(message)


def stop(process: subprocess.Popen[bytes]) -> None:
    """End nginx, and wait until its process is gone."""
    process.terminate()
    process.wait(_PATIENCE)
