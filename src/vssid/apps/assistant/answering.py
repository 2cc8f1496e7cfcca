"""From what somebody wrote or chose to what the assistant says: facts of the record they may see, else an
approved answer, else a fixed sentence. Nothing here writes words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from vssid.apps.accounts.assurance.leave import has_proven_enough
from vssid.apps.accounts.assurance.tables import Act
from vssid.apps.assistant.answers import Answer, Choice, Nothing, find_answer
from vssid.apps.assistant.replies import ANSWER, ASK, FACTS, Cite, Reply
from vssid.apps.assistant.sayings import Say, say
from vssid.apps.assistant.skills.loading import skills
from vssid.apps.assistant.skills.matching import about_others, skill_asked
from vssid.apps.assistant.skills.skill import Look, Skill
from vssid.apps.content.selectors.library import Edition, library
from vssid.apps.content.selectors.reading import figures_day, filled_text
from vssid.apps.content.vocabulary import Kind
from vssid.apps.content.writing import markdown
from vssid.apps.content.writing.masking import MASK
from vssid.apps.people.policies import may_see
from vssid.apps.people.selectors.household import Household
from vssid.apps.people.selectors.public_person import relative_id, relative_of
from vssid.domain.values.actor import Actor, ActorKind
from vssid.domain.values.problem import NotFound
from vssid.kit.clock import VIETNAM

_MASKS = re.compile(rf"\s*{MASK}\s*")
_REFUSED = {
    "off_topic": Say.OFF_TOPIC,
    "abuse": Say.ABUSE,
    "person_wanted": Say.PERSON,
}


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks, and in which language they read."""

    actor: Actor
    household: Household
    language: str
    now: datetime

    @property
    def mark(self) -> str:
        """Whom limits count: a person, or a browser."""
        actor = self.actor
        return f"person {actor.person_id}" if actor.person_id is not None else f"browser {actor.session}"

    @property
    def today(self) -> date:
        return self.now.astimezone(VIETNAM).date()


def reply_to_words(words: str, asker: Asker) -> Reply:
    """``words``: as they are kept, without numbers (:func:`..masking.masked`)."""
    skill = skill_asked(words)
    if skill is not None:
        return _about_a_record(skill, words, asker)
    found = find_answer(_MASKS.sub(" ", words), asker.language)
    match found:
        case Answer():
            return approved(found.entry, asker)
        case Choice():
            return say(Say.CHOOSE, *(Cite(f"{ANSWER}/{one.entry}") for one in found.entries))
        case Nothing():
            return say(_REFUSED.get(str(found.reason), Say.NOT_SURE))


def approved(slug: str, asker: Asker) -> Reply:
    """The answer in force today, word for word; NotFound for a slug nobody published."""
    edition = _in_force(slug, asker)
    language = edition.language(asker.language)
    body = filled_text(edition.words[language].body, figures_day(edition, asker.today), language)
    page = f"{ANSWER}/{slug}"
    return Reply(page, markdown.plain(body), (Cite(page, edition.as_of),))


def title_of(slug: str, asker: Asker) -> str:
    """The question as it is published; NotFound."""
    edition = _in_force(slug, asker)
    language = edition.language(asker.language)
    return filled_text(edition.words[language].title, figures_day(edition, asker.today), language)


def facts(code: str, asker: Asker, *, about: str = "") -> Reply:
    """What the skill finds in the actor's own record, or in that of the relative who stands under the public
    id ``about``; NotFound for anybody else. Each look stands in the access log."""
    skill = skills().get(code)
    if skill is None:
        raise NotFound
    actor = asker.actor
    if actor.kind is not ActorKind.CITIZEN or actor.person_id is None:
        return say(Say.SIGN_IN)
    if not has_proven_enough(actor, Act.VIEW):
        return say(Say.SIGN_IN_AGAIN)
    person_id = _relative(skill, about, asker) if about else actor.person_id
    found = skill.hook.look(Look(actor, asker.household, person_id, asker.now))
    page = f"{skill.page}/{about}" if about else skill.page
    return Reply(f"{FACTS}/{code}", "\n".join(found.lines), (Cite(page, found.as_of),))


def _in_force(slug: str, asker: Asker) -> Edition:
    article = library().find(Kind.QUESTION, slug)
    edition = article.edition(asker.today) if article else None
    if edition is None:
        raise NotFound
    return edition


def _about_a_record(skill: Skill, words: str, asker: Asker) -> Reply:
    if MASK in words:
        return say(Say.NUMBERS)
    if not about_others(words):
        return facts(skill.code, asker)
    if asker.actor.person_id is None:
        return say(Say.OTHERS)
    others = tuple(_others(skill, asker))
    return say(Say.WHOSE, Cite(f"{ASK}/{skill.code}"), *others) if others else say(Say.OTHERS)


def _others(skill: Skill, asker: Asker) -> Iterable[Cite]:
    """Whose record the skill may show the actor beside their own."""
    if skill.scope is None:
        return
    for person_id in dict.fromkeys(grant.person_id for grant in asker.actor.grants):
        if may_see(asker.actor, person_id, skill.scope, on=asker.today):
            yield Cite(f"{ASK}/{skill.code}/{relative_id(asker.actor, person_id)}")


def _relative(skill: Skill, about: str, asker: Asker) -> int:
    if skill.scope is None:
        raise NotFound
    return relative_of(asker.actor, about)
