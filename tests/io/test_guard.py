"""The table of addresses nobody may be led to, in every spelling a name lookup understands."""

from __future__ import annotations

import ipaddress
import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.io.web.exchange import place, web_address
from tasks.io.web.fault import Fault
from tasks.io.web.guard import NOT_PUBLIC, Guard, why_forbidden

FORBIDDEN = {
    "this network": ["0.0.0.0", "0.0.0.1", "0.255.255.255"],
    "private 10": ["10.0.0.0", "10.0.0.1", "10.1.2.3", "10.255.255.255"],
    "carrier-grade NAT": ["100.64.0.0", "100.64.0.1", "100.100.100.200", "100.127.255.255"],
    "loopback": ["127.0.0.0", "127.0.0.1", "127.0.0.53", "127.1.2.3", "127.255.255.255"],
    "link-local and metadata": ["169.254.0.1", "169.254.169.254", "169.254.170.2", "169.254.255.255"],
    "metadata elsewhere": ["168.63.129.16", "192.0.0.192", "fd00:ec2::254", "fd20:ce::254"],
    "private 172": ["172.16.0.0", "172.16.0.1", "172.20.1.1", "172.31.255.255"],
    "protocol assignments": ["192.0.0.1", "192.0.0.8", "192.0.0.170", "192.0.0.255"],
    "documentation": ["192.0.2.1", "198.51.100.7", "203.0.113.9", "2001:db8::1", "3fff::1", "3fff:fff:ffff::1"],
    "AS112 and tunnels": ["192.31.196.1", "192.175.48.1", "192.52.193.1", "192.88.99.1", "2620:4f:8000::1"],
    "private 192": ["192.168.0.1", "192.168.1.1", "192.168.255.255"],
    "benchmarking": ["198.18.0.1", "198.19.255.255", "2001:2::1"],
    "multicast": ["224.0.0.1", "224.0.0.251", "239.255.255.250", "ff02::1", "ff02::fb", "ff0e::1", "ff05::1:3"],
    "reserved": ["240.0.0.1", "250.1.2.3", "255.255.255.254", "255.255.255.255"],
    "IPv6 loopback and unspecified": ["::1", "::", "0:0:0:0:0:0:0:1"],
    "IPv4-mapped": ["::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:a9fe:a9fe", "::ffff:8.8.8.8", "::ffff:0:0"],
    "IPv4-compatible and translated": ["::127.0.0.1", "::a9fe:a9fe", "::ffff:0:127.0.0.1"],
    "NAT64": ["64:ff9b::127.0.0.1", "64:ff9b::a9fe:a9fe", "64:ff9b::8.8.8.8", "64:ff9b:1::1", "64:ff9b:1:fffe::a00:1"],
    "6to4": ["2002:7f00:1::", "2002:a9fe:a9fe::1", "2002:c0a8:101::1", "2002:808:808::1"],
    "Teredo, ORCHID and the like": ["2001::1", "2001:0:53aa:64c::1", "2001:10::1", "2001:20::1", "2001:1::1"],
    "unique local": ["fc00::1", "fd00::1", "fdff:ffff::1", "fd12:3456:789a::1"],
    "IPv6 link-local and site-local": ["fe80::1", "fe80::a9fe:a9fe", "febf::1", "fec0::1"],
    "IPv6 discard, segment routing, unassigned": ["100::1", "100:0:0:1::1", "5f00::1", "4000::1", "8000::1", "e000::1"],
}  # fmt: skip
PUBLIC = ["8.8.8.8", "93.184.215.14", "1.1.1.1", "100.63.255.255", "100.128.0.1", "172.15.255.255", "172.32.0.1",
          "11.0.0.1", "9.255.255.255", "126.255.255.255", "128.0.0.1", "192.0.1.1", "192.167.255.255", "192.169.0.1",
          "198.17.255.255", "198.20.0.1", "223.255.255.255", "2606:4700::1111", "2a00:1450:4001::1", "2400::1",
          "2001:4860:4860::8888", "2003::1", "2620:0:2d0:200::7"]  # fmt: skip

SPELLINGS = {
    "one decimal number": "2130706433",
    "one octal number": "017700000001",
    "one hexadecimal number": "0x7f000001",
    "dotted octal": "0177.0.0.01",
    "dotted hexadecimal": "0x7f.0x0.0x0.0x1",
    "mixed bases": "0x7f.0.0.01",
    "two parts": "127.1",
    "three parts": "127.0.1",
    "decimal metadata": "2852039166",
    "hexadecimal metadata": "0xA9FEA9FE",
    "dotted octal metadata": "0251.0376.0251.0376",
    "two-part private": "10.1",
    "hexadecimal private": "0xc0a80001",
    "zero": "0",
    "hexadecimal zero": "0x0",
    "wide digits": "１２７.０.０.１",
    "circled digits": "①②⑦.⓪.⓪.①",
    "ideographic stops": "127。0。0。1",
    "percent-encoded": "%31%32%37.0.0.1",
    "trailing dot": "127.0.0.1.",
    "upper case": "LOCALHOST",
    "local name": "localhost",
    "bracketed": "[::1]",
    "bracketed at length": "[0000:0000:0000:0000:0000:0000:0000:0001]",
    "bracketed mapped": "[::ffff:127.0.0.1]",
    "bracketed mapped in hex": "[::ffff:7f00:1]",
    "bracketed NAT64": "[64:ff9b::7f00:1]",
    "bracketed compatible": "[::127.0.0.1]",
}


