"""Only public addresses are connected to, in whatever form a private one hides."""

from __future__ import annotations

import pytest

from crawler.policy.addresses import AddressPolicy, ForbiddenAddress, check_url


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.0.0.1", "172.16.5.4", "192.168.1.1", "169.254.169.254", "100.64.0.1", "192.0.2.1",
        "224.0.0.1", "240.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "ff02::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:db8::1",
    ],
)  # fmt: skip
def test_what_is_not_public_is_refused(address: str) -> None:
    with pytest.raises(ForbiddenAddress, match="bukan alamat publik"):
        AddressPolicy().check(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "103.10.66.1", "2404:6800:4003::1", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_what_is_public_may_be_reached(address: str) -> None:
    assert AddressPolicy().allows(address)


def test_a_setting_can_name_a_network() -> None:
    policy = AddressPolicy(["127.0.0.0/8", "fd00::/8"])
    assert policy.allows("127.0.0.1") and policy.allows("fd00::1")
    assert not policy.allows("10.0.0.1") and not policy.allows("::1")
    with pytest.raises(ValueError, match="does not appear to be an IPv4 or IPv6 network"):
        AddressPolicy(["rumah"])


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("file:///etc/passwd", "skema file"),
        ("data:text/html,x", "skema data"),
        ("ftp://kabar.example/a", "skema ftp"),
        ("gopher://kabar.example/", "skema gopher"),
        ("javascript:alert(1)", "skema javascript"),
        ("//kabar.example/a", "skema"),
        ("http://kabar.example:22/", "porta 22"),
        ("http://kabar.example:8080/", "porta 8080"),
        ("https://kabar.example:80/", "porta 80"),
        ("http://a:b@kabar.example/", "nama pengguna"),
        ("http://kabar.example@10.0.0.1/", "nama pengguna"),
        ("http://kabar.example:99999/", "tidak sah"),
        ("http://[::1/", "tidak sah"),
        ("http:///a", "tanpa nama host"),
        ("http://kabar.example/" + "a" * 3000, "lebih panjang"),
    ],
)
def test_an_address_is_refused_for_what_it_says(url: str, reason: str) -> None:
    with pytest.raises(ForbiddenAddress, match=reason):
        check_url(url)


@pytest.mark.parametrize("url", ["http://kabar.example/", "https://kabar.example:443/a?b=c", "http://kabar.example:80"])
def test_an_ordinary_address_passes(url: str) -> None:
    check_url(url)
