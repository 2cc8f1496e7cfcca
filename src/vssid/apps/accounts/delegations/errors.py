"""What stops an authorisation."""

from __future__ import annotations

from vssid.domain.values.problem import Conflict, Problem, TooMany, marked


class NothingGiven(Problem):
    code = "delegation_without_scope"
    sentence = marked("Choose at least one thing the person may see.")


class ScopeAlone(Problem):
    code = "delegation_scope_alone"
    sentence = marked("The name of the clinic stands on the card: choose the card too.")


class UnknownTerm(Problem):
    code = "delegation_term"
    sentence = marked("An authorisation lasts 1, 3, 6 or 12 months. Choose one of these.")


class GivenToOneself(Problem):
    code = "delegation_to_oneself"
    sentence = marked("This is your own number. Enter the number of the person who shall see your record.")


class TooManyDelegations(Conflict):
    code = "too_many_delegations"
    sentence = marked("Ten authorisations stand already. End one that is not needed any more.")


class TooManyOffers(TooMany):
    code = "too_many_delegation_offers"
    sentence = marked("Five authorisations were begun today. Wait until tomorrow, or ask at an office.")


class OfferGone(Conflict):
    code = "delegation_offer_gone"
    sentence = marked("This authorisation was ended, or its time is over. Ask the person to give a new one.")
