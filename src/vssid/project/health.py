"""The findings of ``vssid doctor``, one function a part."""

from __future__ import annotations

import json
import shutil
import urllib.error
import urllib.request
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from vssid.apps.assistant.ports import choose
from vssid.apps.audit.selectors.readiness import oldest_unsealed_seconds
from vssid.apps.intake.selectors.readiness import database_answers
from vssid.apps.notifications.selectors.outbox_health import dead_letters, seconds_behind
from vssid.integrations.signing.standing import standing
from vssid.integrations.vneid import standing as vneid
from vssid.kit import clock
from vssid.kit.keyring import ring

_LATE_SECONDS = 600
_FREE_BYTES = 2 * 1024**3
_VOICE_TOKEN = 32
_NEW_PASSWORD = 2
"""The place of the right title in the question to the language model."""
_CLOCK_SLACK = timedelta(seconds=60)


@dataclass(frozen=True)
class Finding:
    part: str
    well: bool
    says: str
    advice: str = ""


def findings() -> list[Finding]:
    """Every part's finding; the database parts when it answers, the access log's when it has its tables."""
    parts = [_keys(), _subject_keys(), _paper_seal(), _vneid(), _voice(), _chooser(), _disk(), _database()]
    if parts[-1].well:
        parts += [_schema(), _clock()]
        if parts[-2].well:
            parts += [_seals(), _outbox()]
    return parts


def _keys() -> Finding:
    keys = ring()
    kind = "made for demonstrations" if keys.demo else "of this installation"
    return Finding("keys", True, f"{len(keys.fields)} field key(s), current {keys.current}, {kind}")


def _subject_keys() -> Finding:
    folder = settings.SUBJECT_KEYS
    if folder.is_dir():
        return Finding("subject keys", True, f"in {folder}")
    return Finding("subject keys", False, f"{folder} is not there", "mount VSSID_SUBJECT_KEYS")


def _paper_seal() -> Finding:
    stamps = settings.VALUES["VSSID_SEAL_STAMPS"]
    found = standing(settings.SEALS, now=clock.now(), stamps=stamps, demo=settings.DEMO)
    return Finding("seal on papers", not found.advice, found.says, found.advice)


def _vneid() -> Finding:
    if settings.VNEID is None:
        return Finding("VNeID", True, "not offered (VSSID_VNEID_ISSUER is empty)")
    found = vneid.standing(settings.VNEID)
    return Finding("VNeID", not found.advice, found.says, found.advice)


def _voice() -> Finding:
    """The agent of this machine, where there is one; others tell their own health."""
    if not settings.VOICE_CORE_TOKEN:
        return Finding("voice agent", True, "not in use (VSSID_VOICE_CORE_TOKEN is empty)")
    if len(settings.VOICE_CORE_TOKEN) < _VOICE_TOKEN:
        advice = f"make VSSID_VOICE_CORE_TOKEN of {_VOICE_TOKEN} random characters or more"
        return Finding("voice agent", False, "its token is so short that no agent is let in", advice)
    address = settings.VALUES["VSSID_VOICE_HEALTH_ADDR"]
    told = _told_by_voice(*address) if address else None
    if told is None:
        return Finding("voice agent", True, "none answers on this machine")
    wrong = [name for name, well in told.items() if well is False]
    says = f"{told['calls']} calls" + (f", not well: {', '.join(wrong)}" if wrong else "")
    return Finding("voice agent", not wrong, says, "look at its log and /metrics" if wrong else "")


def _told_by_voice(host: str, port: int) -> dict[str, bool | int] | None:
    try:
        with urllib.request.urlopen(f"http://{host}:{port}/healthz", timeout=3) as answer:
            told: dict[str, bool | int] = json.load(answer)
    except urllib.error.HTTPError as unwell:
        told = json.load(unwell)
    except (OSError, ValueError):
        return None
    return told


def _chooser() -> Finding:
    """Asks it a question that is no riddle; people get the ordinary ranking as long as it does not answer."""
    part, url = "language model", settings.CHOOSER_URL
    if not url:
        return Finding(part, True, "not in use (VSSID_CHOOSER_URL is empty)")
    if choose("I forgot my password.", ["Opening hours", "A new password"]) == _NEW_PASSWORD:
        return Finding(part, True, f"{urlsplit(url).hostname} chooses among approved answers")
    advice = "see whether VSSID_CHOOSER_URL, _MODEL and _TOKEN are right; the ranking decides meanwhile"
    return Finding(part, False, f"{urlsplit(url).hostname} does not choose as it should", advice)


def _disk() -> Finding:
    free = shutil.disk_usage(settings.HOME).free
    return Finding(
        "disk",
        free >= _FREE_BYTES,
        f"{free // 1024**2:,} MiB free",
        "" if free >= _FREE_BYTES else "make room in VSSID_HOME",
    )


def _database() -> Finding:
    if database_answers():
        return Finding("database", True, f"{connection.vendor} answers")
    return Finding("database", False, "does not answer", "start it, or correct VSSID_DATABASE_URL")


def _schema() -> Finding:
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if not waiting:
        return Finding("schema", True, "current")
    return Finding("schema", False, f"{len(waiting)} migration(s) waiting", "run `vssid migrate`")


def _clock() -> Finding:
    """A machine whose clock differs from the database's refuses valid tokens and accepts old ones."""
    if connection.vendor != "postgresql":
        return Finding("clock", True, "the database uses this machine's clock")
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        difference = abs(cursor.fetchone()[0] - clock.now())
    well = difference <= _CLOCK_SLACK
    return Finding(
        "clock",
        well,
        f"{difference.total_seconds():.1f} s from the database",
        "" if well else "set the clock",
    )


def _seals() -> Finding:
    age = oldest_unsealed_seconds(now=clock.now())
    well = age <= 300
    return Finding(
        "access log", well, f"oldest unsealed entry {age:.0f} s", "" if well else "start `vssid worker`"
    )


def _outbox() -> Finding:
    behind, dead = seconds_behind(now=clock.now()), dead_letters()
    given_up = sum(group.count for group in dead)
    says = f"oldest due delivery {behind:.0f} s, {given_up:,} given up"
    if behind > _LATE_SECONDS:
        return Finding("notices", False, says, "start `vssid worker`, or more of them")
    if given_up:
        return Finding(
            "notices", False, says, "see `vssid notices dead`, mend the cause, `vssid notices retry`"
        )
    return Finding("notices", True, says)
