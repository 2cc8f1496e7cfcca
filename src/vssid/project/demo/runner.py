"""From an empty folder to a running demonstration, and back on Ctrl-C."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

import django
from rich.console import Console
from rich.table import Table

from vssid.kit import clock
from vssid.project.demo import voice
from vssid.project.demo.sandbox.vneid import starting as vneid

_READY_SECONDS = 60
_STOP_SECONDS = 10
_console = Console()


def run(*, port: int, people: int) -> int:
    """Prepares what is missing, serves until interrupted; returns the exit code."""
    home = Path(os.environ.setdefault("VSSID_HOME", "var")).resolve()
    os.environ["VSSID_HOME"] = str(home)
    home.mkdir(parents=True, exist_ok=True)
    # before anything reads the settings: what the product is told of the sandbox is in the environment
    parts = _sandbox_vneid(port, home)
    speaks = voice.prepare(port)
    try:
        _vssid("migrate", quiet=True)
        _vssid("content", "load")
        django.setup()
        _fill_once(home, people)
        _python("-m", "django", "collectstatic", "--no-input", "--verbosity=0")
        logins = _logins(port)
        parts += [_start("serve", "--port", str(port)), _start("worker")]
        if not _becomes_ready(port, parts):
            _console.print("[red]The service did not become ready; its log stands above.")
            return 1
        _announce(port, logins)
        if speaks:
            parts.append(_hotline())
        return _wait(parts)
    finally:
        _stop(parts)


def _sandbox_vneid(port: int, home: Path) -> list[subprocess.Popen[Any]]:
    """On the next port; where it cannot be had, the demonstration goes on without."""
    try:
        sandbox = vneid.start(port=port + 1, product=f"http://127.0.0.1:{port}", folder=home / "demo")
    except vneid.NotStarted as reason:
        _console.print(f"[yellow]No sandbox VNeID: {reason}.")
        return []
    os.environ.update(sandbox.settings)
    return [sandbox.process]


def _fill_once(home: Path, people: int) -> None:
    """The files of the agency, made and imported once; a filled database is left alone."""
    stamp = home / "demo" / "filled"
    if stamp.exists():
        return
    files = home / "demo" / "files"
    _vssid("seed", "--people", str(people), "--out", str(files))
    _vssid("import", str(files), "--batch-note", "demonstration")
    from vssid.project.demo.desk import fill_desk
    from vssid.project.demo.looks import record_looks
    from vssid.project.demo.reports import record_reports

    record_looks(now=clock.now())
    record_reports(now=clock.now())
    fill_desk(now=clock.now())
    stamp.touch()


def _logins(port: int) -> list[dict[str, str]]:
    from vssid.project.demo.accounts import open_cast_accounts

    return open_cast_accounts(port=port)


def _announce(port: int, logins: list[dict[str, str]]) -> None:
    table = Table(title=f"VssID demonstration: http://127.0.0.1:{port}/   (Ctrl-C stops)")
    for heading in ("who", "role", "name", "sign in with", "password"):
        table.add_column(heading, overflow="fold")
    for row in logins:
        table.add_row(row["person"], row["role"], row["name"], row["username"], row["password"])
    _console.print(table)
    if issuer := os.environ.get("VSSID_VNEID_ISSUER"):
        _console.print(f"Sandbox VNeID at {issuer}, from the sign-in page; the people above are its users.")
    for row in logins:
        if "totp_secret" in row:
            _console.print(
                f"{row['person']}: {row['address']}, secret for the authenticator {row['totp_secret']}"
            )


def _hotline() -> subprocess.Popen[Any]:
    """Answers as soon as it can speak its sentences; the approved answers are spoken meanwhile."""
    _console.print("The hotline learns to speak, at the first start for half a minute …")
    _vssid("hotline", "prompts", "render", "--without-answers", quiet=True)
    agent = _start("hotline")
    _console.print(f"The hotline answers any SIP telephone here: sip:19009068@{voice.SIP[0]}:{voice.SIP[1]}")
    _console.print("A telephone in the browser, with requirements/voice-web.txt: /sandbox/telephone/")
    threading.Thread(target=_speak_answers, args=(agent,), daemon=True).start()
    return agent


def _speak_answers(agent: subprocess.Popen[Any]) -> None:
    _vssid("hotline", "prompts", "render", quiet=True)
    if agent.poll() is None:
        agent.send_signal(signal.SIGHUP)  # reads the prompts anew


def _vssid(*arguments: str, quiet: bool = False) -> None:
    _python("-m", "vssid", *arguments, quiet=quiet)


def _python(*arguments: str, quiet: bool = False) -> None:
    subprocess.run(  # noqa: S603 - our own interpreter and commands
        [sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL if quiet else None
    )


def _start(*arguments: str) -> subprocess.Popen[Any]:
    # a session of its own: Ctrl-C reaches us alone, and we stop the parts in order
    return subprocess.Popen(  # noqa: S603 - our own interpreter and commands
        [sys.executable, "-m", "vssid", *arguments], start_new_session=True
    )


def _becomes_ready(port: int, parts: list[subprocess.Popen[Any]]) -> bool:
    deadline = time.monotonic() + _READY_SECONDS
    while time.monotonic() < deadline and all(part.poll() is None for part in parts):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=2) as answer:
                return bool(answer.status == 200)
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            time.sleep(0.2)
    return False


def _wait(parts: list[subprocess.Popen[Any]]) -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    # a shell that starts us in the background lets us ignore Ctrl-C; we do not
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        while all(part.poll() is None for part in parts):
            time.sleep(0.5)
    except (KeyboardInterrupt, SystemExit):
        return 0
    _console.print("[red]A part stopped by itself; stopping the rest.")
    return 1


def _stop(parts: list[subprocess.Popen[Any]]) -> None:
    for part in parts:
        if part.poll() is None:
            part.terminate()
    for part in parts:
        try:
            part.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            part.kill()
