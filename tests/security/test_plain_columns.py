"""What of a person stands unsealed in the database is a decision: each such column is named here."""

from __future__ import annotations

from django.apps import apps

from vssid.kit.sharding import TableRole
from vssid.project.schema_rules import role_of

TEXTS = {"CharField", "TextField", "JSONField", "GenericIPAddressField"}
KEPT_UNREADABLE = ("_sealed", "digest", "hash", "password")
"""Ends of the names of columns that hold a seal or a keyed hash."""
PLAIN = {
    # who somebody is: looked for by name, birth and province, and printed on every page
    "person": "born_precision sex nationality ethnicity province_code ward_code office_code full_name",
    "person_key": "kind",
    "relation": "relation",
    # codes of what was paid and decided; what tells the illness, the account or the number is sealed
    "benefit": "regime decision_number payer bank",
    "payout_account": "state ended_how holder bank",
    "card": "group_code province_code facility_code area_code withdrawn_reason",
    "certificate": "visit_id serial kind status",
    "spell": "fund status scale group_letter employer_code job_title workplace",
    "span": "fund status employer_code job_title",
    "visit": "route_code facility_code visit_id department",
    "visit_line": "visit_id kind code name unit",
    # papers, notices, looks: kinds and states, and what is masked
    # an estimate: months and wages as the ledger has them, and what was supposed
    "estimate": "kind law asked answered",
    "document": "kind state form language holder_masked",
    "document_code": "kind",
    "notice": "code topic",
    "notice_choice": "topic channel",
    "delivery": "channel code state why address_masked",
    "push_subscription": "device",
    "push_endpoint": "kind",
    "report": "kind subject state",
    "emergency_look": "officer office_code",
    "browsing_alarm": "officer office_code rule",
    "staff_change": "wish role office_code asked_by decided_by state",
    "consent": "purpose ended_how",
    "restriction": "purpose case lifted_by",
    "procedure_case": "channel kind office_code state subject holder proposer own_work_of outcome reason",
    "procedure_case_event": "act party actor_ref outcome reason",
    "access_event": "action data_group actor_kind actor_ref actor_name purpose case channel delay_ground",
    # states and topics, and what is masked; what was said and who called is sealed
    "voice_session": "call_id edge dialled caller number_masked language policy state topic outcome",
    "ring_back": "state code outcome",
    "conversation": "language state topic officer",
    "turn": "by entry cites",
    "hand_over": "case language topic number_masked tried state taken_by outcome procedure_case",
    "call_back": "case language topic phone_masked state taken_by outcome",
    # accounts and the doors
    "account": "username role office_code language theme eases source",
    "imported_account": "status channel language approved_by_office",
    "known_device": "label",
    "one_time_code": "purpose channel serial",
    "registration": "state channel source officer language to_correct reason",
    "child_request": "tie state",
    "child_request_photo": "kind",
    "bulk_file": "officer role office_code employer_code channel language",
    "registration_code": "channel",
    "registration_photo": "kind",
    "addressed_message": "channel language code file_name",
    # the public half of a passkey, and the name its holder gave it
    "mfa_authenticator": "type data",
    "ended_session": "session",
    # ways, kinds and steps; addresses are sealed, numbers and callers of a reset keyed hashes
    "account_contact": "channel proved_how ended_how",
    "account_hold": "kind",
    "contact_change": "channel",
    "delegation": "scopes ended_by",
    "counter_visit": "officer second office_code paper purpose channel code decision",
    "reset_attempt": "step decision door channel number caller officer code session edge",
    # issuer, level and time; the subject is sealed, number and identity are keyed hashes
    "socialaccount_socialaccount": "provider uid extra_data",
    "unmatched_eid": "why",
    "outside_question": "kind",
    "content_feedback": "page visitor language sentence",
    "usersessions_usersession": "ip session_key user_agent data",
    "django_session": "session_key session_data",
    # a row before an import changed it: its seals stay seals
    "before_image": "table key row",
}
ABOUT_NOBODY = frozenset(
    "access_checkpoint access_seal access_unsealed auth_group auth_permission batch content_feedback_salt "
    "django_admin_log django_content_type django_tasks_database_dbtaskresult limit_counter limit_lock "
    "notice_round account_emailaddress account_emailconfirmation second_factor recovery_code "
    "staff_activation socialaccount_socialapp socialaccount_socialtoken adoption_event".split()
)
"""Tables without a plain word about a person, or of libraries whose tables stay empty."""


def test_every_plain_column_about_a_person_is_named() -> None:
    found: dict[str, set[str]] = {}
    for model in apps.get_models():
        if role_of(model) is TableRole.REFERENCE or model._meta.db_table in ABOUT_NOBODY:
            continue
        texts = (field.name for field in model._meta.fields if field.get_internal_type() in TEXTS)
        plain = {name for name in texts if not name.endswith(KEPT_UNREADABLE)}
        if plain or model._meta.db_table in PLAIN:
            found[model._meta.db_table] = plain
    assert found == {table: set(columns.split()) for table, columns in PLAIN.items()}
