"""A service that transcribes is given sound and gives text; all else it does is as if nothing was said."""

from __future__ import annotations

import asyncio
import io
import json
import logging
import wave
from collections.abc import Iterator
from email import message_from_bytes

import pytest
from tests.environment.model_service import Service, model_service

from vssid.channels.hotline.agent.recognising import Wanted, recogniser
from vssid.channels.hotline.agent.speech_process import RATE
from vssid.channels.hotline.agent.transcription_service import TranscriptionService, transcription_service
from vssid.kit.timely_service import NoAnswer, Resting

SOUND = bytes(range(256)) * 250
SECRET = "a secret of the service"


@pytest.fixture
def service() -> Iterator[Service]:
    with model_service() as told:
        yield told


def ear(
    service: Service, *, seconds: float = 5, rest: float = 60, token: str = SECRET
) -> TranscriptionService:
    return transcription_service(
        service.url + "/", model="small", token=token, languages=("vi", "en"), seconds=seconds, rest=rest
    )


def parts(headers: dict[str, str], body: bytes) -> dict[str, bytes]:
    form = message_from_bytes(f"Content-Type: {headers['content-type']}\r\n\r\n".encode() + body)
    fields = {}
    for part in form.get_payload():
        assert not isinstance(part, str)
        name = part.get_param("name", header="content-disposition")
        content = part.get_payload(decode=True)
        assert isinstance(name, str)
        assert isinstance(content, bytes)
        fields[name] = content
    return fields


def test_it_is_given_the_sound_and_tells_the_text(
    service: Service, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    service.said = " gặp nhân viên \n"
    caplog.set_level(logging.DEBUG)

    async def asks() -> tuple[str, float | None]:
        wanted = Wanted("http", languages=("vi",), url=service.url, name="large-v3", token=SECRET)
        made = await recogniser(wanted)
        assert made is not None
        assert made.languages == ("vi",)
        try:
            return await made.transcribe(SOUND, RATE, "vi")
        finally:
            made.stop()

    assert asyncio.run(asks()) == ("gặp nhân viên", None)
    ((path, headers, body),) = service.arrived
    assert (path, headers["authorization"]) == ("/v1/audio/transcriptions", f"Bearer {SECRET}")
    fields = parts(headers, body)
    with wave.open(io.BytesIO(fields.pop("file"))) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        assert file.readframes(file.getnframes()) == SOUND
    assert fields == {
        "model": b"large-v3",
        "language": b"vi",
        "response_format": b"json",
        "temperature": b"0",
    }
    assert "nhân viên" not in caplog.text + "".join(capfd.readouterr())
    assert SECRET not in caplog.text


def test_where_nobody_speaks_there_is_no_text(service: Service) -> None:
    service.said = " \n"
    assert ear(service).heard(SOUND, "en") == ("", None)


@pytest.mark.parametrize(
    "raw",
    [
        *(b"", b"hello", b"<html>", b"[]", b"{}", b"null", b"\xff\xfe", b"{" * 5_000, b"[" * 50_000),
        *(b'{"text": null}', b'{"text": 1}', b'{"text": ["a"]}', b'{"text": {"a": 1}}'),
        json.dumps({"text": "a" * 1_001}).encode(),
    ],
    ids=range(14),
)
def test_rubbish_is_no_answer_but_it_is_asked_again(service: Service, raw: bytes) -> None:
    asked = ear(service)
    service.raw = raw
    with pytest.raises(NoAnswer):
        asked.heard(SOUND, "vi")
    service.raw, service.said = None, "xin chào"
    assert asked.heard(SOUND, "vi") == ("xin chào", None)


@pytest.mark.parametrize("status", [201, 301, 307, 400, 401, 404, 413, 429, 500, 503])
def test_an_error_or_a_redirection_is_no_answer_and_nobody_is_invited_to_speak(
    service: Service, status: int
) -> None:
    service.status = status
    service.headers = {"Location": service.url.replace("/v1", "/elsewhere")}
    asked = ear(service)
    with pytest.raises(NoAnswer, match=f"status {status}"):
        asked.heard(SOUND, "vi")
    assert asked.languages == ()
    with pytest.raises(Resting):
        asked.heard(SOUND, "vi")
    assert len(service.arrived) == 1


def test_when_it_has_rested_it_is_asked_again(service: Service) -> None:
    service.status = 503
    asked = ear(service, rest=0)
    with pytest.raises(NoAnswer):
        asked.heard(SOUND, "vi")
    assert asked.languages == ("vi", "en")
    service.status = 200
    assert asked.heard(SOUND, "vi") == ("1", None)


@pytest.mark.parametrize("fault", ["hangs", "drips"])
def test_nobody_waits_for_one_that_hangs_or_drips(service: Service, fault: str) -> None:
    setattr(service, fault, True)
    with pytest.raises(NoAnswer):
        ear(service, seconds=0.2).heard(SOUND, "vi")


def test_one_that_is_away_is_no_answer() -> None:
    with model_service() as gone:
        pass
    with pytest.raises(NoAnswer, match="ConnectionRefusedError"):
        ear(gone).heard(SOUND, "vi")


def test_no_proxy_of_the_environment_and_no_token_where_none_is_wanted(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert ear(service, token="").heard(SOUND, "vi") == ("1", None)
    assert "authorization" not in service.arrived[0][1]


def test_a_secret_is_not_shown_with_what_is_wanted() -> None:
    assert SECRET not in repr(Wanted("http", token=SECRET))
