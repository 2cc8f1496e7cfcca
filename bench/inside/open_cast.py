"""Log-ins for the cast of the demonstration, by key."""

from __future__ import annotations

import json

import django


def main() -> None:
    from vssid.project.demo.accounts import open_cast_accounts

    print(json.dumps({row["person"]: row for row in open_cast_accounts()}))


if __name__ == "__main__":
    django.setup()
    main()
