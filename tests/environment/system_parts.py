"""Installs the system parts tests want (Chromium, CJK fonts, a key module) where the machine allows it."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

PARTS = {
    "chromium": lambda: shutil.which("chromium"),
    "fonts-noto-cjk": lambda: Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc").exists(),
    "softhsm2": lambda: shutil.which("softhsm2-util"),
}


def missing() -> list[str]:
    return [package for package, stands in PARTS.items() if not stands()]


def main() -> None:
    wanted = missing()
    if not wanted:
        return
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        print(f"not installed here: {', '.join(wanted)}; the tests that need them are skipped by name")
        return
    print(f"installing {', '.join(wanted)}", flush=True)
    quiet = {"env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}, "stdout": subprocess.DEVNULL}
    subprocess.run(["apt-get", "update", "-qq"], check=False, **quiet)
    subprocess.run(
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *wanted], check=False, **quiet
    )


if __name__ == "__main__":
    main()
