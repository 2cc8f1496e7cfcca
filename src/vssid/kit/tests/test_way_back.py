import pytest
from django.test import RequestFactory

from vssid.kit.way_back import own_address


@pytest.mark.parametrize(
    ("wanted", "led_to"),
    [
        ("/me/card/?n=1", "/me/card/?n=1"),
        ("http://testserver/help/", "http://testserver/help/"),
        ("https://elsewhere.example/", "/"),
        ("//elsewhere.example", "/"),
        ("javascript:alert(1)", "/"),
        ("", "/"),
    ],
)
def test_only_a_page_of_ours_is_gone_on_to(wanted: str, led_to: str) -> None:
    assert own_address(RequestFactory().post("/"), wanted, otherwise="/") == led_to
