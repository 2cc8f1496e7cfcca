"""What the switchboard is told when it starts."""

from __future__ import annotations

from dataclasses import dataclass, field
from ipaddress import IPv4Network, IPv6Network

from vssid.channels.hotline.agent.datagrams import Address, Timers


@dataclass(frozen=True)
class Trunk:
    """Where calls of ours go."""

    address: Address
    number: str
    user: str = ""
    password: str = field(default="", repr=False)
    registers: bool = False
    again_s: float = 30.0
    """Until a refused registration is tried again; longer each time."""


@dataclass(frozen=True)
class Rules:
    address: Address
    advertised: str
    edges: tuple[IPv4Network | IPv6Network, ...]
    ports: range
    most_calls: int
    trunk: Trunk | None = None
    ring_s: float = 0.0
    silence_s: float = 30.0
    longest_s: float = 900.0  # the dialogue ends a call long before
    timers: Timers = field(default_factory=Timers)
    transfer_s: float = 15.0
