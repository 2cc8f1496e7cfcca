"""Issued papers and the codes that check them."""

from vssid.apps.documents.models.document import Document
from vssid.apps.documents.models.document_code import DocumentCode

__all__ = ["Document", "DocumentCode"]
