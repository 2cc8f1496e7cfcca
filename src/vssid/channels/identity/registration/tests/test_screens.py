"""Registering without JavaScript: one question a page, nothing typed is lost, the same for every number."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from html import unescape
from io import BytesIO

import pytest
import zxingcpp
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image
from tests.cast.identities import Member
from tests.cast.people import account_of

from vssid.apps.accounts.models import Registration
from vssid.apps.accounts.registrations.answers import opened, sealed
from vssid.apps.accounts.registrations.states import CANCELLABLE, HAS_FORM, State
from vssid.apps.accounts.selectors.registrations import registration_matter
from vssid.apps.directory.models import Office, Province, Ward
from vssid.apps.notifications.models import AddressedMessage
from vssid.apps.notifications.services.send_addressed import send_addressed
from vssid.apps.procedures.tests.test_registration import Post, photograph, post
from vssid.channels.staff.cases.comparison import Verdict, lines_of
from vssid.channels.staff.cases.matter import facts_of
from vssid.kit import clock
from vssid.kit.tests.test_pictures import photo

__all__ = ["post"]

ROOT = "/accounts/register/"
SINCE = "2025-07-01"
SEALED = b"/ETSI.CAdES.detached"
"""Stands in a PDF with our seal."""


@pytest.fixture
def places(db: None) -> None:
    Province.objects.get_or_create(code="001", since=SINCE, defaults={"name_vi": "Thành phố Hà Nội"})
    near = {"latitude": 21.03, "longitude": 105.85}
    Ward.objects.update_or_create(
        code="00004", since=SINCE, defaults={"province_code": "001", "name_vi": "Phường Hồ Sen", **near}
    )
    for code, north in (("00190", 21.5), ("00191", 21.031)):
        Office.objects.update_or_create(
            code=code,
            defaults={
                "province_code": "001",
                "name_vi": f"BHXH cơ sở {code}",
                "latitude": north,
                "longitude": 105.85,
            },
        )


@pytest.fixture
def browser(places: None) -> Client:
    browser = Client()
    browser.cookies["vssid_language"] = "en"
    assert browser.post(ROOT)["Location"] == f"{ROOT}number/"
    return browser


def answers() -> dict[str, str]:
    row = Registration.objects.get()
    kept = opened(row.answers_sealed, row.pk)
    return {name: getattr(kept, name) for name in kept.__slots__}


def picture_of(text: str) -> SimpleUploadedFile:
    drawn = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode).to_image(scale=6)
    held = BytesIO()
    Image.fromarray(drawn).convert("L").save(held, "PNG")
    return SimpleUploadedFile("card.png", held.getvalue(), "image/png")


def uploaded(file: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile("photo.jpg", file, "image/jpeg")


def fill(
    browser: Client, number: str, name: str, born_on: str, post: Post, now: datetime, **named: str
) -> str:
    """Every question answered; the page that checks them. ``named``: beside name and date of birth."""
    steps = [
        ("number", {"number": number}, "name"),
        ("name", {"full_name": name, "born_on": born_on, **named}, "province"),
        ("province", {"province": "001"}, "address"),
        ("address", {"ward": "00004", "street": "Số 5, đường Hoa Chanh"}, "contact"),
        ("contact", {"phone": "0912 000 345", "email": ""}, "codes"),
    ]
    for question, given, following in steps:
        answer = browser.post(f"{ROOT}{question}/", given)
        assert answer.status_code == 302, answer.text
        assert answer["Location"] == f"{ROOT}{following}/"
    send_addressed(now=now)
    found = re.search(r"\b\d{6}\b", post.sent[-1].text)
    assert found is not None
    assert browser.post(f"{ROOT}codes/", {"phone": found[0]})["Location"] == f"{ROOT}office/"
    page = browser.get(f"{ROOT}office/").text
    assert page.index("00191") < page.index("00190"), "the nearest stands first"
    assert browser.post(f"{ROOT}office/", {"office": "00191"})["Location"] == f"{ROOT}check/"
    return unescape(browser.get(f"{ROOT}check/").text)


def test_any_office_of_the_country_can_be_chosen_without_script(
    hoa: Member, browser: Client, now: datetime, post: Post
) -> None:
    Province.objects.get_or_create(code="004", since=SINCE, defaults={"name_vi": "Tỉnh Cao Bằng"})
    Office.objects.update_or_create(
        code="00490", defaults={"province_code": "004", "name_vi": "BHXH cơ sở Hồ Ba"}
    )
    fill(browser, hoa.national_id, hoa.name, "20/5/1964", post, now)
    own = browser.get(f"{ROOT}office/").text
    assert 'value="00191"' in own
    assert 'value="00490"' not in own
    elsewhere = browser.get(f"{ROOT}office/?province=004").text
    assert 'value="00490"' in elsewhere
    assert 'value="00191"' not in elsewhere
    assert browser.post(f"{ROOT}office/", {"office": "no such"}).status_code == 200
    chosen = browser.post(f"{ROOT}office/?province=004", {"office": "00490"})
    assert chosen["Location"] == f"{ROOT}check/"
    assert answers()["office"] == "00490"
    assert answers()["province"] == "001", "the applicant lives where they did"
    again = browser.get(f"{ROOT}office/").text
    assert re.search(r"value=.00490.[^>]*selected", again)


def send(browser: Client, now: datetime, **ticked: str) -> None:
    """With the photos that are asked for at the first try."""
    browser.post(f"{ROOT}check/", ticked)
    photograph(browser.cookies["vssid_registration"].value, now)
    assert browser.post(f"{ROOT}check/", ticked)["Location"] == f"{ROOT}status/"


def test_the_form_is_previewed_and_sealed_once_it_was_sent(
    hoa: Member, browser: Client, now: datetime, post: Post
) -> None:
    assert browser.get(f"{ROOT}form/")["Location"] == f"{ROOT}number/", "nothing is answered yet"
    page = fill(browser, hoa.national_id, hoa.name, "20/5/1964", post, now)
    assert f'href="{ROOT}form/"' in page
    assert "Send me the form by e-mail too" not in page, "no mailbox is proved"
    preview = browser.get(f"{ROOT}form/")
    assert preview["Content-Type"] == "application/pdf"
    assert SEALED not in preview.content
    send(browser, now, commitment="on")
    assert f'href="{ROOT}form/"' in browser.get(f"{ROOT}status/").text
    sent = browser.get(f"{ROOT}form/")
    assert SEALED in sent.content
    assert sent["Content-Disposition"] == 'attachment; filename="01-DK-GD.pdf"'
    browser.post(f"{ROOT}cancel/")
    assert browser.get(f"{ROOT}form/")["Location"] == ROOT


def test_a_stranger_has_no_form(hoa: Member, browser: Client, now: datetime, post: Post) -> None:
    fill(browser, hoa.national_id, hoa.name, "20/5/1964", post, now)
    assert Client().get(f"{ROOT}form/")["Location"] == ROOT


def test_whoever_wants_it_gets_the_form_by_email(
    hoa: Member, browser: Client, now: datetime, post: Post
) -> None:
    fill(browser, hoa.national_id, hoa.name, "20/5/1964", post, now)
    row = Registration.objects.get()
    kept = replace(opened(row.answers_sealed, row.pk), email="hoa@vssid.example")
    row.answers_sealed, row.email_proven_at = sealed(kept, row.pk), now
    row.save()
    assert "Send me the form by e-mail too" in browser.get(f"{ROOT}check/").text
    send(browser, now, commitment="on", by_email="on")
    kept_rows = AddressedMessage.objects.filter(code="register.form")
    assert [b"%PDF" in bytes(one.file_sealed, "ascii") for one in kept_rows] == [False], (
        "sealed in the outbox"
    )
    post.sent.clear()
    send_addressed(now=clock.now())
    enclosed = [(one.addresses, one.file) for one in post.sent if one.file is not None]
    assert [(addresses, file.name) for addresses, file in enclosed] == [
        (("hoa@vssid.example",), "01-DK-GD.pdf")
    ]
    assert SEALED in enclosed[0][1].content


def test_from_the_first_question_to_the_receipt(
    hoa: Member,
    browser: Client,
    now: datetime,
    post: Post,
) -> None:
    page = fill(browser, hoa.national_id, hoa.name, "20/5/1964", post, now)
    for shown in ("Form 01/ĐK-GD", hoa.name, "Phường Hồ Sen, Thành phố Hà Nội", "BHXH cơ sở 00191"):
        assert shown in page
    refused = browser.post(f"{ROOT}check/", {})
    assert "Tick the declaration" in refused.text
    asked = browser.post(f"{ROOT}check/", {"commitment": "on"}, follow=True).text
    assert "Front of the identity document" in asked
    refused = browser.post(f"{ROOT}photos/?photo=front", {"photo": uploaded(b"%PDF-1.7")})
    assert "not a photo that can be read" in refused.text
    assert "Take or choose a photo." in browser.post(f"{ROOT}photos/?photo=front", {}).text
    for kind in ("front", "front", "back", "portrait"):
        answer = browser.post(f"{ROOT}photos/?photo={kind}", {"photo": uploaded(photo())})
    assert answer["Location"] == f"{ROOT}check/"
    assert "3 of 3" in browser.get(f"{ROOT}check/").text
    receipt = browser.post(f"{ROOT}check/", {"commitment": "on"}, follow=True).text
    assert "The registration was sent" in receipt
    assert re.search(r"VSSID-\d{8}-\d{6}", receipt)
    assert browser.get(f"{ROOT}number/")["Location"] == f"{ROOT}status/"
    taken_back = browser.post(f"{ROOT}cancel/", follow=True).text
    assert "taken back" in taken_back


def test_every_state_has_a_page_of_its_own(browser: Client) -> None:
    """But a draft, whose questions are asked. What can be done on it is what the table says."""
    headings = []
    for state in set(State) - {State.DRAFT}:
        Registration.objects.update(state=state, to_correct="number")
        page = browser.get(f"{ROOT}status/").text
        headings += re.findall(r"<h1>([^<]+)</h1>", page)
        assert (f"{ROOT}cancel/" in page) == (state in CANCELLABLE)
        assert (f"{ROOT}form/" in page) == (state in HAS_FORM)
    assert len(set(headings)) == len(headings) == len(State) - 1


def test_a_foreigner_gives_passport_and_nationality_and_keeps_the_order_of_the_name(
    minjun: Member, browser: Client, now: datetime, post: Post
) -> None:
    page = fill(browser, "m 1234 5678", minjun.name, "5/12/1989", post, now, nationality="KR")
    for shown in ("M12345678", "KIM MIN JUN", "South Korea"):
        assert shown in page
    refused = browser.post(f"{ROOT}name/", {"full_name": minjun.name, "born_on": "5/12/1989"})
    assert "Choose the nationality." in refused.text
    asked = browser.post(f"{ROOT}check/", {"commitment": "on"}, follow=True).text
    assert "The population register could not confirm the data." in asked
    photograph(browser.cookies["vssid_registration"].value, now)
    browser.post(f"{ROOT}check/", {"commitment": "on"})
    matter = registration_matter(Registration.objects.get().pk, today=now.date())
    same = {line.label for line in lines_of(matter) if line.ours and line.ours.verdict is Verdict.SAME}
    assert same >= {"Number", "Full name", "Nationality"}
    assert "Not asked: no citizen number" in {fact.value for fact in facts_of(matter)}


@pytest.mark.parametrize("who", ["account", "nobody"])
def test_no_page_tells_which_numbers_exist(
    who: str,
    lan: Member,
    browser: Client,
    now: datetime,
    post: Post,
) -> None:
    """Whoever does not have name and date of birth of the number: photos are asked of both."""
    account_of(lan)
    number = lan.national_id if who == "account" else "001194999999"
    fill(browser, number, "Trần Thị Lâm", "14/3/1994", post, now)
    asked = browser.post(f"{ROOT}check/", {"commitment": "on"}, follow=True).text
    assert "Front of the identity document" in asked
    photograph(browser.cookies["vssid_registration"].value, now)
    receipt = browser.post(f"{ROOT}check/", {"commitment": "on"}, follow=True).text
    assert "The registration was sent" in receipt
    assert "already" not in receipt
    send_addressed(now=now)
    assert "already" not in post.sent[-1].text


def test_a_picture_of_a_chip_card_fills_the_form(browser: Client) -> None:
    text = "001164000789||Phạm Thị Hoa|20051964|Nữ|Số 5 Hoa Chanh, Hồ Sen, Hà Nội|01012022"
    answer = browser.post(f"{ROOT}scan/", {"picture": picture_of(text)}, follow=True)
    assert "The card was read" in answer.text
    kept = answers()
    assert (kept["number"], kept["full_name"], kept["born_on"]) == (
        "001164000789",
        "Phạm Thị Hoa",
        "1964-05-20",
    )
    assert (kept["province"], kept["ward"], kept["street"]) == ("001", "00004", "Số 5 Hoa Chanh")
    assert kept["scanned"] == "chip"


def test_a_picture_of_a_paper_card_fills_what_it_says(browser: Client) -> None:
    name = "Phạm Thị Hoa".encode().hex()
    text = f"HT3010164000789|{name}|1964|2|-|01 - 929|01/01/2026|-|01/01/2026|-|-|-|-|-|$"
    browser.post(f"{ROOT}scan/", {"picture": picture_of(text)})
    kept = answers()
    assert (kept["number"], kept["born_on"], kept["scanned"]) == ("0164000789", "1964", "health")
    assert 'value="1964"' in browser.get(f"{ROOT}name/").text


@pytest.mark.parametrize("file", [b"", b"no picture", b"\x89PNG\r\n\x1a\n" + b"\0" * 40])
def test_what_is_no_picture_of_a_card_is_refused_in_words(file: bytes, browser: Client) -> None:
    page = browser.post(f"{ROOT}scan/", {"picture": SimpleUploadedFile("x.png", file, "image/png")})
    assert page.status_code == 200
    assert "v-err" in page.text
    assert answers()["number"] == ""


@pytest.mark.parametrize(
    ("question", "given", "said"),
    [
        ("number", {"number": "00119400012"}, "11"),
        ("number", {"number": ""}, "Enter your number."),
        ("name", {"full_name": "Hoa1", "born_on": "20/5/1964"}, "letters and spaces"),
        ("name", {"full_name": "Hoa", "born_on": "5/14/1964"}, "You entered 14"),
        ("name", {"full_name": "Hoa", "born_on": "31/2/1964"}, "from 1 to 29"),
        ("name", {"full_name": "Hoa", "born_on": "1/1/2099"}, "Check the year"),
        ("name", {"full_name": "Hoa", "born_on": "May 1964"}, "This is not a date"),
        ("province", {"province": "999"}, "v-err"),
        ("contact", {"phone": "", "email": ""}, "best both"),
        ("contact", {"phone": "0912", "email": "lan@"}, "too short"),
    ],
)
def test_an_error_names_field_and_problem_and_keeps_what_was_typed(
    question: str, given: dict[str, str], said: str, browser: Client
) -> None:
    page = unescape(browser.post(f"{ROOT}{question}/", given).text)
    assert said in page
    assert "<title>Error:" in page.replace("\n", "")
    for typed in given.values():
        assert not typed or typed in page


@pytest.mark.django_db
@pytest.mark.parametrize(
    "page",
    ["number", "name", "province", "address", "contact", "office", "codes", "check", "status", "later"],
)
def test_without_a_registration_every_page_leads_to_the_beginning(page: str, client: Client) -> None:
    client.cookies["vssid_registration"] = "not-a-token"
    assert client.get(f"{ROOT}{page}/")["Location"] == ROOT


def test_another_browser_sees_nothing_of_it(
    hoa: Member,
    browser: Client,
    now: datetime,
    post: Post,
) -> None:
    fill(browser, hoa.national_id, hoa.name, "20/5/1964", post, now)
    number = re.search(r"VSSID-\d{8}-\d{6}", browser.get(f"{ROOT}later/").text)
    assert number is not None
    mai = Client()
    mai.cookies["vssid_language"] = "en"
    assert mai.get(f"{ROOT}check/")["Location"] == ROOT
    known = mai.post(f"{ROOT}resume/", {"number": number[0]}).text
    unknown = mai.post(f"{ROOT}resume/", {"number": "VSSID-20261122-999999"}).text
    plain = re.compile(r'VSSID-\d{8}-\d{6}|csrfmiddlewaretoken" value="[^"]+"|nonce="[^"]+"')
    assert plain.sub("", known) == plain.sub("", unknown)
    send_addressed(now=now)
    code = re.search(r"\b\d{6}\b", post.sent[-1].text)
    assert code is not None
    wrong = mai.post(f"{ROOT}resume/code/", {"number": number[0], "code": "000000"})
    assert "wrong or no longer works" in wrong.text
    opened_here = mai.post(f"{ROOT}resume/code/", {"number": number[0], "code": code[0]}, follow=True)
    assert opened_here.redirect_chain[-1][0] == f"{ROOT}check/"


@pytest.mark.django_db
def test_activation_is_refused_in_the_same_words_for_every_number(hoa: Member, client: Client) -> None:
    client.cookies["vssid_language"] = "en"
    for number in (hoa.national_id, "001194999999"):
        sent = {"login": number, "code": "12345678", "password": "vuon-sau-nha-nhieu-gio"}
        page = client.post("/accounts/activate/", sent)
        assert "do not belong together" in page.text
        assert "vuon-sau-nha" not in page.text
