"""The codes of the log as people call them; English, to be translated by whoever shows them."""

from __future__ import annotations

from vssid.apps.audit.selectors.entries import Who
from vssid.apps.audit.vocabulary import Action, DataGroup, Purpose
from vssid.domain.values.problem import marked

GROUP_NAMES = {
    DataGroup.SUMMARY: marked("card and latest months"),
    DataGroup.CARD: marked("health card"),
    DataGroup.PARTICIPATION: marked("contribution record"),
    DataGroup.BENEFITS: marked("benefits received"),
    DataGroup.VISITS: marked("clinic visits"),
    DataGroup.PROFILE: marked("personal particulars"),
    DataGroup.DOCUMENTS: marked("documents issued"),
    DataGroup.ACCOUNT: marked("account"),
    DataGroup.ACCESS_LOG: marked("access log"),
    DataGroup.REPORTS: marked("reports of mistakes"),
    DataGroup.EVERYTHING: marked("everything held"),
}

ACTION_SENTENCES = {
    Action.READ: marked("Looked at: %(data)s"),
    Action.CHANGE: marked("Changed: %(data)s"),
    Action.ISSUE: marked("Issued: %(data)s"),
    Action.SIGN_IN: marked("Signed in"),
}
PURPOSE_NAMES = {
    Purpose.OWN: "",
    Purpose.GUARDIAN: marked("As parent or guardian"),
    Purpose.DELEGATE: marked("With your authorisation"),
    Purpose.TREATMENT: marked("To receive and treat a patient"),
    Purpose.CLAIM_REVIEW: marked("To check the costs of a visit"),
    Purpose.DOSSIER: marked("To work on a dossier"),
    Purpose.CORRECTION: marked("To correct the record"),
    Purpose.DECLARATION: marked("For the employer's monthly papers"),
    Purpose.IMPORT: marked("Files delivered by the agency"),
    Purpose.SUPPORT: marked("To answer a request for help"),
    Purpose.SECURITY: marked("To keep the account safe"),
    Purpose.INSPECTION: marked("For an inspection"),
    Purpose.EMERGENCY: marked("In an emergency; a supervisor reviews it"),
    Purpose.RELATED_DOSSIER: marked("To work on a dossier that names you"),
}
"""As the person reads it; what they do with their own data needs no purpose."""

INSTITUTION_NAMES = {
    Who.CLINICS: marked("A health facility"),
    Who.AGENCY: marked("The social-insurance agency"),
    Who.EMPLOYERS: marked("An employer"),
    Who.FAMILY: marked("Somebody who answers for you"),
}
"""For an entry without a name."""
