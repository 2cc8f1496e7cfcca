"""The words of the contribution statement. Its Vietnamese legal title stands on it in every language."""

from __future__ import annotations

from django.utils.translation import gettext, pgettext

from vssid.domain.ledger.entry import Fund, Status

FORM_VI = "Mẫu C14-TS"
TITLE_VI = "Xác nhận quá trình đóng BHXH, BHYT, BHTN"
DEMO_VI = "Bản trình diễn, không phải dịch vụ của BHXH Việt Nam"
DEMO_MARK_VI = "Bản trình diễn"
FUNDS_VI = {Fund.BHXH: "BHXH", Fund.BHYT: "BHYT", Fund.BHTN: "BHTN", Fund.TNLD: "BHTNLĐ-BNN"}


def title() -> str:
    return gettext("Contribution statement (form C14-TS)")


def fund_name(fund: Fund) -> str:
    return {
        Fund.BHXH: gettext("Social insurance"),
        Fund.BHYT: gettext("Health insurance"),
        Fund.BHTN: gettext("Unemployment insurance"),
        Fund.TNLD: gettext("Occupational accident and disease insurance"),
    }[fund]


def status(of: Status) -> str:
    return {
        Status.PAID: pgettext("contribution", "Paid"),
        Status.OWED: pgettext("contribution", "Unpaid"),
        Status.DEFERRED: pgettext("contribution", "Suspended by law"),
        Status.CREDITED: pgettext("contribution", "Counted without payment"),
        Status.EXEMPT: pgettext("contribution", "Insured abroad by treaty"),
    }[of]


def not_due() -> str:
    """Of an unpaid month whose deadline has not passed."""
    return pgettext("contribution", "Not due yet")


def sex(code: str) -> str:
    return {"male": pgettext("sex", "Male"), "female": pgettext("sex", "Female")}.get(code, "")


def fixed() -> dict[str, str]:
    """The words that are the same on every statement, by the names the template calls them."""
    return {**on_every_paper(), "form": FORM_VI, "title_vi": TITLE_VI}


def on_every_paper() -> dict[str, str]:
    """The words of the sheet, of tables of months and of the check."""
    return {
        "demo_vi": DEMO_VI,
        "demo_mark": DEMO_MARK_VI,
        "demo": gettext("Demonstration. Not a service of Vietnam Social Security."),
        "code": gettext("Verification code"),
        "page": gettext("Page {page} of {pages}"),
        "fund": gettext("Fund"),
        "period": gettext("First and last month"),
        "total": gettext("Counted time"),
        "unpaid": gettext("Unpaid months"),
        "months": gettext("Period"),
        "count": gettext("Months"),
        "payer_and_work": gettext("Employer or payer, work"),
        "salary": gettext("Salary, VND a month"),
        "rates": gettext("Rates: employee + employer"),
        "status": gettext("Status"),
        "employer": gettext("Employer"),
        "totals": gettext("Totals"),
        "unpaid_time": gettext("Unpaid time"),
        "nothing_unpaid": gettext("No month is past its payment deadline."),
        "check": gettext("Check this paper"),
        "check_how": gettext(
            "Scan the code with a phone, or type the verification code at the address below. The answer is "
            "whether the paper is valid, its kind, its date and the masked name, and nothing more."
        ),
        "qr_alt": gettext("QR code with the address at which this paper is checked"),
        "notes": gettext(
            "Made from the record as of the day named. Rates and salaries are shown as the employer or the "
            "agency delivered them. Each month is counted once."
        ),
    }
