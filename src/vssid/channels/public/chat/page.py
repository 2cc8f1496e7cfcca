"""What the chat shows: turns with their sources, what may be asked next, where an officer stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.safestring import mark_safe
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from vssid.apps.accounts.assurance.tables import Act
from vssid.apps.assistant.answering import Asker
from vssid.apps.assistant.new_way import open_offer
from vssid.apps.assistant.replies import ANSWER, ASK, SAYING, Cite
from vssid.apps.assistant.sayings import WORDS, Say
from vssid.apps.assistant.selectors.hours import desk_hours
from vssid.apps.assistant.selectors.queue_place import queue_place
from vssid.apps.assistant.selectors.transcript import Said, Transcript
from vssid.apps.assistant.skills.loading import skills
from vssid.apps.assistant.vocabulary import By, ChatState
from vssid.apps.content.selectors.reading import Page, headings, read_page
from vssid.apps.content.vocabulary import Kind, Topic
from vssid.apps.people.selectors.public_person import relative_id
from vssid.channels.public.articles import warning
from vssid.channels.public.chat.places import own_address, own_name
from vssid.domain.values.problem import NotFound
from vssid.kit.clock import VIETNAM
from vssid.kit.formats import day, day_and_time
from vssid.kit.formats.sentences import listed
from vssid.kit.formats.waiting import clock_time
from vssid.kit.languages import spoken
from vssid.ui.elements import Link, Row

_ASKED_LETTERS = 80
_STARTERS = (Topic.HEALTH_INSURANCE, Topic.CONTRIBUTIONS, Topic.PENSION, Topic.ACCOUNT)


@dataclass(frozen=True, slots=True)
class Choice:
    """A button: ``name`` and ``value`` as the form sends them. ``person``: the text is a registered name."""

    text: str
    name: str
    value: str
    person: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """``by``: a code of :class:`By`. ``html``: an approved answer, made safe; else ``lines`` are the words.
    ``title``: the question answered. ``whose``: the registered name when the facts are not the reader's own.
    ``language``: set where the answer is in another than the reader's."""

    number: int
    by: str
    who: str
    time: str
    lines: tuple[str, ...] = ()
    html: str = ""
    title: str = ""
    whose: str = ""
    caution: str = ""
    language: str = ""
    cites: tuple[Link, ...] = ()
    choices: tuple[Choice, ...] = ()
    ways: tuple[Link, ...] = ()


def drawn(told: Transcript | None, asker: Asker) -> dict[str, object]:
    """The context of the page, and of the part that its script fetches."""
    state = told.state if told else ChatState.OPEN
    turns = _turns(told, asker)
    offer = open_offer(told.turns, now=asker.now) if told else None
    return {
        "new_way_in": offer.number if offer else 0,
        "turns": turns,
        "state": state,
        "calls_back": state in {ChatState.OPEN, ChatState.WAITING},
        "open": state is ChatState.OPEN,
        "waits": state is ChatState.WAITING,
        "place": _place(told, asker) if told and state is ChatState.WAITING else "",
        "kept": told is not None and told.kept,
        "signed_in": asker.actor.person_id is not None,
        "begun": told is not None,
        "offers": _offers(turns, asker) if state is ChatState.OPEN else (),
    }


def kept_rows(chats: Sequence[Transcript]) -> tuple[Row, ...]:
    return tuple(_kept_row(one) for one in chats)


def _kept_row(chat: Transcript) -> Row:
    """Known by what was asked first, and when."""
    asked = Truncator(chat.turns[0].text).chars(_ASKED_LETTERS) if chat.turns else _("Conversation")
    return Row(asked, day_of(chat), reverse("public:chat_kept", args=[chat.public_id]), "history")


def day_of(told: Transcript) -> str:
    return day_and_time(told.begun_at.astimezone(VIETNAM))


def closed_until(asker: Asker) -> str:
    """From when officers answer; empty while they do."""
    desk = desk_hours(asker.now)
    when = {"time": clock_time(desk.opens_at, now=asker.now)}
    return "" if desk.is_open else _("The officers answer from %(time)s.") % when


def _place(told: Transcript, asker: Asker) -> str:
    """When somebody answers: hours while the desk is closed, else how many wait before."""
    closed = closed_until(asker)
    if closed:
        return closed
    before = queue_place(asker.actor, told.public_id) - 1
    if before <= 0:
        return _("This chat is the next to be taken.")
    words = ngettext(
        "%(count)s chat or call is before this one.", "%(count)s chats or calls are before this one.", before
    )
    return words % {"count": before}


def _turns(told: Transcript | None, asker: Asker) -> tuple[Turn, ...]:
    said = told.turns if told else ()
    return tuple(_turn(one, asker, last=one is said[-1]) for one in said)


def _offers(turns: Sequence[Turn], asker: Asker) -> tuple[Choice, ...]:
    """Nothing beside a choice that is open."""
    if not turns:
        return _starters(asker)
    return () if turns[-1].choices else _own(asker)