def test_the_table_is_large_enough() -> None:
    assert len({a for group in FORBIDDEN.values() for a in group}) + len(SPELLINGS) >= 100


@pytest.mark.parametrize(("why", "address"), [(why, a) for why, group in FORBIDDEN.items() for a in group])
def test_address_is_forbidden(why: str, address: str) -> None:
    assert why_forbidden(ipaddress.ip_address(address))
    with pytest.raises(Fault, match="unsafe_address"):
        Guard().vet("news.example", 80, [ipaddress.ip_address("8.8.8.8"), ipaddress.ip_address(address)])


@pytest.mark.parametrize("address", PUBLIC)
def test_public_address_is_let_through(address: str) -> None:
    assert why_forbidden(ipaddress.ip_address(address)) is None
    Guard().vet("news.example", 443, [ipaddress.ip_address(address)])


@pytest.mark.parametrize("spelling", SPELLINGS.values(), ids=SPELLINGS)
def test_spelling_leads_to_a_forbidden_address(spelling: str) -> None:
    host, port = place(web_address(f"http://{spelling}/"))
    resolved = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    with pytest.raises(Fault, match="unsafe_address"):
        Guard().vet(host, port, [ipaddress.ip_address(entry[4][0]) for entry in resolved])


@given(st.data())
def test_every_address_of_a_forbidden_network_is_forbidden(data: st.DataObject) -> None:
    network = ipaddress.ip_network(data.draw(st.sampled_from(NOT_PUBLIC))[0])
    assert why_forbidden(network[data.draw(st.integers(0, network.num_addresses - 1))])


@given(st.ip_addresses())
def test_what_the_standard_library_calls_local_is_forbidden(address: ipaddress.IPv4Address) -> None:
    is_local = address.is_private or address.is_loopback or address.is_link_local or address.is_multicast
    assert not is_local or why_forbidden(address)


@pytest.mark.parametrize("port", [1, 22, 25, 53, 110, 445, 993])
def test_ports_of_other_services_are_refused(port: int) -> None:
    with pytest.raises(Fault, match="unsafe_address"):
        Guard().vet("news.example", port, [])


@pytest.mark.parametrize(
    ("allowed", "host", "port", "address"),
    [
        ("intranet.example", "intranet.example", 80, "10.0.0.7"),
        ("INTRANET.example", "intranet.example", 25, "10.0.0.7"),
        ("intranet.example:8080", "intranet.example", 8080, "10.0.0.7"),
        ("10.0.0.0/8", "intranet.example", 80, "10.0.0.7"),
        ("127.0.0.1", "127.0.0.1", 8000, "127.0.0.1"),
        ("::1", "::1", 8000, "::1"),
        ("[::1]", "::1", 8000, "::1"),
    ],
)
def test_what_the_user_names_is_let_through(allowed: str, host: str, port: int, address: str) -> None:
    Guard([allowed]).vet(host, port, [ipaddress.ip_address(address)])


@pytest.mark.parametrize(
    ("allowed", "host", "port", "address"),
    [
        ("intranet.example:8080", "intranet.example", 80, "10.0.0.7"),
        ("intranet.example", "evil.example", 80, "10.0.0.7"),
        ("10.0.0.0/24", "intranet.example", 80, "10.0.1.7"),
        ("127.0.0.1", "evil.example", 80, "127.0.0.2"),
    ],
)
def test_what_the_user_did_not_name_is_not(allowed: str, host: str, port: int, address: str) -> None:
    with pytest.raises(Fault):
        Guard([allowed]).vet(host, port, [ipaddress.ip_address(address)])


@pytest.mark.parametrize("host", ["news.example", "NEWS.EXAMPLE.", "example", "a.invalid"])
def test_a_name_reserved_for_examples_is_refused_unless_the_user_names_it(host: str) -> None:
    with pytest.raises(Fault, match="reserved for examples"):
        Guard().vet_name(host, 443)
    Guard([host]).vet_name(host, 443)


@pytest.mark.parametrize("host", ["example.org", "news.test", "counterexample", "example.news"])
def test_other_names_may_be_asked_about(host: str) -> None:
    Guard().vet_name(host, 443)
