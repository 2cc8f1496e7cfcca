"""``vssid hotline prompts``: what the hotline says, made into sound before anybody calls."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from vssid.project.cli import start_django

if TYPE_CHECKING:
    from vssid.apps.assistant.prompts import Texts
    from vssid.integrations.voice.folder import PromptFolder

NO_JAPANESE = (
    "Japanese answers are heard in English: SudachiPy is not installed (requirements/voice-japanese.txt)"
)
TEXTS_ONLY = "Only the sentences of the dialogue, not the approved answers."


@click.group(help="What the hotline says: made from its texts, or taken from a studio.")
def prompts() -> None:
    pass


@prompts.command(
    help="Speak every text that is new or was changed. A recording of a studio stays until its text changes."
)
@click.option("--without-answers", is_flag=True, help=TEXTS_ONLY)
def render(without_answers: bool) -> None:
    start_django()
    from rich.progress import Progress

    from vssid.apps.assistant import prompts as spoken
    from vssid.domain.dialogue import clips
    from vssid.integrations.voice.espeak import NoVoice

    for lacking in spoken.missing():
        click.echo(f"{lacking.language} lacks {lacking.key}: read in another language", err=True)
    texts = _texts(with_answers=not without_answers)
    pauses = {f"{language}/{clips.PAUSE}": spoken.PAUSE_SECONDS for language in clips.LANGUAGES}
    try:
        with Progress(transient=True) as shown:
            task = shown.add_task("speaking", total=len(texts))
            done = _folder().render(
                texts,
                pauses=pauses,
                all_of_them=not without_answers,
                progress=lambda: shown.advance(task),
            )
    except NoVoice as error:
        raise click.ClickException(f"{error}; install Debian's espeak-ng, or take recordings") from error
    click.echo(f"{done.made} spoken, {done.kept} as they were, {done.from_studio} from the studio")
    if done.removed:
        click.echo(f"{done.removed} removed: no text has their name any more")
    for name in done.outdated:
        click.echo(
            f"{name}: the text was changed since the studio recorded it, so the voice says it: record anew",
            err=True,
        )
    if done.silent:
        raise click.ClickException(f"nothing is to be heard of {', '.join(done.silent)}")


@prompts.command("import", help="Take a studio's WAV files, FOLDER/<language>/<key>.wav: they win.")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
def import_(folder: Path) -> None:
    start_django()
    taken, wrong = 0, []
    for name, problem in _folder().take_recordings(folder, _texts(with_answers=True)):
        taken += not problem
        if problem:
            wrong.append(f"{name}.wav: {problem}")
    click.echo(f"{taken} taken")
    if wrong or not taken:
        raise click.ClickException("\n".join(wrong) or f"no <language>/<key>.wav in {folder}")


def _texts(*, with_answers: bool) -> Texts:
    from vssid.apps.assistant import prompts as spoken
    from vssid.apps.assistant.selectors.wordings import wordings
    from vssid.kit import clock

    changed = wordings()
    texts = spoken.prompts(changed)
    if not with_answers:
        return texts
    return texts | _read_by_the_voice(spoken.answers(clock.now(), _readable(), changed))


def _readable() -> tuple[str, ...]:
    """The languages of the answers: Japanese is written in kanji, which the voice alone does not read."""
    from vssid.domain.dialogue import clips
    from vssid.integrations.voice import japanese

    if japanese.is_here():
        return clips.LANGUAGES
    click.echo(NO_JAPANESE, err=True)
    return tuple(language for language in clips.LANGUAGES if language != "ja")


def _read_by_the_voice(texts: Texts) -> Texts:
    """Without what holds a sign that has no reading: a wrong word would be a wrong answer."""
    from vssid.integrations.voice import japanese

    unread = {name: japanese.unread(text) for name, text in texts.items() if name[0] == "ja"}
    for (language, key), signs in unread.items():
        if signs:
            click.echo(f"{language}/{key}: no reading of {signs}, so English is heard", err=True)
    return {name: text for name, text in texts.items() if not unread.get(name)}


def _folder() -> PromptFolder:
    from django.conf import settings

    from vssid.integrations.voice.folder import PromptFolder

    return PromptFolder(settings.PROMPTS)
