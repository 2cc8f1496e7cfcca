"""Seals on papers: PAdES B-LTA by pyHanko, signed JSON, and the check of both. Keys in files or a module."""

import logging

# the library warns that nothing is fetched, which is meant, and writes names from strangers' certificates
for _name in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_name).setLevel(logging.CRITICAL)
