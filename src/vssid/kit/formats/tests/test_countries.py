import pytest

from vssid.kit.formats import country


@pytest.mark.parametrize(
    ("language", "name"),
    [("vi", "Hàn Quốc"), ("en", "South Korea"), ("zh-hans", "韩国"), ("ko", "대한민국"), ("ja", "韓国")],
)
def test_a_country_in_five_languages(language: str, name: str) -> None:
    assert country("KR", language) == name


def test_an_unknown_code_stays() -> None:
    assert country("XQ", "en") == "XQ"
