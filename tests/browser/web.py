"""Debian's nginx, with the configuration that ships, over a copy of the built site."""

import getpass
import re
import shutil
import socket
import subprocess
import time
from pathlib import Path

from site_build.pages import scripts

ROOT = Path(__file__).resolve().parents[2]
SITE = ROOT / "site"
BLANK = "/blank.html"
DOCUMENT = "/document.docx"
(_OWN,) = (path.name for path in SITE.glob("assets/*/") if re.fullmatch("[0-9a-f]{16}", path.name))
SCRIPTS = f"/assets/{_OWN}/js"
"""Where the site's own scripts lie, in a folder that is named after their contents."""
_PARTS = ("draft-store", "drafts", "engine", "runtime-boot")
"""Modules that tests drive by themselves; the site publishes them inside its pages' scripts."""
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


def served_copy(folder: Path) -> Path:
    """Copy the built site; add an empty page for tests to stand on, a document, and modules."""
    site = folder / "site"
    shutil.copytree(ROOT / "site", site)
    modules = [scripts.SOURCE / f"{name}.mjs" for name in _PARTS]
    scripts.bundle(modules, site / SCRIPTS.strip("/"))
    (site / BLANK.strip("/")).write_text("<!doctype html><title>blank</title>", "utf-8")
    (site / DOCUMENT.strip("/")).write_bytes(b"PK")
    return site


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def configure(folder: Path, site: Path, port: int) -> Path:
    """Write nginx's files: of what ships, only address and folder differ."""
    shipped = (ROOT / "build" / "nginx" / "site.conf").read_text("utf-8")
    for line, ours in (
        ("listen 80;", f"listen 127.0.0.1:{port};"),
        ("root /[^;]+;", f"root {site};"),
    ):
        shipped, changed = re.subn(f"(?m)^    {line}$", f"    {ours}", shipped)
        assert changed == 1, line
    (folder / "site.conf").write_text(shipped, "utf-8")
    user = f"user {getpass.getuser()};" if getpass.getuser() == "root" else ""
    main = folder / "nginx.conf"
    main.write_text(_MAIN.format(folder=folder, user=user), "utf-8")
    return main


def start_nginx(folder: Path, site: Path, port: int) -> subprocess.Popen:
    """Start nginx and wait until it answers."""
    binary = shutil.which("nginx") or "/usr/sbin/nginx"
    main = configure(folder, site, port)
    command = [binary, "-p", str(folder), "-c", str(main)]
    process = subprocess.Popen(command)  # noqa: S603 - every word is ours
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return process
        assert process.poll() is None, "nginx refused its configuration"
        time.sleep(0.05)
    process.terminate()
    message = "nginx does not answer"
    raise TimeoutError(message)
