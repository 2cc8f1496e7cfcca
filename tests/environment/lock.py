"""``make lock``: requirements/*.in resolved into exact, hashed versions that name no package index."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

# later sets are constrained by earlier ones
SETS = (
    "run",
    "build",
    "seed",
    "dev",
    "lock",
    "canaille",
    "faq-embed",
    "voice-web",
    "voice-stt",
    "voice-whisper",
    "voice-vosk",
    "voice-japanese",
)


def main() -> None:
    for name in SETS:
        subprocess.run(
            [
                Path(sys.executable).parent / "uv",
                "pip",
                "compile",
                f"{name}.in",
                "-o",
                f"{name}.txt",
                "--generate-hashes",
                "--python-version",
                "3.11",
                "--no-header",
                "--no-emit-index-url",
                "--quiet",
            ],
            check=True,
            cwd="requirements",
        )


if __name__ == "__main__":
    main()
