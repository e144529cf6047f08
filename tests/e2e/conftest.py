"""A server with the demo world, a worker beside it, and a browser: all real, all of this run's own."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.e2e.person import Person

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
BUILT = ROOT / "src" / "wegwijzer" / "web" / "static" / "build" / "js"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Site:
    """The demo world on a port, started and stopped as an operator would."""

    def __init__(self, data: Path) -> None:
        self.data, self.port = data, free_port()
        # By name: a browser makes no passkey for a site that is only a number.
        self.url = f"http://localhost:{self.port}"
        self.env = {
            **os.environ,
            "WEGWIJZER_DATA": str(data),
            "WEGWIJZER_MODE": "demo",
            "WEGWIJZER_DATABASE": "",
            "DJANGO_SETTINGS_MODULE": "wegwijzer.config.settings",
        }
        self.processes: list[subprocess.Popen[bytes]] = []

    def run(self, *words: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", "wegwijzer.cli.main", *words],
            env=self.env,
            cwd=ROOT,
            start_new_session=True,
        )

    def seed(self) -> None:
        assert self.run("demo", "--seed-only").wait() == 0

    def start(self) -> None:
        self.processes = [
            self.run("serve", "--bind", f"127.0.0.1:{self.port}"),
            self.run("worker"),
        ]
        for _attempt in range(100):
            try:
                urllib.request.urlopen(f"{self.url}/gezond/", timeout=2)
                return
            except OSError:
                time.sleep(0.3)
        raise AssertionError("the server did not answer")

    def stop(self, signal: int = 15) -> None:
        for process in self.processes:
            os.killpg(process.pid, signal)
            process.wait()
        self.processes = []


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Iterator[Site]:
    """The site of this run; ``STORY_SITE`` names one that runs already, while writing a story."""
    if running := os.environ.get("STORY_SITE"):
        yield SimpleNamespace(url=running)
        return
    site = Site(tmp_path_factory.mktemp("site"))
    site.seed()
    site.start()
    yield site
    site.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium")
    assert chromium, "the stories need Chromium; on Debian: apt install chromium"
    scripts = [BUILT / f"{source.stem}.js" for source in (ROOT / "frontend").glob("*.ts")]
    missing = [script.name for script in (AXE, *scripts) if not script.exists()]
    assert not missing, f"{missing} were not built; remove .venv/static and make it again"
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=chromium,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield opened
        opened.close()


@pytest.fixture
def become(site: Site, browser: Browser) -> Iterator[Callable[..., Person]]:
    """Return a function that opens a browser of somebody's own."""
    people: list[Person] = []

    def become(name: str, **context: object) -> Person:
        person = Person(browser, site.url, name, AXE.read_text(), **context)
        people.append(person)
        return person

    yield become
    for person in people:
        person.leave()
