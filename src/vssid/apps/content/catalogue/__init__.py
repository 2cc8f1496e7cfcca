"""The texts the product ships, one folder an entry: ``<kinds>/<slug>/entry.toml`` and a text a language."""

from pathlib import Path

ROOT = Path(__file__).parent
