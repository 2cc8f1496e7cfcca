"""``python -m vssid.ui.build``: packages, browser files, fonts; says what it made and how large it is."""

from __future__ import annotations

import sys
import time

from vssid.ui.build import browser, fonts, packages, stamps


def main() -> int:
    steps = (
        ("npm packages", packages.SOURCES, packages.STAMP, packages.install),
        ("browser files", browser.SOURCES, browser.STAMP, browser.make),
        ("fonts", fonts.SOURCES, fonts.STAMP, fonts.make),
    )
    for name, sources, stamp, make in steps:
        fingerprint = stamps.fingerprint(sources)
        if stamps.matches(stamp, fingerprint):
            continue
        started = time.monotonic()
        make()
        stamps.write(stamp, fingerprint)
        sys.stdout.write(f"{name}: made in {time.monotonic() - started:.1f} s\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
