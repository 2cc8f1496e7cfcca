"""``make bench``: every measure, a table on screen, the figures kept. BENCH_FULL=1: 1,000,000 people."""

from __future__ import annotations

import importlib
import os
import sys
import time

from rich.console import Console
from rich.table import Table

from bench.result import Result, keep, machine

MEASURES = [
    "seed",
    "import_spells",
    "hot_read",
    "sign_in",
    "sign_in_doors",
    "sign_in_storm",
    "stuffing",
    "person_look_up",
    "access_log",
    "notices",
    "look_up",
    "lighthouse",
    "offline_card",
    "answers",
    "hotline_calls",
    "law",
]


def main(only: list[str]) -> int:
    people = 1_000_000 if os.environ.get("BENCH_FULL") else 100_000
    console = Console(width=150)
    console.print(machine())
    results: list[Result] = []
    for name in only or MEASURES:
        started = time.monotonic()
        console.print(f"[bold]{name}[/] …")
        found = importlib.import_module(f"bench.measures.{name}").measure(people)
        kept = keep(found, people=people)
        results += found
        console.print(f"  {time.monotonic() - started:.0f} s")
    console.print(_table(results))
    console.print(f"kept in {kept}")
    return 0 if all(result.kept is not False for result in results) else 1


def _table(results: list[Result]) -> Table:
    table = Table("measure", "value", "unit", "floor", "ratio", "bar", "")
    for result in results:
        mark = {True: "[green]kept", False: "[red]MISSED", None: ""}[result.kept]
        table.add_row(
            result.name, f"{result.value:,}", result.unit, f"{result.floor:,}" if result.floor else "",
            str(result.ratio or ""), result.bar, mark,
        )  # fmt: skip
    return table


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
