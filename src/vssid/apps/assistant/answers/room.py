"""Where numbers are worked out: a thread with room.

The linear algebra takes half a megabyte of stack at once. The threads of the web server have less to spare:
there it writes over its neighbours and the process dies.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
_STACK = 64 * 1024 * 1024
"""Bytes of address space; of memory only what is written to."""


def with_room(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """``work`` asks no table: the thread has no connection of its own to close."""
    return _thread().submit(work, *args, **kwargs).result()


def soon(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> None:
    """As :func:`with_room`; nobody waits for it, and what is asked meanwhile comes after it."""
    _thread().submit(work, *args, **kwargs)


@cache
def _thread() -> ThreadPoolExecutor:
    before = threading.stack_size(_STACK)
    try:
        pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="answers")
        pool.submit(threading.get_ident).result()
    finally:
        threading.stack_size(before)
    return pool
