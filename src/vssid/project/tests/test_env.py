import pytest

from vssid.project import env


def test_every_variable_is_helped_and_named_once() -> None:
    names = [variable.name for variable in env.VARIABLES]
    assert len(names) == len(set(names))
    assert all(name.startswith("VSSID_") for name in names)
    assert all(len(variable.help) > 10 for variable in env.VARIABLES)


def test_defaults_stand_when_nothing_is_set() -> None:
    values = env.read({})
    assert values["VSSID_DEMO"] is False
    assert values["VSSID_LANGUAGES"] == ["vi", "en", "zh-hans", "ko", "ja"]


def test_a_mistyped_variable_is_an_error() -> None:
    with pytest.raises(env.UnknownVariable, match="VSSID_DATABSE_URL"):
        env.read({"VSSID_DATABSE_URL": "sqlite:///x"})


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("VSSID_DEMO", "maybe"),
        ("VSSID_PROXIES", "one"),
        ("VSSID_PROXIES", "-1"),
        ("VSSID_LOCKOUT_TRIES", "x"),
        ("VSSID_LOCKOUT_MINUTES", "0"),
        ("VSSID_SESSION_MINUTES", "-5"),
        ("VSSID_CANARY_NUMBERS", "0199999999 01999999"),
        ("VSSID_CANARY_NUMBERS", "HC4010199999999"),
        ("VSSID_BREACHED_PASSWORDS", "/no/such/file"),
        ("VSSID_STAFF_NETWORKS", "203.0.113.1/24"),
        ("VSSID_STAFF_HOURS", "07:00"),
        ("VSSID_STAFF_HOURS", "19:00-07:00"),
    ],
)
def test_a_wrong_value_names_its_variable(name: str, text: str) -> None:
    with pytest.raises(ValueError, match=name):
        env.read({name: text})
