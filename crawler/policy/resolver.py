"""Name resolution for Scrapy that checks every address at the moment of connecting (so DNS rebinding gains nothing), and that can send
named hosts to a given address and port (tests, the demo world)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol, Self

from twisted.internet.address import IPv4Address, IPv6Address
from twisted.internet.interfaces import IAddress, IHostnameResolver, IHostResolution, IResolutionReceiver
from zope.interface import implementer

from crawler.policy.addresses import AddressPolicy, ForbiddenAddress

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from twisted.internet.base import ReactorBase

# Hosts whose every address was refused, with the reason: Twisted tells its callers only that there was no result. One reactor a process.
refusals: dict[str, str] = {}


class _Resolution(Protocol):
    """Twisted's IHostResolution, as far as it is used here."""

    name: str


class _Receiver(Protocol):
    """Twisted's IResolutionReceiver, for the type checker, which does not know zope's interfaces."""

    def resolutionBegan(self, resolution: _Resolution) -> None: ...  # noqa: N802

    def addressResolved(self, address: IPv4Address | IPv6Address) -> None: ...  # noqa: N802

    def resolutionComplete(self) -> None: ...  # noqa: N802


@implementer(IHostResolution)
class _Done:
    def __init__(self, name: str) -> None:
        self.name = name

    def cancel(self) -> None:
        """Nothing is under way."""


@implementer(IResolutionReceiver)
class _Checked:
    """Hands on only the addresses that the policy allows."""

    def __init__(self, receiver: _Receiver, host: str, policy: AddressPolicy) -> None:
        self._receiver = receiver
        self._policy = policy
        self._host = host
        self._given = 0
        self._refused = ""

    def resolutionBegan(self, resolution: _Resolution) -> None:  # noqa: N802  (Twisted's names)
        self._receiver.resolutionBegan(resolution)

    def addressResolved(self, address: IPv4Address | IPv6Address) -> None:  # noqa: N802
        try:
            self._policy.check(address.host)
        except ForbiddenAddress as error:
            self._refused = str(error)
            return
        self._given += 1
        self._receiver.addressResolved(address)

    def resolutionComplete(self) -> None:  # noqa: N802
        if self._refused and not self._given:
            refusals[self._host] = self._refused
        else:
            refusals.pop(self._host, None)
        self._receiver.resolutionComplete()


@implementer(IHostnameResolver)
class CheckingResolver:
    """Scrapy's TWISTED_DNS_RESOLVER. `fixed` maps a host to the address and port that it stands for."""

    def __init__(self, reactor: ReactorBase, policy: AddressPolicy, fixed: Mapping[str, tuple[str, int]]) -> None:
        self._reactor: Any = reactor
        self._original: Any = reactor.nameResolver
        self._policy = policy
        self._fixed = fixed

    @classmethod
    def from_crawler(cls, crawler: Crawler, reactor: ReactorBase) -> Self:
        """Scrapy's way to make one: settings NETRA_ALLOW_ADDRESSES and NETRA_RESOLVE."""
        settings = crawler.settings
        return cls(reactor, AddressPolicy(settings.getlist("NETRA_ALLOW_ADDRESSES")), settings.getdict("NETRA_RESOLVE"))

    def install_on_reactor(self) -> None:
        """Take the place of the reactor's own."""
        self._reactor.installNameResolver(self)

    def resolveHostName(  # noqa: N802
        self,
        resolutionReceiver: _Receiver,  # noqa: N803
        hostName: str,  # noqa: N803
        portNumber: int = 0,  # noqa: N803
        addressTypes: Sequence[type[IAddress]] | None = None,  # noqa: N803
        transportSemantics: str = "TCP",  # noqa: N803
    ) -> _Resolution:
        """Resolve a host. A fixed host is the caller's explicit word, so its address is not checked."""
        given = self._fixed.get(hostName)
        if given is None:
            checked = _Checked(resolutionReceiver, hostName, self._policy)
            under_way: _Resolution = self._original.resolveHostName(checked, hostName, portNumber, addressTypes, transportSemantics)
            return under_way
        done = _Done(hostName)
        address = IPv6Address if ":" in given[0] else IPv4Address
        resolutionReceiver.resolutionBegan(done)
        resolutionReceiver.addressResolved(address("TCP", given[0], int(given[1])))
        resolutionReceiver.resolutionComplete()
        return done
