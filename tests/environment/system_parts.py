"""Installs the system parts that tests want, and with ``bench`` those of the measures too, where it may."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

PARTS = {
    "chromium": lambda: shutil.which("chromium"),
    "chromium-headless-shell": lambda: shutil.which("chromium-headless-shell"),
    "fonts-noto-cjk": lambda: Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc").exists(),
    "softhsm2": lambda: shutil.which("softhsm2-util"),
    "espeak-ng": lambda: shutil.which("espeak-ng"),
    "sip-tester": lambda: shutil.which("sipp"),
    "baresip": lambda: shutil.which("baresip"),
    "kamailio": lambda: shutil.which("kamailio"),
    "kamailio-tls-modules": lambda: next(Path("/usr/lib").glob("*/kamailio/modules/tls.so"), None),
}

BENCH_PARTS = {
    "nginx-light": lambda: shutil.which("nginx"),
    "libnginx-mod-http-brotli-filter": lambda: Path(
        "/usr/lib/nginx/modules/ngx_http_brotli_filter_module.so"
    ).exists(),
}


def missing(*, for_bench: bool) -> list[str]:
    parts = PARTS | BENCH_PARTS if for_bench else PARTS
    return [package for package, stands in parts.items() if not stands()]


def main() -> None:
    wanted = missing(for_bench="bench" in sys.argv[1:])
    if not wanted:
        return
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        print(f"not installed here: {', '.join(wanted)}; what needs them is skipped by name")
        return
    print(f"installing {', '.join(wanted)}", flush=True)
    quiet = {"env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}, "stdout": subprocess.DEVNULL}
    subprocess.run(["apt-get", "update", "-qq"], check=False, **quiet)
    subprocess.run(
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *wanted], check=False, **quiet
    )


if __name__ == "__main__":
    main()
