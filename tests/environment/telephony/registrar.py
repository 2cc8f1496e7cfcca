"""Debian's kamailio as a carrier's registrar: it asks for a password, and forgets soon."""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

USER, PASSWORD = "hotline-9068", "a-secret-of-the-trunk"
FORGETS_S = 60
_START_S = 20.0
_CONFIG = """
children=1
debug=1
disable_tcp=yes
log_stderror=yes
listen=udp:127.0.0.1:{port}
loadmodule "ctl.so"
loadmodule "pv.so"
loadmodule "sl.so"
loadmodule "xlog.so"
loadmodule "usrloc.so"
loadmodule "registrar.so"
loadmodule "auth.so"
modparam("ctl", "binrpc", "unix:{folder}/ctl")
modparam("registrar", "max_expires", {forgets})
modparam("usrloc", "timer_interval", 1)
request_route {{
    if (method != "REGISTER") exit;
    if (!pv_www_authenticate("127.0.0.1", "{password}", "0")) {{
        xlog("L_NOTICE", "asked, $aU\\n");
        www_challenge("127.0.0.1", "1");
        exit;
    }}
    xlog("L_NOTICE", "kept, expires $hdr(Expires)\\n");
    save("location");
}}
"""


def is_here() -> bool:
    return bool(shutil.which("kamailio") and shutil.which("kamcmd"))


@dataclass
class Registrar:
    address: tuple[str, int]
    folder: Path

    @property
    def log(self) -> str:
        return (self.folder / "log").read_text()

    async def contacts(self) -> str:
        """What it keeps of everybody, as its own tool tells it."""
        asked = await asyncio.create_subprocess_exec(
            "kamcmd", "-s", f"unix:{self.folder}/ctl", "ul.dump", stdout=asyncio.subprocess.PIPE
        )
        told, _ = await asked.communicate()
        return told.decode()


@asynccontextmanager
async def registrar(folder: Path, port: int) -> AsyncIterator[Registrar]:
    config = _CONFIG.format(port=port, folder=folder, forgets=FORGETS_S, password=PASSWORD)
    (folder / "kamailio.cfg").write_text(config)
    with (folder / "log").open("w") as log:
        server = await asyncio.create_subprocess_exec(
            "kamailio", "-DD", "-E", "-m", "16", "-M", "8", "-f", str(folder / "kamailio.cfg"),
            "-w", str(folder), "-Y", str(folder), "-P", str(folder / "pid"),
            stdout=log, stderr=log, start_new_session=True,
        )  # fmt: skip
    found = Registrar(("127.0.0.1", port), folder)
    try:
        async with asyncio.timeout(_START_S):
            while "Contacts" not in (told := await found.contacts()) and "AoRs" not in told:
                assert server.returncode is None, found.log
                await asyncio.sleep(0.1)
        yield found
    finally:
        if server.returncode is None:
            os.killpg(server.pid, 15)
            await server.wait()
