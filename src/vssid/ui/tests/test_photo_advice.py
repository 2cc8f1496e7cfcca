"""What the phone says of a photo before it is sent: the browser's own measures, run over drawn cards."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from vssid.ui.build import packages
from vssid.ui.build.places import NODE_MODULES, UI

pytestmark = pytest.mark.skipif(
    not (NODE_MODULES / "esbuild").exists(), reason="the browser packages are not installed"
)

JUDGED = (800, 600)
_READ = """
const asked = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
const grey = ({ size: [width, height], light }) => ({ width, height, light: Buffer.from(light, "base64") });
console.log(JSON.stringify(asked.map((one) => module.exports.faultsOf(grey(one), one.shortest))));
"""


def card(*, share: float = 0.9) -> Image.Image:
    """Small print on tinted paper, on a bare table; ``share`` of the picture's width."""
    photo = Image.new("L", JUDGED, 150)
    width = int(JUDGED[0] * share)
    height = int(width / 1.586)
    paper = Image.new("L", (width, height), 215)
    pen = ImageDraw.Draw(paper)
    letters = ImageFont.load_default(size=width / 30)
    for line in range(8):
        pen.text((width * 0.3, height * (0.1 + line * 0.1)), "CONG DAN 001194000123", fill=60, font=letters)
    pen.ellipse((width * 0.06, height * 0.3, width * 0.24, height * 0.8), fill=110)
    photo.paste(paper, ((JUDGED[0] - width) // 2, (JUDGED[1] - height) // 2))
    return photo


def lit(photo: Image.Image) -> Image.Image:
    """A lamp is reflected: a burnt patch with a soft edge."""
    shine = Image.new("L", photo.size, 0)
    ImageDraw.Draw(shine).ellipse((350, 200, 550, 350), fill=255)
    shine = shine.filter(ImageFilter.GaussianBlur(15))
    return Image.composite(Image.new("L", photo.size, 255), photo, shine)


def blurred(photo: Image.Image, radius: float) -> Image.Image:
    return photo.filter(ImageFilter.GaussianBlur(radius))


Case = tuple[Callable[[], Image.Image], int, list[str]]
CASES: dict[str, Case] = {
    "sharp": (card, 1200, []),
    "sharp, far away on a bare table": (lambda: card(share=0.5), 1200, []),
    "a little soft, still read": (lambda: blurred(card(), 1), 1200, []),
    "out of focus": (lambda: blurred(card(), 3), 1200, ["blurred"]),
    "out of focus, far away": (lambda: blurred(card(share=0.5), 3), 1200, ["blurred"]),
    "a lamp on it": (lambda: lit(card()), 1200, ["glare"]),
    "from a small camera": (card, 480, ["small"]),
    "everything at once": (lambda: blurred(lit(card()), 3), 480, ["small", "blurred", "glare"]),
    "nothing but white": (lambda: Image.new("L", JUDGED, 255), 1200, ["blurred", "glare"]),
}


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """All in one start of Node."""
    source = UI / "ts" / "photos" / "measures.ts"
    script: Path = tmp_path_factory.mktemp("measures") / "measures.cjs"
    script.write_text(packages.run("esbuild/bin/esbuild", str(source), "--bundle", "--format=cjs") + _READ)
    asked = [
        {
            "size": JUDGED,
            "light": base64.b64encode(draw().tobytes()).decode(),
            "shortest": shortest,
        }
        for draw, shortest, _faults in CASES.values()
    ]
    answers = json.loads(packages.run(str(script), text=json.dumps(asked)))
    return dict(zip(CASES, answers, strict=True))


@pytest.mark.parametrize("name", CASES)
def test_a_photo_is_judged_as_eyes_judge_it(said: dict[str, list[str]], name: str) -> None:
    assert said[name] == CASES[name][2]
