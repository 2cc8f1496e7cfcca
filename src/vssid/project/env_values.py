"""From the text of a variable to its value; ValueError says what was expected."""

from __future__ import annotations

import re
from datetime import datetime, time
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from urllib.parse import urlsplit

from vssid.domain.dialogue import number_entry
from vssid.domain.identifiers import insurance_number
from vssid.kit.clock import VIETNAM

_LEAST_SECRET = 32


def flag(text: str) -> bool:
    if text.lower() in {"1", "true", "yes", "on"}:
        return True
    if text.lower() in {"", "0", "false", "no", "off"}:
        return False
    raise ValueError(f"expected 1 or 0, not {text!r}")


def words(text: str) -> list[str]:
    return [word for word in text.replace(",", " ").split() if word]


def insurance_numbers(text: str) -> list[str]:
    """As people are asked for them: one that can never be typed would watch nothing."""
    numbers = words(text)
    for number in numbers:
        if not re.fullmatch(insurance_number.PATTERN, number):
            raise ValueError(f"expected numbers of 10 or 12 digits, not {number!r}")
    return numbers


def signatures(text: str) -> list[str]:
    """Never "none" and never a shared secret."""
    names = words(text)
    for name in names:
        if not re.fullmatch(r"(RS|PS|ES)(256|384|512)", name):
            raise ValueError(f"expected RS256, ES256, PS256 and the like, not {name!r}")
    return names


def optional_count(text: str) -> int | None:
    if text and int(text) < 0:
        raise ValueError(f"expected a number from 0, not {text!r}")
    return int(text) if text else None


def moment(text: str) -> datetime | None:
    if not text:
        return None
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=VIETNAM)


def networks(text: str) -> list[IPv4Network | IPv6Network]:
    return [ip_network(word) for word in words(text)]


def hours(text: str) -> tuple[time, time] | None:
    """Of a day in Viet Nam."""
    if not text:
        return None
    since, _, until = text.partition("-")
    hours = time.fromisoformat(since.strip()), time.fromisoformat(until.strip())
    if hours[0] >= hours[1]:
        raise ValueError(f"expected hours of one day such as 07:00-19:00, not {text!r}")
    return hours


def file(text: str) -> Path | None:
    if text and not Path(text).is_file():
        raise ValueError(f"expected a file, not {text!r}")
    return Path(text) if text else None


def positive(text: str) -> int:
    if int(text) < 1:
        raise ValueError(f"expected a number from 1, not {text!r}")
    return int(text)


def address(text: str) -> tuple[str, int] | None:
    """Host and port."""
    if not text:
        return None
    host, _, port = text.rpartition(":")
    if not host or not 0 <= int(port) < 65_536:
        raise ValueError(f"expected an address such as 127.0.0.1:5070, not {text!r}")
    return host.strip("[]"), int(port)


def service(text: str) -> str:
    """The address of a service, whole: what is added to it is a path."""
    at = urlsplit(text)
    whole = at.scheme in {"http", "https"} and at.hostname and at.port != 0
    if text and (not whole or at.query or at.fragment or at.username):
        raise ValueError(f"expected an address such as https://speech.example/v1, not {text!r}")
    return text


def rtp_ports(text: str) -> range:
    """Even numbers below those the kernel hands out by itself, from 32768."""
    first, _, last = text.partition("-")
    ports = range(int(first) + int(first) % 2, int(last) + 1, 2)
    if not (int(first) >= 1024 and int(last) < 32_768 and ports):
        raise ValueError(f"expected ports between 1024 and 32767 such as 16384-32766, not {text!r}")
    return ports


def long_secret(text: str) -> str:
    if text and len(text) < _LEAST_SECRET:
        raise ValueError(f"expected at least {_LEAST_SECRET} characters, or none")
    return text


def recogniser(text: str) -> str:
    if text not in {"", "none", "vietasr", "whisper", "vosk", "http"}:
        raise ValueError(f"expected none, vietasr, whisper, vosk or http, not {text!r}")
    return text or "none"


def spoken_languages(text: str) -> list[str]:
    """Only those in which the dialogue makes something of what is said."""
    languages = words(text)
    if not languages or not set(languages) <= set(number_entry.SPOKEN):
        raise ValueError(f"expected one or more of {', '.join(number_entry.SPOKEN)}, not {text!r}")
    return languages


def percent(text: str) -> int:
    if not 1 <= int(text) <= 100:
        raise ValueError(f"expected a number from 1 to 100, not {text!r}")
    return int(text)


def up_to_five(text: str) -> int:
    if not 1 <= int(text) <= 5:
        raise ValueError(f"expected a number from 1 to 5, not {text!r}")
    return int(text)
