"""Where people are reached: the port of notifications, served from accounts and the contacts on file."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from vssid.apps.accounts.models import Account
from vssid.apps.accounts.selectors.contacts import proved_contacts
from vssid.apps.notifications.ports import Contact
from vssid.apps.notifications.vocabulary import Channel
from vssid.apps.people.selectors.contacts import ContactOnFile, contacts_on_file, guardians_of
from vssid.domain.values.actor import Actor, ActorKind

_ASKING = Actor(kind=ActorKind.SYSTEM, id="contact_book")


class AccountsContactBook:
    """``trust_on_file``: the operator's word that the phone and e-mail the files brought are the person's.

    Without it nobody is reached outside the app until contacts are confirmed by the person.
    """

    def __init__(self, *, trust_on_file: bool, default_language: str) -> None:
        self._trust_on_file = trust_on_file
        self._default_language = default_language

    def readers(self, person_ids: Collection[int], *, today: date) -> Mapping[int, int]:
        """Of several guardians the first who has an account."""
        guardians = guardians_of(_ASKING, person_ids, today=today)
        candidates = {one for several in guardians.values() for one in several}
        with_account = self._languages(candidates).keys() if candidates else set()
        return {
            person_id: next((one for one in several if one in with_account), several[0])
            if several
            else person_id
            for person_id, several in guardians.items()
        }

    def contacts(self, person_ids: Collection[int]) -> Mapping[int, Contact]:
        languages = self._languages(person_ids)
        proved = proved_contacts(person_ids)
        return {
            person_id: self._contact(
                languages.get(person_id, self._default_language), proved.get(person_id, {}), on_file
            )
            for person_id, on_file in contacts_on_file(_ASKING, person_ids).items()
        }

    def _contact(self, language: str, proved: Mapping[Channel, str], on_file: ContactOnFile) -> Contact:
        trusted = on_file if self._trust_on_file else ContactOnFile(phone="", email="")
        return Contact(
            language=language,
            phone=proved.get(Channel.SMS, trusted.phone),
            email=proved.get(Channel.EMAIL, trusted.email),
        )

    def _languages(self, person_ids: Collection[int]) -> dict[int, str]:
        accounts = Account.objects.filter(person_id__in=set(person_ids), is_active=True)
        return {
            person_id: language
            for person_id, language in accounts.values_list("person_id", "language")
            if person_id is not None
        }
