"""What can be wrong with VNeID's answers. Each has its name: the person sees it, the log counts it."""

from __future__ import annotations

from enum import StrEnum

from vssid.domain.values.problem import Problem, marked


class Fault(StrEnum):
    """Stable codes: add, never rename."""

    # the way back to us
    STATE_UNKNOWN = "vneid_state_unknown"
    NO_CODE = "vneid_no_code"
    RESPONSE_ISSUER = "vneid_response_issuer"
    RESPONSE_ISSUER_MISSING = "vneid_response_issuer_missing"
    # what it says of itself
    DISCOVERY_ISSUER = "vneid_discovery_issuer"
    ENDPOINT_ELSEWHERE = "vneid_endpoint_elsewhere"
    # how it answers
    REDIRECTED = "vneid_redirected"
    TOO_LARGE = "vneid_too_large"
    UNREADABLE = "vneid_unreadable"
    CODE_REFUSED = "vneid_code_refused"
    TOKEN_TYPE = "vneid_token_type"  # noqa: S105 - the name of a fault
    NO_ID_TOKEN = "vneid_no_id_token"  # noqa: S105 - the name of a fault
    # the signature
    UNSIGNED = "vneid_unsigned"
    SYMMETRIC = "vneid_symmetric"
    ALGORITHM = "vneid_algorithm"
    CRITICAL_HEADER = "vneid_critical_header"
    KEY_UNKNOWN = "vneid_key_unknown"
    KEY_UNSUITABLE = "vneid_key_unsuitable"
    SIGNATURE = "vneid_signature"
    # the claims
    ISSUER = "vneid_issuer"
    AUDIENCE = "vneid_audience"
    AZP = "vneid_azp"
    AZP_MISSING = "vneid_azp_missing"
    EXPIRED = "vneid_expired"
    ISSUED_IN_FUTURE = "vneid_issued_in_future"
    NOT_YET = "vneid_not_yet"
    TIMES_MISSING = "vneid_times_missing"
    NONCE = "vneid_nonce"
    NONCE_MISSING = "vneid_nonce_missing"
    NONCE_USED = "vneid_nonce_used"
    ACR = "vneid_acr"
    ACR_MISSING = "vneid_acr_missing"
    AUTH_TIME_STALE = "vneid_auth_time_stale"
    AUTH_TIME_MISSING = "vneid_auth_time_missing"
    AT_HASH = "vneid_at_hash"
    SUBJECT = "vneid_subject"
    # the person
    USERINFO_SUBJECT = "vneid_userinfo_subject"
    CLAIMS_DIFFER = "vneid_claims_differ"
    CLAIMS_MISSING = "vneid_claims_missing"


class VneidRefused(Problem):
    """An answer that must not be believed. ``fault`` says which rule it broke.

    No 502, true as it were: proxies would ask again, and installed apps would show their page for no network.
    """

    code = "vneid_refused"
    sentence = marked("The answer of VNeID could not be trusted, so nobody was signed in.")
    status = 403

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(fault=fault.value)


class SignInEnded(VneidRefused):
    """Most often a page that was left open, or the browser's way back."""

    sentence = marked("This sign-in with VNeID has ended, or was begun in another browser.")


class VneidSilent(Problem):
    """No answer, not in time, or only its own fault."""

    code = "vneid_silent"
    sentence = marked("VNeID is not answering.")
    status = 503


class VneidDeclined(Problem):
    """The person, or VNeID for the person, said no."""

    code = "vneid_declined"
    sentence = marked("Signing in with VNeID was stopped there.")
