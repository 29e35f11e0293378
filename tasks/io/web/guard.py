"""Which addresses may be connected to: public ones, and what the user names. It opens nothing and resolves nothing.

`requests-hardened` was read first: it knows loopback as its one exception, vets only the first address of a name and
cannot be given another resolver, so the table is kept here. Source: the IANA special-purpose address registries.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable

from tasks.io.web.fault import Fault

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

NOT_PUBLIC: tuple[tuple[str, str], ...] = (
    ("0.0.0.0/8", "this network"),
    ("10.0.0.0/8", "private"),
    ("100.64.0.0/10", "carrier-grade NAT"),
    ("127.0.0.0/8", "loopback"),
    ("168.63.129.16/32", "a cloud's metadata service"),
    ("169.254.0.0/16", "link-local, a cloud's metadata service"),
    ("172.16.0.0/12", "private"),
    ("192.0.0.0/24", "protocol assignments"),
    ("192.0.2.0/24", "documentation"),
    ("192.31.196.0/24", "AS112"),
    ("192.52.193.0/24", "multicast tunnelling"),
    ("192.88.99.0/24", "6to4 relay"),
    ("192.168.0.0/16", "private"),
    ("192.175.48.0/24", "AS112"),
    ("198.18.0.0/15", "benchmarking"),
    ("198.51.100.0/24", "documentation"),
    ("203.0.113.0/24", "documentation"),
    ("224.0.0.0/4", "multicast"),
    ("240.0.0.0/4", "reserved"),
    ("2001::/23", "protocol assignments, Teredo"),
    ("2001:db8::/32", "documentation"),
    ("2002::/16", "6to4"),
    ("2620:4f:8000::/48", "AS112"),
    ("3fff::/20", "documentation"),
)
_NOT_PUBLIC = tuple((ipaddress.ip_network(network), why) for network, why in NOT_PUBLIC)
# Only this block is handed out to the public; loopback, mapped, NAT64, local and multicast addresses lie outside it.
_PUBLIC_IPV6 = ipaddress.ip_network("2000::/3")


def why_forbidden(address: Address) -> str | None:
    """Why `address` is not public, or None where it is.

    >>> why_forbidden(ipaddress.ip_address("169.254.169.254"))
    "link-local, a cloud's metadata service"
    >>> why_forbidden(ipaddress.ip_address("93.184.215.14")) is None
    True
    """
    for network, why in _NOT_PUBLIC:
        if address.version == network.version and address in network:
            return why
    if address.version == 6 and address not in _PUBLIC_IPV6:
        return "not a public IPv6 address"
    return None if address.is_global else "not a public address"


RESERVED = (".example", ".invalid")  # RFC 2606: no site has such a name; `.test` and `.local` are people's own


class Guard:
    """Lets through what is public, and the hosts, `host:port` pairs and networks its user named."""

    def __init__(self, allow_hosts: Iterable[str] = ()) -> None:
        names = [name.strip().lower() for name in allow_hosts]
        self._networks = [network for name in names if (network := _network(name))]
        self._names = frozenset(names)

    def vet(self, host: str, port: int, addresses: Iterable[Address]) -> None:
        """Refuse a place to connect to.

        Raises:
            Fault: the port is not one the web uses, or one of the addresses is not public.
        """
        if self.allows(host, port):
            return
        if port < 1024 and port not in (80, 443):
            raise Fault("unsafe_address", f"{host}:{port}: port {port} belongs to another service (see --allow-host)")
        for address in addresses:
            why = why_forbidden(address)
            if why and not any(address.version == n.version and address in n for n in self._networks):
                name = host if host == str(address) else f"{host} ({address})"
                raise Fault("unsafe_address", f"{name}: {why} (see --allow-host)")

    def vet_name(self, host: str, port: int) -> None:
        """Refuse a name that no site can have, before anybody is asked about it.

        Raises:
            Fault: it is reserved for examples.
        """
        if f".{host.lower().rstrip('.')}".endswith(RESERVED) and not self.allows(host, port):
            raise Fault("unsafe_address", f"{host}: a name reserved for examples, which no site has (see --allow-host)")

    def allows(self, host: str, port: int) -> bool:
        """Whether the user named this host."""
        host = host.strip("[]").lower()
        return host in self._names or f"{host}:{port}" in self._names


def _network(name: str) -> Network | None:
    try:
        return ipaddress.ip_network(name.strip("[]"), strict=False)
    except ValueError:
        return None
