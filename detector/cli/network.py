"""Letting other devices in: this computer's address in its network, and what to tell whoever runs a workshop."""

import socket
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_address

from detector.app_settings import Settings
from detector.core.errors import DetectorError
from detector.light.phone.access import new_access_code

EVERY_ADDRESS = "0.0.0.0"  # noqa: S104 - whoever asks for --lan asks for exactly this
# Kept for documents: nothing is ever sent there, the system only says from which address it would go.
_FAR_AWAY = ("192.0.2.1", 9)
NO_NETWORK = (
    "This computer is in no network, so no phone could reach it. Connect it to the network that the phones will use, "
    "then start again. To work on this computer alone, leave out --lan."
)


@dataclass(frozen=True)
class OpenToOthers:
    """How other devices reach the server: where phones join, where officers open it, and the code they type."""

    public_url: str
    network_url: str
    access_code: str
    other_addresses: tuple[str, ...]

    @property
    def settings(self) -> Mapping[str, str]:
        """What the server is told, as environment variables."""
        return {"DETECTOR_PUBLIC_URL": self.public_url, "DETECTOR_ACCESS_CODE": self.access_code}


def open_to_others(own: Settings, port: int) -> OpenToOthers:
    """How others reach a server on this port; what is set already stays as it was set.

    Raises:
        DetectorError: this computer is in no network.
    """
    addresses = network_addresses()
    if not addresses:
        raise DetectorError(NO_NETWORK)
    network_url = f"http://{addresses[0]}:{port}"
    public_url = own.public_url.rstrip("/") or network_url
    return OpenToOthers(public_url, network_url, own.access_code or new_access_code(), addresses[1:])


def network_addresses() -> tuple[str, ...]:
    """Where this computer is found in its networks, the address it uses to reach others first; nothing outside one."""
    found = [_address_used(), *_addresses_of_name()]
    return tuple(dict.fromkeys(address for address in found if _is_in_a_network(address)))


def how_to_reach(others: OpenToOthers, port: int) -> str:
    """What to print at the start: where to open it, the code, where phones join, and what to check if they cannot."""
    return f"""
Other devices in your network can now reach the app.

  Open it on this computer:      http://localhost:{port}
  Open it on another computer:   {others.network_url}
  Access code for assessments:   {others.access_code}
  Phones join a workshop at:     {others.public_url}/join

The access code is for colleagues who may see assessments. People in the room need none.

Before the workshop, open {others.public_url}/join on a phone. If it does not open:
  1. Is the phone in the same network as this computer? Turn mobile data off and Wi-Fi on.
  2. Does a firewall stop it? If Windows asks, allow Python on private networks. If it never asked,
     whoever looks after this computer can allow port {port}.
  3. Does a laptop in the same Wi-Fi open it? If not, the network keeps its devices apart, as guest Wi-Fi often does.
     Use another network, or a phone's hotspot.
{_other_addresses(others, port)}
Stop with Ctrl+C.
"""


def _other_addresses(others: OpenToOthers, port: int) -> str:
    """An address of a VPN may come first: the others are worth a try."""
    if not others.other_addresses:
        return ""
    tries = " or ".join(f"http://{address}:{port}/join" for address in others.other_addresses)
    return (
        f"  4. This computer is in more than one network. Try {tries}. If one works, set DETECTOR_PUBLIC_URL to it,\n"
        "     without /join, and start again: the QR code then carries it.\n"
    )


def _address_used() -> str:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        try:
            asking.connect(_FAR_AWAY)
        except OSError:
            return ""
        return str(asking.getsockname()[0])


def _addresses_of_name() -> list[str]:
    try:
        found = socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET, socket.SOCK_STREAM)
    except OSError:
        return []
    return [str(place[0]) for *_, place in found]


def _is_in_a_network(address: str) -> bool:
    if not address:
        return False
    found = ip_address(address)
    return not (found.is_loopback or found.is_unspecified or found.is_link_local)
