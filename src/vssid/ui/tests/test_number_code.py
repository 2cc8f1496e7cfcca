"""The drawn code is read back from its picture."""

from __future__ import annotations

import re

import numpy as np
import pytest
import zxingcpp

from vssid.ui.number_code import number_code

_RECTANGLE = re.compile(r"M(\d+) (\d+)h(\d+)v(\d+)")
_QUIET, _SCALE = 4, 4


def _picture(svg: str) -> np.ndarray[tuple[int, int], np.dtype[np.uint8]]:
    found = re.search(r'viewBox="0 0 (\d+)', svg)
    assert found
    picture = np.full((int(found[1]),) * 2, 255, dtype=np.uint8)
    for x, y, width, height in (map(int, match) for match in _RECTANGLE.findall(svg)):
        picture[y : y + height, x : x + width] = 0
    return picture


@pytest.mark.parametrize("number", ["0194000123", "001194000123", "DN4010194000123"])
def test_reads_back(number: str) -> None:
    picture = _picture(number_code(number))
    read = zxingcpp.read_barcodes(np.kron(picture, np.ones((_SCALE, _SCALE), np.uint8)))
    assert [(code.text, code.ec_level) for code in read] == [(number, "L")]


def test_keeps_a_quiet_zone_and_the_content_policy() -> None:
    svg = number_code("0194000123")
    picture = _picture(svg)
    assert (picture[:_QUIET] == 255).all()
    assert (picture[:, :_QUIET] == 255).all()
    assert "style" not in svg
