"""The folder of prompts: ``<language>/<key>.alaw``, and what each was made from."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from vssid.integrations.voice import espeak
from vssid.integrations.voice.recordings import read_wav
from vssid.integrations.voice.telephone import silence, telephone_sound

_LIST = "prompts.json"
_STUDIO = "studio"
"""What a recording was made from, and the digest of the text it says: ``studio 0123…``."""
_SOUND = 4
"""Counted up when the same text would sound otherwise."""

Names = Mapping[tuple[str, str], str]
"""Text by language and key."""


@dataclass
class Rendered:
    made: int = 0
    kept: int = 0
    from_studio: int = 0
    removed: int = 0
    silent: list[str] = field(default_factory=list)
    outdated: list[str] = field(default_factory=list)
    """Recordings whose text was changed since: spoken by the voice until the studio says the new one."""


class PromptFolder:
    def __init__(self, root: Path) -> None:
        self.root = root
        self._made: dict[str, str] = _read(root / _LIST)

    def render(
        self,
        texts: Names,
        *,
        pauses: Mapping[str, float],
        all_of_them: bool = True,
        progress: Callable[[], None] = lambda: None,
    ) -> Rendered:
        """Speaks what is new or was changed. Studio recordings win until their text changes; what has no text
        any more goes, where ``texts`` are all there are.

        ``pauses``: keys of silences, with their seconds. Stopped half-way, it goes on where it was.
        """
        done, voice = Rendered(), espeak.version()
        wanted = {f"{language}/{key}" for language, key in texts} | set(pauses)
        for name in sorted(self._made.keys() - wanted) if all_of_them else ():
            self._remove(name)
            done.removed += 1
        for name, seconds in pauses.items():
            self._write(name, silence(seconds), f"silence {seconds}")
        for (language, key), text in texts.items():
            self._one(
                f"{language}/{key}", text, language, _digest(espeak.as_read(text, language), voice), done
            )
            progress()
        return done

    def take_recordings(self, folder: Path, texts: Names) -> Iterator[tuple[str, str]]:
        """Each WAV ``<language>/<key>.wav`` under ``folder``: its name, and what is wrong with it.

        ``texts``: what the recordings say.
        """
        said = {f"{language}/{key}": text for (language, key), text in texts.items()}
        for file in sorted(folder.glob("*/*.wav")):
            name = f"{file.parent.name}/{file.stem}"
            if name not in said:
                yield name, "no prompt has this name"
                continue
            try:
                sound, rate = read_wav(file.read_bytes())
                self._write(name, telephone_sound(sound, rate), _recorded(said[name]))
            except ValueError as error:
                yield name, str(error)
            else:
                yield name, ""

    def sound(self, language: str, key: str) -> bytes:
        return self._path(f"{language}/{key}").read_bytes()

    def _one(self, name: str, text: str, language: str, digest: str, done: Rendered) -> None:
        made = self._made.get(name, "") if self._path(name).exists() else ""
        if made == _STUDIO:  # taken before recordings knew their text: that of today
            made = self._made[name] = _recorded(text)
            self._save()
        if made == _recorded(text):
            done.from_studio += 1
        elif made == digest:
            done.kept += 1
        else:
            self._speak(name, text, language, digest, done)
            if made.startswith(_STUDIO):
                done.outdated.append(name)

    def _speak(self, name: str, text: str, language: str, digest: str, done: Rendered) -> None:
        try:
            self._write(name, telephone_sound(*espeak.speak(text, language)), digest)
            done.made += 1
        except ValueError:
            done.silent.append(name)

    def _write(self, name: str, sound: bytes, made_from: str) -> None:
        path = self._path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(sound)
        self._made[name] = made_from
        self._save()

    def _remove(self, name: str) -> None:
        self._path(name).unlink(missing_ok=True)
        del self._made[name]
        self._save()

    def _path(self, name: str) -> Path:
        return self.root / f"{name}.alaw"

    def _save(self) -> None:
        (self.root / _LIST).write_text(json.dumps(self._made, indent=0, sort_keys=True))


def _read(path: Path) -> dict[str, str]:
    return json.loads(path.read_text()) if path.exists() else {}


def _digest(text: str, voice: str) -> str:
    return hashlib.sha256(f"{_SOUND}\n{voice}\n{text}".encode()).hexdigest()[:32]


def _recorded(text: str) -> str:
    return f"{_STUDIO} {hashlib.sha256(text.encode()).hexdigest()[:32]}"
