"""One person from the card in her hand to the third way back into the account.

A picture of each step is kept in build/journeys/life-*. The second language runs at night.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars
import pytest
from playwright.sync_api import Page, expect

from tests.environment.browser import DESK, OpenContext, arrive, sign_in, sign_in_staff
from tests.environment.demonstration import Demonstration, bring, copy_of_its_own
from tests.environment.nights import at_night
from tests.environment.telephone import wait_for_another_code
from tests.environment.vneid import beside_vneid, identity
from tests.journeys.steps.doors import on_the_telephone, sign_in_with_vneid, sign_out, speak, to_vneid
from tests.journeys.steps.family import (
    accept,
    approve_what_is_waived,
    ask_for_an_account,
    authorise,
    end_authorisation,
    look_at_the_child,
)
from tests.journeys.steps.passkeys import add_passkey, phone_of
from tests.journeys.steps.pictures import picture
from tests.journeys.steps.recovering import recover
from tests.journeys.steps.registering import ROOT, activate, approve, fill_in, receipt

FIRST, SECOND, THIRD = "nam-chiec-la-tren-mai", "sau-con-chim-bay-ve", "bay-ngon-den-ben-song"


@dataclass(frozen=True)
class Life:
    """``mother`` and ``child`` as lines of the agency's files; where codes for her arrive."""

    mother: dict[str, Any]
    child: dict[str, Any]
    phone: str
    email: str

    @property
    def number(self) -> str:
        return str(self.mother["national_id"])


def _person(insurance_number: str, national_id: str, name: str, born: str, sex: str) -> dict[str, Any]:
    return {
        "insurance_number": insurance_number,
        "national_id": national_id,
        "full_name": name,
        "birth_date": born,
        "sex": sex,
        "nationality": "VN",
        "province_code": "01",
        "office_code": "00199",
    }


LIVES = {
    "vi": Life(
        _person("0191000601", "001191000601", "Đỗ Thị Hạnh", "1991-04-18", "female"),
        _person("0119000602", "001219000602", "Vũ Minh Khôi", "2019-09-02", "male"),
        "0912000611",
        "hanh@vssid.example",
    ),
    "ko": Life(
        _person("0187000603", "001187000603", "Lý Thu Hà", "1987-11-30", "female"),
        _person("0117000604", "001317000604", "Kim Bảo An", "2017-02-11", "female"),
        "0912000612",
        "thuha@vssid.example",
    ),
}


@pytest.fixture(scope="module")
def product(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demonstration]:
    """By its name, for passkeys are bound to one; these families are on record and have no accounts."""
    home = copy_of_its_own(tmp_path_factory)
    bring(home, _files(tmp_path_factory.mktemp("families")))
    more = [identity(language, life.mother) for language, life in LIVES.items()]
    with beside_vneid(home, tmp_path_factory, host="localhost", more=more) as running:
        yield running


@pytest.mark.parametrize("language", ["vi", pytest.param("ko", marks=at_night)])
def test_a_whole_life(product: Demonstration, new_context: OpenContext, language: str) -> None:
    life, name = LIVES[language], f"life-{language}"
    phone = phone_of(_telephone(new_context, product, language))
    page = phone.page
    officer = _telephone(new_context, product, language, viewport=DESK).new_page()
    sign_in_staff(officer, product.logins["tuan"])
    speak(officer, language)
    _registers(page, officer, product, life, f"{name}-a-register")
    speak(page, language)
    _links_and_comes_in_with_vneid(page, language, f"{name}-b-vneid")
    _adds_a_passkey_and_comes_in_with_it(page, f"{name}-c-passkey")
    _gets_an_account_for_the_child(page, officer, f"{name}-d-child")
    look_at_the_child(page, life.child["full_name"], language, f"{name}-e")
    minh = _telephone(new_context, product, language).new_page()
    _authorises_and_takes_it_back(page, minh, product, life, language, f"{name}-f")
    sign_out(page)
    phone.answers(at_once=False)
    lost = _telephone(new_context, product, language).new_page()
    _comes_back_three_ways(lost, product, life, language, f"{name}-g")


