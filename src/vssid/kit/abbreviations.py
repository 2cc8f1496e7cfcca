"""Abbreviations of Vietnamese offices, firms and papers in full; both sides folded."""

from __future__ import annotations

_INSURANCE = {
    "bhxh": "bao hiem xa hoi",
    "bhyt": "bao hiem y te",
}

IN_NAMES = _INSURANCE | {
    "bv": "benh vien",
    "bvdk": "benh vien da khoa",
    "bvhn": "benh vien ha noi",
    "cp": "co phan",
    "cty": "cong ty",
    "cn": "chi nhanh",
    "dk": "da khoa",
    "hcm": "ho chi minh",
    "hn": "ha noi",
    "mtv": "mot thanh vien",
    "pk": "phong kham",
    "pkdk": "phong kham da khoa",
    "sg": "sai gon",
    "tp": "thanh pho",
    "tphcm": "thanh pho ho chi minh",
    "tphn": "thanh pho ha noi",
    "tt": "trung tam",
    "ttyt": "trung tam y te",
    "tx": "thi xa",
    "tyt": "tram y te",
    "ubnd": "uy ban nhan dan",
}
"""Of places and firms. Too short for running text, where ``tt`` or ``cn`` may be anything."""

IN_TEXTS = _INSURANCE | {
    "bhtn": "bao hiem that nghiep",
    "tnld": "tai nan lao dong",
    "bnn": "benh nghe nghiep",
    "cccd": "can cuoc cong dan",
    "kcb": "kham chua benh",
}
"""Of schemes and papers, as questions and policies write them."""
