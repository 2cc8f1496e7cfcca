"""The port ``Letters`` served by typst."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vssid.integrations.letters.faces import Faces
from vssid.integrations.letters.qr import qr_svg
from vssid.kit.keyring import ring

if TYPE_CHECKING:
    import typst

TEMPLATES = Path(__file__).parent / "templates"
_LATIN = "Be Vietnam Pro"
_EAST_ASIAN = {"zh-hans": "Noto Sans SC", "ko": "Noto Sans KR", "ja": "Noto Sans JP"}


class FacesMissing(Exception):
    """The faces have not been built; the set-up of the product builds them."""


@dataclass(frozen=True)
class Typesetter:
    """``fonts``: the folder of our own TrueType faces; no other face is used. No network, no clock.

    A letter that no face holds is printed as a box (:mod:`.faces`).
    """

    fonts: Path

    def render(self, template: str, data: Mapping[str, Any], *, language: str, made_at: datetime) -> bytes:
        """See :class:`vssid.apps.documents.ports.Letters`. Adds to ``data`` the faces, language and time,
        whether the keys are a demonstration's, and ``check_url`` and ``number`` drawn as QR codes."""
        import typst

        faces = self._faces
        given = {
            **self._letters_held.printable(data),
            "language": language,
            "faces": families(language),
            "made_at": [made_at.year, made_at.month, made_at.day],
            "demo": ring().demo,
            **({"qr": qr_svg(data["check_url"])} if "check_url" in data else {}),
            **({"number_qr": qr_svg(data["number"])} if "number" in data else {}),
        }
        return typst.compile(
            TEMPLATES / f"{template}.typ",
            root=TEMPLATES,
            font_paths=faces,
            ignore_system_fonts=True,
            sys_inputs={"data": json.dumps(given, ensure_ascii=False)},
            pdf_standards="ua-1",
            timestamp=int(made_at.timestamp()),
        )

    @cached_property
    def _letters_held(self) -> Faces:
        return Faces(self.fonts)

    @cached_property
    def _faces(self) -> typst.Fonts:
        """Read once a process; the typesetter itself opens each file when a letter needs it."""
        import typst

        if not any(self.fonts.glob("*.ttf")):
            raise FacesMissing(f"no fonts in {self.fonts}")
        return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[self.fonts])


def families(language: str) -> list[str]:
    """The faces of ``language``; of each letter the first that has it. Latin and Vietnamese come first; the
    other East Asian faces come last, for a name in letters of another language."""
    own = _EAST_ASIAN.get(language)
    others = [family for family in _EAST_ASIAN.values() if family != own]
    return [_LATIN, *([own] if own else []), *others]
