"""Files that a run writes: over none that it reads, and whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from vssid.domain.values.problem import Problem, marked


class SameFile(Problem):
    code = "same_file"
    sentence = marked("%(name)s would overwrite %(other)s: both are %(file)s. Name another file.")


class NoFolder(Problem):
    code = "no_folder"
    sentence = marked("%(name)s: there is no folder %(folder)s. Make it first, or name another file.")


class CannotWrite(Problem):
    code = "cannot_write"
    sentence = marked("%(file)s cannot be written: %(reason)s. Name another file, or make room for this one.")


class NoPlainFile(Problem):
    code = "no_plain_file"
    sentence = marked("%(name)s: %(file)s is a device or a pipe. Name a file.")


def refuse_places(reads: Mapping[str, Path], writes: Mapping[str, Path]) -> None:
    """Both by what the person at the keyboard calls them. Raises SameFile, also for another path to the same
    file, NoFolder and NoPlainFile.
    """
    taken = dict(reads)
    for name, file in writes.items():
        _refuse_place(name, file)
        for other, theirs in taken.items():
            if _one_file(file, theirs):
                raise SameFile(field=name, name=name, other=other, file=file.resolve())
        taken[name] = file


def _refuse_place(name: str, file: Path) -> None:
    folder = file.resolve().parent
    if not folder.is_dir():
        raise NoFolder(field=name, name=name, folder=folder)
    if file.exists() and not file.is_file():
        raise NoPlainFile(field=name, name=name, file=file)


def _one_file(one: Path, other: Path) -> bool:
    """By their paths without links, and by what stands there: a file may have two names."""
    if one.exists() and other.exists():
        return one.samefile(other)
    return one.resolve() == other.resolve()


@contextmanager
def replacing(file: Path) -> Iterator[Path]:
    """A hidden place beside ``file`` to write to, which takes its place at the end and goes when that is not
    reached. Raises CannotWrite at once where nothing can be written.
    """
    target = file.resolve()
    part = target.with_name(f".{target.name}.part")
    try:
        try:
            part.touch()
            yield part
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise CannotWrite(field=str(file), file=file, reason=error.strerror or error) from error
