"""A synthetic but believable population of Vietnam, in the import format."""

from vssid.project.demo.seed.generator import VERSION, generate
from vssid.project.demo.seed.output import Manifest, PartFile

__all__ = ["VERSION", "Manifest", "PartFile", "generate"]
