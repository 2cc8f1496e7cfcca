"""Style sheet, scripts, icon sprite and pictures of our own, into the public folder."""

from __future__ import annotations

import shutil

from vssid.ui.build import icons, packages, pictures
from vssid.ui.build.places import BUILT, NODE_MODULES, REPOSITORY, UI

_BROWSERS = "chrome109,firefox115,safari15.4"
"""The oldest browsers served with full styles: Android and iPhone models still common in 2026."""

SOURCES = (
    UI / "css",
    UI / "ts",
    UI / "images",
    UI / "icons.txt",
    UI / "build",
    REPOSITORY / "package-lock.json",
)
STAMP = BUILT / ".browser-stamp"


def make() -> None:
    BUILT.mkdir(parents=True, exist_ok=True)
    for picture in (UI / "images").iterdir():
        shutil.copyfile(picture, BUILT / picture.name)
    sprite = icons.sprite(UI / "icons.txt", NODE_MODULES / "@tabler" / "icons" / "icons" / "outline")
    (BUILT / "icons.svg").write_text(sprite)
    pictures.draw(UI / "images" / "mark.svg", BUILT)
    _style("app.scss", "app.css")
    _style("telephone.scss", "telephone.css")
    _script("app.ts", "app.js", "esm")
    _script("photos/page.ts", "photos.js", "esm")
    _script("chat/page.ts", "chat.js", "esm")
    _script("telephone/page.ts", "telephone.js", "esm")
    _script("service-worker/worker.ts", "service-worker.js", "iife")


def _style(source: str, target: str) -> None:
    """Sass puts together ours and the parts of Bootstrap we name; esbuild lowers and shrinks it."""
    css = packages.run(
        "sass/sass.js",
        "--no-source-map",
        "--quiet-deps",
        "--silence-deprecation=import",
        f"--load-path={NODE_MODULES}",
        str(UI / "css" / source),
    )
    small = packages.run("esbuild/bin/esbuild", "--loader=css", "--minify", f"--target={_BROWSERS}", text=css)
    (BUILT / target).write_text(small)


def _script(source: str, target: str, form: str) -> None:
    packages.run(
        "esbuild/bin/esbuild",
        str(UI / "ts" / source),
        "--bundle",
        "--minify",
        f"--format={form}",
        f"--target={_BROWSERS}",
        f"--outfile={BUILT / target}",
        "--log-level=error",
    )
