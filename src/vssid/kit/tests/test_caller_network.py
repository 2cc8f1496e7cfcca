import pytest

from vssid.kit.caller_network import caller_network


@pytest.mark.parametrize(
    ("remote", "forwarded_for", "proxies", "network"),
    [
        ("203.0.113.5", "", 0, "203.0.113.5"),
        ("203.0.113.5", "198.51.100.1", 0, "203.0.113.5"),
        ("10.0.0.1", "198.51.100.1", 1, "198.51.100.1"),
        ("10.0.0.1", "1.2.3.4, 198.51.100.1", 1, "198.51.100.1"),
        ("10.0.0.1", "1.2.3.4, 198.51.100.1, 10.0.0.2", 2, "198.51.100.1"),
        ("10.0.0.1", "198.51.100.1", 2, "198.51.100.1"),
        ("10.0.0.1", "nonsense", 1, "10.0.0.1"),
        ("", "", 0, ""),
        ("2001:db8:1:2:3:4:5:6", "", 0, "2001:db8:1:2::/64"),
        ("::ffff:203.0.113.5", "", 0, "203.0.113.5"),
    ],
)
def test_believes_only_trusted_proxies(remote: str, forwarded_for: str, proxies: int, network: str) -> None:
    assert caller_network(remote=remote, forwarded_for=forwarded_for, trusted_proxies=proxies) == network
