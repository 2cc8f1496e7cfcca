"""Does the time of an answer tell whom the register holds? Card check and number look-up, without sign-in.

The card check: a number somebody has with another's name, beside a number nobody has; and, for information,
the number with the right name, whose answer differs anyway. The number look-up answers all alike: somebody on
record beside nobody. Every question has its puzzle solved; the time of sending alone is counted.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from random import Random

import polars as pl

from bench import postgres
from bench.beside import MOST_PERCENT, Times, Visitor, in_turn, interval, milliseconds, tries
from bench.children import WORK, collect_static
from bench.population import REFERENCE, files, import_kinds
from bench.result import Result, at_most, skipped, told
from bench.server import serving

PEOPLE = 10_000
HOME = WORK / "person-look-up"
CARD, NUMBER = "/lookup/card/", "/lookup/number/"
_INTERVAL = "99 % interval of a known number against an unknown one, farther end"
_TOKEN, _BITS = re.compile(r'data-puzzle="([^"]+)"'), re.compile(r'data-bits="(\d+)"')

Question = Mapping[str, str]


def measure(people: int) -> list[Result]:
    if not postgres.is_here():
        return [skipped(f"card check, {_INTERVAL}", "no PostgreSQL server binaries")]
    shutil.rmtree(HOME, ignore_errors=True)
    known = _known(files(PEOPLE), tries())
    with postgres.durable_cluster() as address:
        import_kinds(PEOPLE, *REFERENCE, "people", "cards", home=HOME, database=address)
        collect_static(HOME)
        with serving(HOME, address, "--workers", "1", VSSID_PROXIES="1") as server:
            at_card = _asked(Visitor(server.address, CARD), _card_questions(known))
            at_number = _asked(Visitor(server.address, NUMBER), _number_questions(known))
    match, unknown = (milliseconds(at_card[kind]) for kind in ("match", "unknown"))
    return [
        *_compared("card check", at_card["mismatch"], at_card["unknown"]),
        told("card check, median of a match beside unknown", match, "ms", unknown),
        *_compared("number look-up", at_number["known"], at_number["unknown"]),
    ]


def _compared(door: str, known: Times, unknown: Times) -> list[Result]:
    least, most = interval(known, unknown)
    return [
        at_most(f"{door}, {_INTERVAL}", max(-least, most), "%", MOST_PERCENT),
        told(f"{door}, lower end of that interval", least, "%"),
        told(f"{door}, upper end of that interval", most, "%"),
        told(f"{door}, median of known beside unknown", milliseconds(known), "ms", milliseconds(unknown)),
    ]


def _asked(visitor: Visitor, questions: Mapping[str, list[Question]]) -> dict[str, Times]:
    def ask(question: Question) -> float:
        visitor.moves()
        page = visitor.opens()
        token, bits = _TOKEN.findall(page)[0], int(_BITS.findall(page)[0])
        return visitor.sends({**question, "puzzle": token, "answer": _solved(token, bits)})

    return in_turn(questions, ask)


def _solved(token: str, bits: int) -> str:
    number = 0
    while int.from_bytes(sha256(f"{token}:{number}".encode()).digest()) >> (256 - bits):
        number += 1
    return str(number)


def _known(folder: Path, count: int) -> list[dict[str, str]]:
    """People with both numbers and a whole birth date, drawn at random; each is asked for once at a door."""
    columns = ["insurance_number", "national_id", "full_name", "birth_date", "province_code"]
    people = pl.read_parquet(sorted(folder.glob("people-*.parquet")), columns=[*columns, "died_on"])
    whole = people.filter(
        pl.col("died_on").is_null(),
        pl.col("insurance_number").str.len_chars() == 10,
        pl.col("national_id").str.len_chars() == 12,
        pl.col("birth_date").str.len_chars() == 10,
    )
    return Random(1).sample(whole.select(columns).drop_nulls().to_dicts(), count * 2)


def _card_questions(known: list[dict[str, str]]) -> dict[str, list[Question]]:
    half, random = len(known) // 2, Random(2)
    nobodys = [f"01{random.randrange(10**8):08}" for _ in range(half)]
    return {
        "match": [_card(person, person["insurance_number"], person["full_name"]) for person in known[:half]],
        "mismatch": [_card(person, person["insurance_number"], "Ai Đó") for person in known[half:]],
        "unknown": [
            _card(person, number, "Ai Đó") for person, number in zip(known[half:], nobodys, strict=True)
        ],
    }


def _card(person: dict[str, str], number: str, full_name: str) -> Question:
    return {"number": number, "full_name": full_name, "born_on": person["birth_date"]}


def _number_questions(known: list[dict[str, str]]) -> dict[str, list[Question]]:
    half, random = len(known) // 2, Random(4)
    nobodys = [f"0012{random.randrange(10**8):08}" for _ in range(half)]
    return {
        "known": [_number(person, person["national_id"]) for person in known[:half]],
        "unknown": [_number(person, number) for person, number in zip(known[half:], nobodys, strict=True)],
    }


def _number(person: dict[str, str], citizen_number: str) -> Question:
    return {
        "province": person["province_code"],
        "full_name": person["full_name"],
        "born_on": person["birth_date"],
        "citizen_number": citizen_number,
    }
