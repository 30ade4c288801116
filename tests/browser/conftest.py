"""Fixtures of the browser tests: a server, a browser, and a record of what goes wrong in pages."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from browser import web
from browser.publishing import Published
from browser.watch import Watch
from site_build import nginx as nginx_server

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# By default Playwright waits five seconds for a page to show what a test expects. On two busy cores
# opening a file took longer, and tests failed although the page was right a moment later.
expect.set_options(timeout=20_000)


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Prepare the site that the tests' servers serve, and that tests take copies of."""
    site = tmp_path_factory.mktemp("served") / "site"
    web.prepare(site)
    written = {path: path.stat().st_mtime_ns for path in site.rglob("*") if path.is_file()}
    yield site
    assert [path for path, at in written.items() if path.stat().st_mtime_ns != at] == []


@pytest.fixture(scope="session")
def nginx(served: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the built site with the shipped configuration; gives the address."""
    port = nginx_server.free_port()
    main = nginx_server.configure(tmp_path_factory.mktemp("nginx"), served, port)
    process = nginx_server.start(main, port)
    yield f"http://127.0.0.1:{port}"
    nginx_server.stop(process)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Debian's Chromium."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture
def watch(nginx: str) -> Watch:
    """Record what a page does wrong; a test that provokes errors reads and clears the record."""
    return Watch(nginx)


@pytest.fixture
def page(browser: Browser, nginx: str, watch: Watch) -> Iterator[Page]:
    """Open a page that fails its test when it asks another host, or on any error.

    Service workers are blocked, since a service worker would answer from its cache where a test
    makes the server fail. Other tests show the use without a network.
    """
    with web.visitor(browser, base_url=nginx, service_workers="block") as context:
        watch.guard(context)
        page = context.new_page()
        watch.follow(page)
        yield page
    watch.verify()


@pytest.fixture
def published(served: Path, tmp_path: Path) -> Iterator[Published]:
    """Serve a copy of the site that belongs to one test."""
    tmp_path.chmod(0o755)  # nginx runs as another user
    made = Published(served, tmp_path)
    yield made
    made.stop()
