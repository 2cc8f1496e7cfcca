"""Batches, and the images that let a batch be taken back."""

from vssid.apps.intake.models.batch import Batch
from vssid.apps.intake.models.before_image import BeforeImage

__all__ = ["Batch", "BeforeImage"]
