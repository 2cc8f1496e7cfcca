"""Manifest, service worker and offline page, as a browser asks for them."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from django.test import Client

from vssid.channels.public.app import worker
from vssid.ui.build.pictures import ICONS
from vssid.ui.build.places import BUILT

built = pytest.mark.skipif(not (BUILT / worker._SCRIPT).exists(), reason="the browser files are not built")
LANGUAGES = ["vi", "en", "zh-hans", "ko", "ja"]


def test_the_manifest_speaks_the_reader_s_language(client: Client) -> None:
    client.cookies["vssid_language"] = "ko"
    answer = client.get("/manifest.webmanifest")
    assert answer["Content-Type"] == "application/manifest+json"
    manifest = answer.json()
    assert (manifest["id"], manifest["lang"], manifest["start_url"]) == ("/", "ko", "/me/")
    assert [shortcut["url"] for shortcut in manifest["shortcuts"]] == ["/me/card/", "/me/participation/"]


def test_every_picture_of_the_manifest_exists(client: Client) -> None:
    manifest = client.get("/manifest.webmanifest").json()
    pictures = [*manifest["icons"], *manifest["screenshots"]]
    assert {picture["purpose"] for picture in manifest["icons"]} == {"any", "maskable"}
    assert {picture["form_factor"] for picture in manifest["screenshots"]} == {"narrow", "wide"}
    drawn = {icon.name for icon in ICONS} | {"screen-narrow.png", "screen-wide.png"}
    assert {picture["src"].rpartition("/")[2] for picture in pictures} <= drawn


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_offline_page_speaks_every_language_without_cookies(client: Client, language: str) -> None:
    answer = client.get(f"/offline/{language}/")
    assert f'<html lang="{language}"' in answer.text
    assert "sessionid" not in answer.cookies


def test_no_offline_page_in_a_language_nobody_offers(client: Client) -> None:
    assert client.get("/offline/fr/").status_code == 404


@built
def test_the_worker_is_a_script_over_the_whole_site(client: Client) -> None:
    answer = client.get("/service-worker.js")
    assert answer["Content-Type"].startswith("text/javascript")
    assert answer["Service-Worker-Allowed"] == "/"
    assert answer["Cache-Control"] == "no-cache"
    policy = set(answer["Content-Security-Policy"].split("; "))
    assert policy == {"default-src 'none'", "connect-src 'self'"}


@built
def test_the_worker_keeps_what_the_offline_page_needs(client: Client) -> None:
    kept = _kept(client)
    assert set(kept["shells"]) == set(LANGUAGES)
    page = client.get(kept["shells"]["vi"]).text
    used = set(re.findall(r'(?:href|src)="(/static/[^"#]+)', page)) - {"/static/built/icon-apple.png"}
    assert used <= set(kept["files"])


@built
def test_an_unchanged_worker_is_not_sent_again(client: Client) -> None:
    first = client.get("/service-worker.js")
    again = client.get("/service-worker.js", headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


@built
def test_another_offline_page_makes_another_version(monkeypatch: pytest.MonkeyPatch) -> None:
    before = worker._made().version
    assert worker._made().version == before
    monkeypatch.setattr(worker, "_shell", lambda language: "another text")
    assert worker._made().version != before


@built
def test_nothing_personal_is_named_for_keeping(client: Client) -> None:
    kept = _kept(client)
    addresses = [*kept["files"], *kept["shells"].values()]
    assert [address for address in addresses if not address.startswith(("/static/", "/offline/"))] == []


def _kept(client: Client) -> dict[str, Any]:
    script = client.get("/service-worker.js").text
    found = re.match(r"self\.vssid=(\{.*?\});\n", script)
    assert found is not None
    kept: dict[str, Any] = json.loads(found[1])
    return kept
