"""axe on the pages of staff: the door with its second factor, and every page of the editors."""

from __future__ import annotations

import os
import re
import subprocess
import sys

from playwright.sync_api import Page

from tests.accessibility.axe import findings, findings_here, looks
from tests.environment.browser import OpenContext, arrive, show_code, sign_in_staff
from tests.environment.demonstration import Demonstration

LOCKED_OUT = {"mai"}
ADMIN = "/staff/admin/content"
PAGES = (
    "/staff/",
    "/staff/admin/",
    f"{ADMIN}/entry/",
    f"{ADMIN}/entry/?q=zzz",
    f"{ADMIN}/entry/add/",
    f"{ADMIN}/entry/1/change/",
    f"{ADMIN}/version/?state__exact=published",
    f"{ADMIN}/version/add/?entry=1",
    f"{ADMIN}/version/1/change/",
    f"{ADMIN}/version/1/withdraw/",
    f"{ADMIN}/feedback/",
    "/staff/admin/assistant/wording/",
    "/staff/admin/assistant/wording/code_valid/change/",
)


def test_the_editors_pages_have_no_axe_finding(
    demonstration: Demonstration, new_context: OpenContext
) -> None:
    page = new_context("vi").new_page()
    sign_in_staff(page, demonstration.logins["yen"])
    found = [finding for path in PAGES for finding in findings(page, path, looks(path))]
    page.goto(f"{ADMIN}/version/add/")
    page.click("button[name=_save]")
    found += findings_here(page, "what is missing")
    page.goto(f"{ADMIN}/version/1/change/")
    page.click("form[action$='redraft/'] button")
    draft = page.url
    found += findings_here(page, "a draft")
    page.goto(draft.replace("/change/", "/publish/"))
    found += findings_here(page, "before publishing")
    assert not found, "\n".join(found)


def test_the_officers_console_has_no_axe_finding(
    demonstration: Demonstration, new_context: OpenContext
) -> None:
    """The keys work while the focus is in the list, and claiming takes a second press."""
    page = new_context("vi").new_page()
    sign_in_staff(page, demonstration.logins["tuan"])
    found = [
        finding
        for path in (
            "/staff/cases/",
            "/staff/cases/?view=second",
            "/staff/cases/elsewhere/",
            "/staff/lists/",
            "/staff/desk/",
            "/staff/desk/call-backs/",
        )
        for finding in findings(page, path, looks(path))
    ]
    page.goto("/staff/cases/?view=free")
    page.keyboard.press("j")
    page.keyboard.press("k")
    number = page.locator(":focus").inner_text()
    page.keyboard.press("c")
    assert page.locator(":focus").get_attribute("data-claim") is not None
    assert page.url.endswith("view=free")
    page.keyboard.press("Enter")
    arrive(page, f"/staff/cases/{number}/")
    found += findings_here(page, "a case on the desk")
    page.locator(".d-act summary").first.click()
    page.locator(".d-act[open] button").click()
    page.wait_for_selector(".v-errors")
    found += findings_here(page, "without a reason")
    page.locator(".d-act[open] input[type=radio]").first.check()
    page.locator(".d-act[open] button").click()
    page.wait_for_selector(".d-preview")
    found += findings_here(page, "what the person will read")
    assert not found, "\n".join(found)


def test_the_pages_about_the_staff_have_no_axe_finding(
    demonstration: Demonstration, new_context: OpenContext
) -> None:
    page = new_context("vi", viewport={"width": 360, "height": 740}).new_page()
    sign_in_staff(page, demonstration.logins["thao"])
    found = [
        finding
        for path in ("/staff/members/", "/staff/members/ask/")
        for finding in findings(page, path, looks(path))
    ]
    page.click("main form .v-send")
    page.wait_for_selector(".v-errors")
    found += findings_here(page, "what is missing")
    page.goto("/staff/members/")
    page.click(".d-table tbody a")
    found += findings_here(page, "a member of staff")
    assert not found, "\n".join(found)


def test_the_way_to_a_second_factor_has_no_axe_finding(
    demonstration: Demonstration, new_context: OpenContext
) -> None:
    number, password = demonstration.logins["mai"]["national_id"], "ba-con-cau-dau-lang"
    page = new_context("vi", viewport={"width": 320, "height": 740}).new_page()
    page.goto("/accounts/staff/activate/")
    found = findings_here(page, "activation")
    page.fill("input[name=login]", number)
    page.fill("input[name=code]", _activation_code(demonstration, number))
    page.fill("input[name=password]", password)
    page.click("main form .v-send")
    _sign_in_anew(page, number, password)
    found += findings_here(page, "set-up")
    show_code(page, "A" * 32)
    found += findings_here(page, "a wrong code")
    show_code(page, page.locator(".v-secret").inner_text().replace(" ", ""))
    assert page.locator(".v-codes li").count() == 10
    found += findings_here(page, "recovery codes")
    assert not found, "\n".join(found)


def _sign_in_anew(page: Page, number: str, password: str) -> None:
    page.goto("/accounts/login/?next=/staff/")
    page.fill("input[name=login]", number)
    page.fill("input[name=password]", password)
    page.click("main form .v-send")
    arrive(page, "/accounts/staff/set-up/*")


def _activation_code(demonstration: Demonstration, number: str) -> str:
    """What the operator of the demonstration is told."""
    settings = {
        "VSSID_DEMO": "1",
        "VSSID_HOME": str(demonstration.home),
        "DJANGO_SETTINGS_MODULE": "vssid.project.settings",
    }
    if demonstration.database:
        settings["VSSID_DATABASE_URL"] = demonstration.database
    others = {name: text for name, text in os.environ.items() if not name.startswith("VSSID_")}
    told = subprocess.run(
        [sys.executable, "-m", "vssid", "staff", "add", number, "--role", "officer", "--office", "00101"],
        env=others | settings,
        capture_output=True,
        text=True,
        check=True,
    )
    found = re.search(r"activation code: (\S+)", told.stdout)
    assert found, told.stdout
    return found[1]
