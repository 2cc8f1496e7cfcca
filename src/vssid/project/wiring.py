"""The only place where a port meets the part that serves it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from django.conf import settings

import vssid
from vssid.apps.accounts import ports as accounts
from vssid.apps.accounts.bulk.sealed_lists import erase_both
from vssid.apps.accounts.child_requests.contents import erase_child_request
from vssid.apps.accounts.child_requests.photos import forget_certificates
from vssid.apps.accounts.contact_book import AccountsContactBook
from vssid.apps.accounts.counter.visits import erase_address
from vssid.apps.accounts.delegations.sealed_names import erase_named
from vssid.apps.accounts.registrations.answers import erase_contents
from vssid.apps.accounts.roles import told_in_log
from vssid.apps.accounts.services.forget_photos import forget_files
from vssid.apps.accounts.unmatched_eids import erase_told
from vssid.apps.assistant import ports as assistant
from vssid.apps.audit import ports as audit
from vssid.apps.audit import report_words
from vssid.apps.benefits import ports as benefits
from vssid.apps.documents import ports as documents
from vssid.apps.notifications import ports as notifications
from vssid.apps.notifications.services.forget_deliveries import forget_deliveries
from vssid.apps.notifications.vocabulary import Channel
from vssid.apps.procedures import emergencies, steps
from vssid.apps.procedures.child_office import ChildOffice
from vssid.apps.procedures.desk import CaseDesk
from vssid.apps.procedures.eid_office import EidOffice
from vssid.apps.procedures.registration_office import RegistrationOffice
from vssid.apps.retention import ports as retention
from vssid.integrations.email.sender import Smtp
from vssid.integrations.language_model.chooser import ModelChooser
from vssid.integrations.letters.typesetter import Typesetter
from vssid.integrations.payments.name_check import NameCheckGateway
from vssid.integrations.push.keys import public_key, read_key, write_key
from vssid.integrations.push.sender import WebPush
from vssid.integrations.signing.office import Module, SigningOffice
from vssid.integrations.sms.sender import SmsGateway
from vssid.integrations.storage.key_folder import KeyFolder
from vssid.integrations.storage.sealed_folder import SealedFolder
from vssid.kit import subject_keys

_PACKAGE = Path(vssid.__file__).parent
_INBOX = "/me/inbox/"


def join() -> None:
    """Called once when the process starts."""
    _join_subject_keys()
    documents.join_letters(Typesetter(fonts=_PACKAGE / "ui" / "fonts_built"))
    documents.join_signer(signing_office())
    notifications.join_contact_book(
        AccountsContactBook(
            trust_on_file=settings.TRUST_CONTACTS_ON_FILE, default_language=settings.LANGUAGE_CODE
        )
    )
    audit.join_report_desk(CaseDesk())
    audit.join_staff_words(told_in_log)
    accounts.join_registration_desk(RegistrationOffice())
    accounts.join_eid_desk(EidOffice())
    accounts.join_child_desk(ChildOffice())
    accounts.join_photos(SealedFolder(settings.PHOTOS))
    _join_retention()
    if settings.DEMO:
        _join_sandbox()
    if settings.EMAIL_CONNECTION:
        mail = Smtp(sender=settings.EMAIL_SENDER, connection=settings.EMAIL_CONNECTION)
        notifications.join_sender(Channel.EMAIL, mail)
    if settings.SMS_URL and not settings.DEMO:
        gateway = SmsGateway(url=settings.SMS_URL, token=settings.SMS_TOKEN, sender=settings.SMS_SENDER)
        notifications.join_sender(Channel.SMS, gateway)
    if settings.NAME_CHECK_URL and not settings.DEMO:
        benefits.join_name_check(
            NameCheckGateway(url=settings.NAME_CHECK_URL, token=settings.NAME_CHECK_TOKEN)
        )
    if settings.CHOOSER_URL:
        assistant.join_chooser(language_model())
    _join_push()


def _join_subject_keys() -> None:
    """A folder that was named must be there: one that is not mounted is no empty one."""
    if not settings.VALUES["VSSID_SUBJECT_KEYS"]:
        settings.SUBJECT_KEYS.mkdir(mode=0o700, parents=True, exist_ok=True)
    subject_keys.join_keys(KeyFolder(settings.SUBJECT_KEYS))


def _join_retention() -> None:
    """What goes before the rows of a table go or are emptied."""
    retention.join_before("registration_photo", forget_files)
    retention.join_before("child_request_photo", forget_certificates)
    retention.join_before("child_request", _for_each(erase_child_request))
    retention.join_before("notice", forget_deliveries)
    retention.join_before("registration", _for_each(erase_contents))
    retention.join_before("emergency_look", _for_each(emergencies.erase_words))
    retention.join_before("report", _for_each(report_words.erase_words))
    retention.join_before("procedure_case_event", _for_each(steps.erase_words))
    retention.join_before("delegation", _for_each(erase_named))
    retention.join_before("unmatched_eid", _for_each(erase_told))
    retention.join_before("counter_visit", _for_each(erase_address))
    retention.join_before("bulk_file", erase_both)


def _for_each(erase: Callable[..., None]) -> retention.Before:
    """``erase`` takes the columns of one key."""

    def erase_all(keys: Sequence[Any]) -> None:
        for key in keys:
            erase(*key) if isinstance(key, tuple) else erase(key)

    return erase_all


def _join_sandbox() -> None:
    """In a demonstration no e-mail and no text message leaves the machine (readiness.py refuses the rest)."""
    for channel in (Channel.EMAIL, Channel.SMS):
        notifications.join_sender(channel, _sandbox(channel))
    from vssid.integrations.payments.sandbox import SandboxNameCheck
    from vssid.integrations.population.sandbox import SandboxPopulation

    accounts.join_population(SandboxPopulation())
    benefits.join_name_check(SandboxNameCheck())


def _sandbox(channel: Channel) -> notifications.Sender:
    from vssid.project.demo.sandbox.outbox import SandboxOutbox

    return SandboxOutbox(settings.HOME / "demo" / "outbox", channel)


def _join_push() -> None:
    """Without a key nobody is offered push: `vssid keys push` makes one, a demonstration by itself."""
    path = settings.PUSH_KEY
    if settings.DEMO and not path.exists():
        with suppress(FileExistsError):  # the server and the worker start together
            write_key(path)
    if path.exists():
        key = read_key(path)
        push: notifications.Sender = WebPush(
            key=key, contact=settings.SECURITY_CONTACT or "mailto:none@invalid", url=_INBOX
        )
        if settings.DEMO:
            from vssid.project.demo.sandbox.push import Shown

            push = Shown(push, _sandbox(Channel.PUSH))
        notifications.join_sender(Channel.PUSH, push)
        settings.PUSH_PUBLIC_KEY = public_key(key)


def language_model() -> ModelChooser:
    """What may choose among approved answers, as the settings say."""
    values = settings.VALUES
    return ModelChooser(
        url=values["VSSID_CHOOSER_URL"],
        model=values["VSSID_CHOOSER_MODEL"],
        token=values["VSSID_CHOOSER_TOKEN"],
    )


def signing_office() -> SigningOffice:
    """What seals papers, as the settings say."""
    values = settings.VALUES
    library = values["VSSID_SEAL_MODULE"]
    module = Module(library, values["VSSID_SEAL_TOKEN"], values["VSSID_SEAL_KEY"], values["VSSID_SEAL_PIN"])
    return SigningOffice(
        settings.SEALS,
        passphrase=values["VSSID_SEAL_PASSPHRASE"],
        module=module if library else None,
        stamps=values["VSSID_SEAL_STAMPS"],
        demo=settings.DEMO,
    )
