"""A softphone that is not ours: baresip, told over its control port what to do, with a file as its voice."""

from __future__ import annotations

import asyncio
import json
import shutil
import socket
import wave
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

_MODULES = Path("/usr/lib/baresip/modules")


def absent() -> str:
    """Why it cannot run, or nothing."""
    return "" if shutil.which("baresip") and _MODULES.is_dir() else "Debian's baresip is not installed"


class Softphone:
    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer

    async def says(self, command: str, words: str = "") -> None:
        text = json.dumps({"command": command, "params": words, "token": "t"})
        self._writer.write(f"{len(text)}:{text},".encode())
        await self._writer.drain()

    async def hears(self, event: str) -> None:
        """Waits until it reports this of its call."""
        wanted = f'"type":"{event}"'.encode()
        async with asyncio.timeout(10):
            while wanted not in await self._message():
                pass

    async def _message(self) -> bytes:
        length = await self._reader.readuntil(b":")
        message = await self._reader.readexactly(int(length[:-1]) + 1)
        return message.replace(b" ", b"")


@asynccontextmanager
async def softphone(folder: Path, *, who: str, recording: bool = False) -> AsyncIterator[Softphone]:
    """``recording``: what both sides say is kept as sound in ``folder``, and the messages in ``said.txt``."""
    sip, control = _free_port(), _free_port()
    _configure(folder, who=who, sip=sip, control=control, recording=recording)
    messages = (folder / "said.txt").open("wb")
    process = await asyncio.create_subprocess_exec(
        "baresip",
        "-4",
        *(["-s"] if recording else []),
        "-f",
        str(folder),
        "-n",
        "127.0.0.1",
        cwd=folder,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=messages,
        stderr=messages,
    )
    try:
        reader, writer = await _connected(control)
        try:
            yield Softphone(reader, writer)
        finally:
            writer.close()
            await writer.wait_closed()
    finally:
        process.terminate()
        await process.wait()
        messages.close()


def _configure(folder: Path, *, who: str, sip: int, control: int, recording: bool) -> None:
    folder.mkdir(parents=True)
    with wave.open(str(folder / "voice.wav"), "wb") as voice:
        voice.setnchannels(1)
        voice.setsampwidth(2)
        voice.setframerate(8_000)
        voice.writeframes(bytes(16_000 * 20))
    (folder / "config").write_text(
        "\n".join(
            [
                f"sip_listen 127.0.0.1:{sip}",
                f"module_path {_MODULES}",
                "audio_player aufile,/dev/null",
                f"audio_source aufile,{folder / 'voice.wav'}",
                "audio_alert aufile,/dev/null",
                "rtp_ports 26000-26100",
                f"ctrl_tcp_listen 127.0.0.1:{control}",
                f"snd_path {folder}",
                *(f"module {name}.so" for name in ("g711", "aufile", *(["sndfile"] if recording else []))),
                *(f"module_app {name}.so" for name in ("account", "contact", "menu", "ctrl_tcp")),
            ]
        )
        + "\n"
    )
    (folder / "accounts").write_text(f"<sip:{who}@127.0.0.1>;regint=0;audio_codecs=PCMA,PCMU\n")
    (folder / "contacts").write_text("")


async def _connected(port: int) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    async with asyncio.timeout(10):
        while True:
            try:
                return await asyncio.open_connection("127.0.0.1", port)
            except ConnectionError:
                await asyncio.sleep(0.05)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
