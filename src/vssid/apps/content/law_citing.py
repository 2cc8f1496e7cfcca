"""Acts and articles as they are cited: in Vietnamese, whatever the reader's language."""

from __future__ import annotations

import re

_WORDS = {
    r"\bas amended by\b": "được sửa đổi bởi",
    r"\bamended by\b": "sửa đổi bởi",
    r"\bbefore its amendment\b": "trước khi sửa đổi",
    r"\bextended to (\d{4}) by\b": r"kéo dài đến năm \1 bởi",
    r"\bunemployment insurance from (\d{4})": r"bảo hiểm thất nghiệp từ năm \1",
    r"\bfor all but those who leave or retire\b": "trừ người thôi việc hoặc nghỉ hưu",
    r"\bapplied since (\d{4})": r"áp dụng từ năm \1",
    r"\bsince (\d{4}) at most\b": r"muộn nhất từ năm \1",
    r"\bsince (\d{4})": r"từ năm \1",
    r"\bnot before (\d{4})": r"không trước năm \1",
    r"\bnot verified\b": "chưa kiểm chứng",
    r"\bAgreement on social insurance with Korea\b": "Hiệp định về bảo hiểm xã hội với Hàn Quốc",
    r"\bAgreement Viet Nam - Korea\b": "Hiệp định Việt Nam – Hàn Quốc",
    r"\bLabour Code\b": "Bộ luật Lao động",
    r"\bLaw\b": "Luật",
    r"\bDecree\b": "Nghị định",
    r"\bCircular\b": "Thông tư",
    r"\bResolutions?\b": "Nghị quyết",
    r"\bDecision\b": "Quyết định",
    r"\b[Ll]etter\b": "Công văn",
    r"(?<=[\d)A-ZĐ]) and (?=\d|\(|art\.|examples?\b)": " và ",
    r"\bexamples?\b|\bex\.(?= )": "ví dụ",
    r"(?<=\d) to (?=\d)": " đến ",
    r" of (\d{4})-(\d{2})-(\d{2})": r" ngày \3/\2/\1",
    r" of (\d{4})\b": r" năm \1",
    r"\bart\. (\d+[a-z]?)": r"Điều \1",
}
"""What is written in the rules and figures, and what is cited; one after the other."""


def cited(article: str) -> str:
    """``Law 41/2024/QH15 art. 66(1)`` is Luật 41/2024/QH15 Điều 66(1)."""
    for written, said in _WORDS.items():
        article = re.sub(written, said, article)
    return article