def _registers(page: Page, officer: Page, product: Demonstration, life: Life, name: str) -> None:
    fill_in(page, product, life.mother, life.phone, name, email=life.email)
    number = receipt(page, name)
    approve(officer, product, life.mother["full_name"], name)
    page.goto(f"{ROOT}status/")
    expect(page.locator("main")).to_contain_text(number)
    picture(page, f"{name}-5-approved")
    activate(page, product, life.number, life.phone, FIRST, name)


def _links_and_comes_in_with_vneid(page: Page, person: str, name: str) -> None:
    page.goto("/accounts/vneid/")
    picture(page, f"{name}-1-not-linked")
    to_vneid(page)
    on_the_telephone(page, person)
    arrive(page, "/accounts/vneid/")
    expect(page.locator("main a[href='/accounts/vneid/unlink/']")).to_be_visible()
    picture(page, f"{name}-2-linked")
    sign_out(page)
    sign_in_with_vneid(page, person)
    picture(page, f"{name}-3-in")


def _adds_a_passkey_and_comes_in_with_it(page: Page, name: str) -> None:
    """VNeID was shown a moment ago: nothing more is asked before the first passkey."""
    page.goto("/accounts/passkey/add/")
    picture(page, f"{name}-1-add")
    add_passkey(page)
    picture(page, f"{name}-2-codes")
    page.click("main .v-send")
    arrive(page, "/me/settings/sign-in/")
    picture(page, f"{name}-3-ways")
    sign_out(page)
    page.goto("/accounts/login/?next=/me/family/")
    page.click("form[data-passkey=offer] .v-send")
    arrive(page, "/me/family/")
    picture(page, f"{name}-4-in")


def _gets_an_account_for_the_child(page: Page, officer: Page, name: str) -> None:
    ask_for_an_account(page, name)
    approve_what_is_waived(officer, name)
    page.reload()
    expect(page.locator("main .v-notice.good")).to_be_visible()
    picture(page, f"{name}-opened")


def _authorises_and_takes_it_back(
    page: Page, minh: Page, product: Demonstration, life: Life, language: str, name: str
) -> None:
    sign_in(minh, product.logins["minh"])
    speak(minh, language)
    authorise(page, product.logins["minh"], name)
    seen = accept(minh, life.mother["full_name"], language, name)
    page.goto("/me/access-log/")
    expect(page.locator("main")).to_contain_text(product.logins["minh"]["name"])
    picture(page, f"{name}-log")
    end_authorisation(page)
    picture(page, f"{name}-ended")
    answer = minh.goto(seen)
    assert answer is not None
    assert answer.status == 404
    minh.goto("/me/family/")
    assert life.mother["full_name"] not in minh.inner_text("main")


def _comes_back_three_ways(page: Page, product: Demonstration, life: Life, language: str, name: str) -> None:
    ways = {"sms": (life.phone[1:], SECOND), "email": (life.email, THIRD)}
    for channel, (address, password) in ways.items():
        recover(
            page,
            product,
            channel=channel,
            address=address,
            number=life.number,
            password=password,
            name=f"{name}-{channel}",
        )
        picture(page, f"{name}-{channel}-4-in")
        sign_out(page)
        wait_for_another_code(product)
    page.goto("/accounts/recover/")
    to_vneid(page)
    on_the_telephone(page, language)
    arrive(page, "/me/*")
    picture(page, f"{name}-vneid-in")


def _telephone(new_context: OpenContext, product: Demonstration, language: str, **options: object) -> Any:
    context = new_context(language, base_url=product.address, **options)
    context.add_cookies([{"name": "vssid_language", "value": language, "url": product.address}])
    return context


def _files(folder: Path) -> Path:
    people = [person for life in LIVES.values() for person in (life.mother, life.child)]
    polars.DataFrame(people).write_csv(folder / "people-0001.csv")
    related = [
        {"insurance_number": one["insurance_number"], "relative_insurance_number": other["insurance_number"]}
        | {"relation": relation, "since": life.child["birth_date"]}
        for life in LIVES.values()
        for one, other, relation in (
            (life.mother, life.child, "child"),
            (life.child, life.mother, "parent"),
        )
    ]
    polars.DataFrame(related).write_csv(folder / "relations-0001.csv")
    return folder
