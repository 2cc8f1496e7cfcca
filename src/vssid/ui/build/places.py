"""Where things come from and where they go."""

from pathlib import Path

UI = Path(__file__).resolve().parent.parent
REPOSITORY = UI.parents[2]
NODE_MODULES = REPOSITORY / "node_modules"
BUILT = UI / "static" / "built"
"""Public: served under the static address, hashed by the storage."""
PAPER_FONTS = UI / "fonts_built"
"""Not public: read by the letters' typesetter, which knows TrueType but no web format."""
