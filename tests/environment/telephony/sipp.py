"""Scenarios for sipp, put together from steps, and the runs of sipp."""

from __future__ import annotations

import asyncio
import os
import shutil
from dataclasses import dataclass, field
from pathlib import Path

PCMA = "8 96"
_MAPS = {"8": "PCMA/8000", "0": "PCMU/8000", "18": "G729/8000", "96": "telephone-event/8000"}
_ATTEMPTS_S = 50


def absent() -> str:
    """Why it cannot run, or nothing: it plays packets through a raw socket."""
    if not shutil.which("sipp"):
        return "Debian's sip-tester (sipp) is not installed"
    return "" if os.geteuid() == 0 else "sipp plays packets as root alone"


def sdp(formats: str = PCMA, *, profile: str = "RTP/AVP", direction: str = "sendrecv") -> str:
    maps = "".join(f"a=rtpmap:{one} {_MAPS[one]}\n" for one in formats.split())
    return (
        "v=0\no=sipp 1 1 IN IP4 [local_ip]\ns=-\nc=IN IP4 [media_ip]\nt=0 0\n"
        f"m=audio [media_port] {profile} {formats}\n{maps}a=ptime:20\na={direction}\n"
    )


@dataclass
class Scenario:
    """``who``: the caller's number, by which the test finds its call again."""

    who: str
    timed: bool = False
    steps: list[str] = field(default_factory=list)
    _number: int = 0

    def invite(self, description: str = "", *, headers: str = "", branch: str = "[branch]") -> Scenario:
        """The first of a call."""
        return self._send(
            "INVITE", description or sdp(), headers=headers, branch=branch, first=True, count=True
        )

    def again(self, branch: str) -> Scenario:
        """The same INVITE once more."""
        return self._send("INVITE", sdp(), branch=branch, first=True)

    def reinvite(self, direction: str) -> Scenario:
        return self._send("INVITE", sdp(direction=direction), count=True)

    def ack(self) -> Scenario:
        return self._send("ACK")

    def ack_refusal(self) -> Scenario:
        return self._send("ACK", first=True, tagged=True)

    def cancel(self, branch: str) -> Scenario:
        return self._send("CANCEL", branch=branch, first=True)

    def bye(self) -> Scenario:
        return self._send("BYE", count=True).expect(200)

    def info(self, keys: str) -> Scenario:
        for key in keys:
            body = f"Signal={key}\nDuration=100\n"
            self._send("INFO", body, kind="application/dtmf-relay", count=True).expect(200).pause(100)
        return self

    def expect(self, *statuses: int, to: str = "") -> Scenario:
        """These, in any order but the last; 100 and 180 may come before."""
        for status in (100, 180):
            self.steps.append(f'<recv response="{status}" optional="true"/>')
        for status in statuses:
            more = ' rrs="true"' + (' rtd="1"' if self.timed else "") if status == 200 else ""
            self.steps.append(f'<recv response="{status}"{more}>{to}</recv>')
        return self

    def answered(self) -> Scenario:
        """The usual beginning."""
        return self.invite().expect(200, to=_echo("96")).ack()

    def hears(self, method: str, action: str = "") -> Scenario:
        self.steps.append(f'<recv request="{method}" timeout="20000">{action}</recv>')
        return self

    def says(self, status: str, headers: str = "") -> Scenario:
        self.steps.append(
            _block(
                f"SIP/2.0 {status}\n[last_Via:]\n[last_From:]\n[last_To:]\n[last_Call-ID:]\n[last_CSeq:]\n"
                f"Contact: <sip:{self.who}@[local_ip]:[local_port]>\n{headers}Content-Length: 0\n\n"
            )
        )
        return self

    def notify(self, status: str) -> Scenario:
        more = "Event: refer\nSubscription-State: terminated\n"
        kind = "message/sipfrag;version=2.0"
        return self._send("NOTIFY", f"SIP/2.0 {status}\n", headers=more, kind=kind, count=True).expect(200)

    def pause(self, milliseconds: int) -> Scenario:
        self.steps.append(f'<pause milliseconds="{milliseconds}"/>')
        return self

    def plays(self, pcap: Path, milliseconds: int = 0) -> Scenario:
        """Begins to, and goes on after so long."""
        self.steps.append(f'<nop><action><exec play_pcap_audio="{pcap}"/></action></nop>')
        return self.pause(milliseconds) if milliseconds else self

    def ends(self) -> Scenario:
        """They hang up."""
        return self.hears("BYE").says("200 OK")

    def xml(self) -> str:
        return (
            f'<?xml version="1.0" encoding="UTF-8"?>\n<scenario name="x">\n{"".join(self.steps)}</scenario>\n'
        )

    def _send(
        self,
        method: str,
        body: str = "",
        *,
        headers: str = "",
        kind: str = "application/sdp",
        branch: str = "[branch]",
        first: bool = False,
        tagged: bool = False,
        count: bool = False,
    ) -> Scenario:
        self._number += count
        target = "sip:[service]@[remote_ip]:[remote_port]" if first else "[next_url]"
        tag = "[peer_tag_param]" if tagged or not first else ""
        told = f"Content-Type: {kind}\n" if body else ""
        self.steps.append(_block(
            f"{method} {target} SIP/2.0\n"
            f"Via: SIP/2.0/[transport] [local_ip]:[local_port];branch={branch}\n"
            f"From: <sip:{self.who}@[local_ip]:[local_port]>;tag=[pid]t[call_number]\n"
            f"To: <sip:[service]@[remote_ip]:[remote_port]>{tag}\n"
            "Call-ID: [call_id]\n"
            f"CSeq: {self._number} {method}\n"
            f"Contact: <sip:{self.who}@[local_ip]:[local_port]>\n"
            f"Max-Forwards: 70\n{headers}{told}Content-Length: [len]\n\n{body}",
            start=' start_rtd="1"' if self.timed and method == "INVITE" else "",
        ))  # fmt: skip
        return self


def _block(text: str, start: str = "") -> str:
    return f"<send{start}><![CDATA[\n{text}]]></send>\n"


def _echo(kind: str) -> str:
    """The answer numbers keys as we do."""
    return (
        f'<action><ereg regexp="a=rtpmap:{kind} telephone-event/8000" search_in="body" '
        'check_it="true" assign_to="1"/><log message="[$1]"/></action>'
    )


@dataclass(frozen=True)
class Run:
    code: int
    says: str


async def run(
    scenario: Scenario,
    folder: Path,
    *,
    agent: tuple[str, int],
    media: int,
    calls: int = 1,
    more: tuple[str, ...] = (),
    host: str = "127.0.0.1",
) -> Run:
    """One sipp; 0 when every call went as written."""
    file = _written(scenario, folder)
    command = [
        "nice", "-n", "5",  # callers are elsewhere: they do not take the agent's share of this machine
        "sipp", f"{agent[0]}:{agent[1]}", "-sf", str(file), "-i", host, "-mi", host, "-mp", str(media),
        "-m", str(calls), "-s", "19009068", "-nostdin", "-timeout", f"{_ATTEMPTS_S}s", "-timeout_error",
        "-trace_err", "-error_file", str(folder / "errors.log"), *more,
    ]  # fmt: skip
    process = await asyncio.create_subprocess_exec(
        *command, cwd=folder, stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL
    )
    try:
        return Run(await process.wait(), _errors(folder))
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


def _written(scenario: Scenario, folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "scenario.xml"
    file.write_text(scenario.xml())
    return file


def _errors(folder: Path) -> str:
    errors = folder / "errors.log"
    return errors.read_text()[-3000:] if errors.exists() else ""
