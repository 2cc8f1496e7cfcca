"""The roles that open the staff door."""

from __future__ import annotations

from vssid.domain.values.problem import marked

OFFICER, EDITOR = "officer", "editor"
STAFF_ROLES = frozenset({OFFICER, EDITOR})
NAMES_IN_THE_LOG = {OFFICER: "Cán bộ", EDITOR: "Biên tập viên"}
"""The log keeps names as data, in Vietnamese, whoever reads it."""
ROLE_NAMES = {OFFICER: marked("Officer"), EDITOR: marked("Editor of texts")}
