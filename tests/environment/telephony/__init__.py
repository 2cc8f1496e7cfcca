"""Callers of the voice agent on this machine: sipp's, baresip's and our own."""
