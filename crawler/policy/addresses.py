"""Which network addresses may be connected to: public ones only, unless a setting names others."""

from __future__ import annotations

from collections.abc import Iterable
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import urlsplit

from crawler.policy.limits import MAX_URL_LENGTH

_PORTS = {"http": (None, 80), "https": (None, 443)}
# The prefix of RFC 6052 (NAT64) hides an IPv4 address in its last four bytes.
_NAT64 = ip_network("64:ff9b::/96")


class ForbiddenAddress(Exception):
    """An address that must not be connected to; the message says which and why."""


class AddressPolicy:
    """`allow` names networks (`127.0.0.0/8`) that may be reached although they are not public.

    Raises ValueError where one is no network.
    """

    def __init__(self, allow: Iterable[str] = ()) -> None:
        self._allowed = [ip_network(network, strict=False) for network in allow]

    def check(self, address: str) -> None:
        """Raises ForbiddenAddress where the numeric address is private, loopback, link-local (169.254.169.254 is the cloud's metadata
        service), multicast, reserved, or an IPv6 form of such."""
        ip = ip_address(address.partition("%")[0])
        if any(ip in network for network in self._allowed if network.version == ip.version):
            return
        inner = _inner(ip)
        if not _is_public(ip if inner is None else inner):
            raise ForbiddenAddress(f"{address} bukan alamat publik")

    def allows(self, address: str) -> bool:
        """Whether `check` passes."""
        try:
            self.check(address)
        except ForbiddenAddress:
            return False
        return True


def check_url(url: str) -> None:
    """What can be said of an address before its name is resolved.

    Raises ForbiddenAddress where its scheme is not http or https, it carries a user, names another port than the scheme's own, or is
    longer than MAX_URL_LENGTH.
    """
    if len(url) > MAX_URL_LENGTH:
        raise ForbiddenAddress(f"alamat lebih panjang dari {MAX_URL_LENGTH} huruf")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise ForbiddenAddress(f"alamat tidak sah: {error}") from error
    if parts.scheme not in _PORTS:
        raise ForbiddenAddress(f"skema {parts.scheme or '(kosong)'} tidak diambil")
    if parts.username is not None or parts.password is not None:
        raise ForbiddenAddress("alamat memuat nama pengguna")
    if not parts.hostname or port not in _PORTS[parts.scheme]:
        raise ForbiddenAddress(f"porta {port} tidak diambil" if parts.hostname else "alamat tanpa nama host")


def is_loopback(address: str) -> bool:
    """Whether a numeric address is this machine."""
    return ip_address(address).is_loopback


def _inner(ip: IPv4Address | IPv6Address) -> IPv4Address | None:
    if isinstance(ip, IPv4Address):
        return None
    if ip in _NAT64:
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)


def _is_public(ip: IPv4Address | IPv6Address) -> bool:
    return ip.is_global and not ip.is_multicast and not ip.is_reserved
