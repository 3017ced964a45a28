"""Addresses are checked when a name is resolved to connect, so a name that changes its address gains nothing."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from twisted.internet.address import IPv4Address, IPv6Address

from crawler.policy.addresses import AddressPolicy
from crawler.policy.resolver import CheckingResolver, refusals

pytestmark = pytest.mark.attack(4, 5)


class Names:
    """Stands for the system's resolver: each question is answered by the next of its lists."""

    def __init__(self, *answers: list[str]) -> None:
        self.answers = list(answers)

    def resolveHostName(self, receiver: Any, host: str, port: int, *_more: object) -> Any:
        receiver.resolutionBegan(SimpleNamespace(name=host))
        for ip in self.answers.pop(0):
            receiver.addressResolved((IPv6Address if ":" in ip else IPv4Address)("TCP", ip, port))
        receiver.resolutionComplete()


class Receiver:
    def __init__(self) -> None:
        self.got: list[tuple[str, int]] = []
        self.complete = False

    def resolutionBegan(self, resolution: Any) -> None:
        assert resolution.name

    def addressResolved(self, address: IPv4Address | IPv6Address) -> None:
        self.got.append((address.host, address.port))

    def resolutionComplete(self) -> None:
        self.complete = True


def resolve(names: Names, host: str = "kabar.example", **fixed: tuple[str, int]) -> list[tuple[str, int]]:
    reactor: Any = SimpleNamespace(nameResolver=names)
    receiver = Receiver()
    CheckingResolver(reactor, AddressPolicy(), {k.replace("_", "."): v for k, v in fixed.items()}).resolveHostName(receiver, host, 443)
    assert receiver.complete
    return receiver.got


def test_public_addresses_pass() -> None:
    assert resolve(Names(["8.8.8.8", "2404:6800::1"])) == [("8.8.8.8", 443), ("2404:6800::1", 443)]
    assert "kabar.example" not in refusals


def test_of_mixed_answers_only_the_public_ones_pass() -> None:
    assert resolve(Names(["127.0.0.1", "8.8.8.8", "::1"])) == [("8.8.8.8", 443)]
    assert "kabar.example" not in refusals


@pytest.mark.parametrize("ip", ["127.0.0.1", "10.1.2.3", "169.254.169.254", "::1", "::ffff:10.0.0.1"])
def test_rebinding_gains_nothing(ip: str) -> None:
    names = Names(["8.8.8.8"], [ip], ["8.8.8.8"])
    assert resolve(names)
    assert resolve(names) == []
    assert ip in refusals["kabar.example"]
    assert resolve(names) and "kabar.example" not in refusals


def test_a_name_without_an_address_is_no_refusal() -> None:
    assert resolve(Names([])) == []
    assert "kabar.example" not in refusals


def test_a_fixed_host_goes_where_it_is_sent() -> None:
    assert resolve(Names(), kabar_example=("127.0.0.1", 8123)) == [("127.0.0.1", 8123)]
    assert resolve(Names(), kabar_example=("::1", 8123)) == [("::1", 8123)]