def _starters(asker: Asker) -> tuple[Choice, ...]:
    """Before anything is asked: what the record holds, and a question of several topics."""
    first = [
        Choice(found[0].title, "entry", found[0].slug)
        for topic in _STARTERS
        if (found := headings(Kind.QUESTION, today=asker.today, language=asker.language, topic=topic))
    ]
    return (*_own(asker), *first)


def _own(asker: Asker) -> tuple[Choice, ...]:
    """What may be asked of the own record; a visitor is shown one, and told to sign in when they ask."""
    offered = tuple(Choice(spoken(one.titles), ASK, one.code) for one in skills().values())
    return offered if asker.actor.person_id is not None else offered[:1]


def _turn(said: Said, asker: Asker, *, last: bool) -> Turn:
    what, _slash, name = said.entry.partition("/")
    cites = [Cite.read(line) for line in said.cites]
    values: dict[str, object] = {"lines": tuple(said.text.split("\n"))}
    if what == ANSWER:
        values = _answer(name, said, cites, asker)
    elif what == SAYING:
        values = _saying(Say(name), cites, asker, last=last)
    elif cites:
        values |= {"cites": tuple(_own_link(cite) for cite in cites), "whose": _whose(cites[0], asker)}
    at = said.at.astimezone(VIETNAM)
    return Turn(said.number, said.by, _who(said.by), f"{at:%H:%M}", **values)  # type: ignore[arg-type]


def _answer(slug: str, said: Said, cites: Sequence[Cite], asker: Asker) -> dict[str, object]:
    """As it was in force on the day of the turn, in the language read now; the kept words when it is gone."""
    try:
        page = read_page(
            kind=Kind.QUESTION,
            slug=slug,
            today=asker.today,
            language=asker.language,
            on=said.at.astimezone(VIETNAM).date(),
            table_name=_("Table"),
        )
    except NotFound:
        return {"lines": (said.text,), "cites": tuple(Link(cite.page, "") for cite in cites)}
    return {
        "title": page.heading.title,
        "html": mark_safe(page.html),  # passed the allow-list of writing.markdown
        "language": "" if page.heading.language == asker.language else page.heading.language,
        "caution": caution.title if (caution := warning(page.confidence)) else "",
        "cites": (_source(page),),
    }


def _saying(what: Say, cites: Sequence[Cite], asker: Asker, *, last: bool) -> dict[str, object]:
    """Again in the language read now. Choices stand only under the last turn: others are settled."""
    choices = tuple(_choices(cites, asker)) if last else ()
    return {"lines": (_(WORDS[what]),), "choices": choices, "ways": tuple(_ways(what))}


def _choices(cites: Sequence[Cite], asker: Asker) -> Iterator[Choice]:
    titles = {
        one.slug: one.title for one in headings(Kind.QUESTION, today=asker.today, language=asker.language)
    }
    for cite in cites:
        what, _slash, name = cite.page.partition("/")
        if what == ANSWER and name in titles:
            yield Choice(titles[name], "entry", name)
        elif what == ASK:
            whose = _whose(cite, asker)
            if whose or name in skills():
                yield Choice(whose or _("My own"), ASK, name, person=bool(whose))


def _whose(cite: Cite, asker: Asker) -> str:
    """The name of the relative a page is about; empty for the reader's own, and once nothing is granted."""
    about = cite.page.split("/")[2:]
    household = asker.household
    holders = [one.holder for one in household.relatives] + [one.holder for one in household.entrusted]
    others = {relative_id(asker.actor, one.person_id): one.full_name for one in holders}
    return others.get(about[0], "") if about else ""


def _ways(what: Say) -> Iterator[Link]:
    here = urlencode({"next": reverse("public:chat")})
    if what is Say.SIGN_IN:
        yield Link(_("Sign in"), f"{reverse('account_login')}?{here}")
    elif what is Say.SIGN_IN_AGAIN:
        yield Link(_("Show who you are"), f"{reverse('account_reauthenticate')}?{here}&for={Act.VIEW}")
    elif what in {Say.NOT_SURE, Say.OFF_TOPIC}:
        yield Link(_("Search help and policies"), reverse("public:search"))
    elif what is Say.NEW_WAY_USED:
        yield Link(_("Type the code"), reverse("account_recover_chat"))
    elif what is Say.OTHERS:
        yield Link(_("Family"), reverse("citizen:family"))


def _source(page: Page) -> Link:
    address = reverse("public:question", args=[page.heading.slug])
    return Link(page.heading.title, address, note=listed(filter(None, (page.basis, _facts_of(page.as_of)))))


def _own_link(cite: Cite) -> Link:
    _what, name, *about = cite.page.split("/")
    return Link(own_name(name), own_address(name, *about), note=_facts_of(cite.as_of))


def _facts_of(on: date | None) -> str:
    return _("facts of %(day)s") % {"day": day(on)} if on else ""


def _who(by: By) -> str:
    return {
        By.PERSON: pgettext("in a chat", "You"),
        By.ASSISTANT: _("Assistant"),
        By.OFFICER: _("Officer"),
        By.SYSTEM: _("Notice"),
    }[by]
