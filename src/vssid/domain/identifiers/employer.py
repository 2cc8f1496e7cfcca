"""The code of an employer (unit): 1 to 30 letters, digits, dots, dashes, slashes and underscores.

Old units have about seven characters, companies since 2021 their tax code (Decree 01/2021/NĐ-CP),
units since 2025-08-01 a composed code whose length is not published: hence the wide form.
"""

from __future__ import annotations

import re
import unicodedata

from vssid.domain.identifiers.digits import Empty
from vssid.domain.values.problem import Problem, marked

LONGEST = 30
PATTERN = r"[A-Z0-9][A-Z0-9._/\-]{0,29}"
"""The whole of a parsed code."""


class EmployerCodeLength(Problem):
    code = "employer_code_length"
    sentence = marked("An employer code has at most 30 characters. You have entered %(entered)s.")


class EmployerCodeCharacter(Problem):
    code = "employer_code_character"
    sentence = marked(
        "An employer code has only letters A to Z, digits, dots and dashes. “%(found)s” is none of them."
    )


class EmployerCodeStart(Problem):
    code = "employer_code_start"
    sentence = marked("An employer code begins with a letter or a digit. You entered “%(found)s”.")


def parse(text: str) -> str:
    """The code in upper case, without spaces, with its dots and dashes; raises Empty or one of the above."""
    code = "".join(unicodedata.normalize("NFKC", text).split()).upper()
    if not code:
        raise Empty
    if len(code) > LONGEST:
        raise EmployerCodeLength(entered=len(code))
    stranger = re.search(r"[^A-Z0-9._/\-]", code)
    if stranger:
        raise EmployerCodeCharacter(found=stranger[0])
    if not code[0].isalnum():
        raise EmployerCodeStart(found=code[0])
    return code


def grouped(code: str) -> str:
    """As the agency writes it: one word."""
    return code


def mask(code: str) -> str:
    """An employer is public: its code is shown whole."""
    return code
