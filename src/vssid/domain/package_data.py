"""The files beside our modules."""

from __future__ import annotations

import pkgutil


def text_of(package: str, name: str) -> str:
    """A file of a package, read by the package's own loader. FileNotFoundError when it has none of that name.

    ``importlib.resources`` says the same and brings archives and temporary files with it, twenty milliseconds
    of every start of the law.
    """
    content = pkgutil.get_data(package, name)
    if content is None:
        raise FileNotFoundError(f"{package} cannot read its files: {name}")
    return content.decode()
