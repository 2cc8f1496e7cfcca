"""The examples of ``deploy/``: Kamailio reads its file, and what they name exists."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from xml.dom import minidom

import pytest

from vssid.project.env import VARIABLES

ROOT = Path(__file__).parents[2]
SIP = ROOT / "deploy" / "sip"
SETTING = re.compile(r"\bVSSID_[A-Z_]+[A-Z]\b")


def kamailio(config: str, folder: Path) -> subprocess.CompletedProcess[str]:
    for name in ("dispatcher.list", "tls.cfg"):
        shutil.copy(SIP / "kamailio" / name, folder)
    file = folder / "kamailio.cfg"
    file.write_text(config.replace("/etc/kamailio", str(folder)))
    command = [shutil.which("kamailio") or "", "-c", "-f", str(file)]
    return subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)


@pytest.mark.skipif(not shutil.which("kamailio"), reason="kamailio is not installed")
def test_kamailio_reads_its_example_and_would_say_what_is_wrong(tmp_path: Path) -> None:
    config = (SIP / "kamailio" / "kamailio.cfg").read_text()
    read = kamailio(config, tmp_path)
    assert read.returncode == 0, read.stderr
    assert "config file ok" in read.stderr
    broken = kamailio(config.replace("t_relay()", "t_rellay()"), tmp_path)
    assert broken.returncode != 0
    assert "t_rellay" in broken.stderr


def test_what_was_not_tried_says_so_at_its_head() -> None:
    examples = [path for path in SIP.rglob("*") if path.suffix in {".conf", ".xml"}]
    assert len(examples) >= 5
    for path in examples:
        assert "Unchecked" in path.read_text().splitlines()[0], path.name
        if path.suffix == ".xml":
            minidom.parse(str(path))  # noqa: S318 our own file


def test_settings_named_in_examples_and_guide_are_declared() -> None:
    texts = [path.read_text() for path in (ROOT / "deploy").rglob("*") if path.is_file()]
    texts.append((ROOT / "docs" / "guide" / "hotline.md").read_text().replace("VSSID_VOICE_TRUNK_*", ""))
    named = {name for text in texts for name in SETTING.findall(text)}
    assert len(named) >= 8
    assert named <= {variable.name for variable in VARIABLES}
