"""``make check``: everything a machine can say about the code without running it."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

BIN = Path(sys.executable).parent
TEMPLATES = sorted(map(str, Path("src").rglob("templates/**/*.html")))
CHECKS: dict[str, list[str]] = {
    "format": [f"{BIN}/ruff", "format", "--check", "--quiet", "."],
    "lint": [f"{BIN}/ruff", "check", "--quiet", "."],
    "types": [f"{BIN}/mypy"],
    "import contracts": [f"{BIN}/lint-imports"],
    "templates": [f"{BIN}/djade", "--check", "--target-version", "5.2", *TEMPLATES],
    "translations": [sys.executable, "-m", "vssid.project.messages", "check"],
    "schema": [sys.executable, "-m", "django", "check", "--fail-level", "WARNING"],
    "migrations": [sys.executable, "-m", "django", "makemigrations", "--check", "--dry-run"],
}


def main() -> int:
    failed = [name for name, command in CHECKS.items() if not _passes(name, command)]
    print(
        f"{len(CHECKS) - len(failed)} checks clean" + (f", NOT clean: {', '.join(failed)}" if failed else "")
    )
    return 1 if failed else 0


def _passes(name: str, command: list[str]) -> bool:
    with tempfile.TemporaryDirectory() as home:
        demo = {"VSSID_DEMO": "1", "VSSID_HOME": home, "DJANGO_SETTINGS_MODULE": "vssid.project.settings"}
        done = subprocess.run(
            command, check=False, capture_output=True, text=True, env={**os.environ, **demo, "NO_COLOR": "1"}
        )
    print(f"{'ok  ' if done.returncode == 0 else 'FAIL'} {name}", flush=True)
    if done.returncode:
        print(done.stdout[-6000:] + done.stderr[-3000:])
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
