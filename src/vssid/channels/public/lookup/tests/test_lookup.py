"""The look-ups of places: found, filtered, shown, kept for offline."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from vssid.apps.directory.models import Facility, Province, Ward

SECTIONS = ("offices", "clinics", "sick-leave", "employers", "collection-points")


@pytest.fixture
def places(country: None) -> None:
    start = date(2025, 7, 1)
    for code, name in (("01", "Thành phố Hà Nội"), ("92", "Thành phố Cần Thơ"), ("04", "Tỉnh Cao Bằng")):
        Province.objects.create(code=code, since=start, name_vi=name)
        Ward.objects.create(
            code=f"{code}004",
            since=start,
            province_code=code,
            name_vi="Phường Ba Đình",
            latitude=21,
            longitude=105,
        )
    Facility.objects.filter(code="01929").update(
        phone="0243 869 3731", hours="T2-T6 07:30-17:00", level="specialised", latitude=21.0, longitude=105.84
    )


@pytest.mark.usefixtures("places")
def test_every_look_up_lists_finds_and_tells_what_to_try(client: Client) -> None:
    hub = client.get("/lookup/").content.decode()
    for slug in SECTIONS:
        assert f'href="/lookup/{slug}/"' in hub
        assert client.get(f"/lookup/{slug}/").status_code == 200
        nothing = client.get(f"/lookup/{slug}/", {"q": "zzqqxx"}).content.decode()
        assert "Try fewer words" in nothing or "Thử" in nothing


@pytest.mark.usefixtures("places")
def test_a_mistyped_name_leads_to_the_place_with_all_ways_to_it(client: Client) -> None:
    found = client.get("/lookup/clinics/", {"q": "benh vien bach mia", "province": "01"}).content.decode()
    assert 'href="/lookup/clinics/01929/"' in found
    page = client.get("/lookup/clinics/01929/", headers={"accept-language": "en"}).content.decode()
    for shown in ("tel:+842438693731", "Bach Mai Hospital", "geo:21.00000,105.84000", "Mon–Fri 07:30–17:00"):
        assert shown in page
    assert 'data-share="http://testserver/lookup/clinics/01929/"' in page


@pytest.mark.usefixtures("places")
@pytest.mark.parametrize(
    "address", ["/lookup/castles/", "/lookup/clinics/99999/", "/lookup/offline/77.json", "/lookup/castles/1/"]
)
def test_what_does_not_exist_is_not_found(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


@pytest.mark.usefixtures("places")
def test_a_chosen_province_and_ward_are_taken_without_a_fault(client: Client) -> None:
    chosen = client.get("/lookup/collection-points/?province=01")
    assert chosen.context["form"].errors == {}
    assert "is-invalid" not in chosen.content.decode()
    ward = next(value for value, _ in chosen.context["form"].fields["ward"].choices if value)
    assert client.get(f"/lookup/collection-points/?province=01&ward={ward}").context["form"].errors == {}


@pytest.mark.usefixtures("places")
def test_nonsense_in_the_address_is_left_out(client: Client) -> None:
    asked = {"province": "<x>", "ward": "'", "from": "²", "q": '" OR 1 %_ \x00' + "a" * 500}
    assert client.get("/lookup/collection-points/", asked).status_code == 200


@pytest.mark.usefixtures("places")
def test_the_offline_list_is_small_public_and_right(client: Client) -> None:
    response = client.get("/lookup/offline/01.json")
    assert response["Cache-Control"] == "public, max-age=86400"
    assert "Cookie" not in response.get("Vary", "")
    assert len(response.content) < 60_000
    listed = response.json()["places"]
    assert set(listed) == {"offices", "clinics", "collection-points"}
    bach_mai = next(line for line in listed["clinics"] if line[0] == "01929")
    assert bach_mai[5:] == [21.0, 105.84]
    Facility.objects.filter(code="01929").update(contract_until=date(2020, 1, 1))
    again = client.get("/lookup/offline/01.json").json()["places"]["clinics"]
    assert "01929" not in {line[0] for line in again}


@pytest.mark.usefixtures("places")
def test_near_me_works_from_the_middles_of_the_provinces_and_has_words_for_every_refusal(
    client: Client,
) -> None:
    page = client.get("/lookup/nearby/", headers={"accept-language": "en"}).content.decode()
    assert '["01", 21.0, 105.0]' in page
    for words in ("data-refused=", "data-unknown=", "data-far=", "data-nolist="):
        assert words in page
