"""This machine in its network: the addresses it has, and a free port to listen at."""

import contextlib
import os
import socket
from ipaddress import IPv4Address

_TRIES = 20


def own_addresses() -> tuple[str, ...]:
    """Return the IPv4 addresses under which others in the room reach this machine, the likeliest first."""
    found = [_outward()]
    with contextlib.suppress(OSError):
        found += socket.gethostbyname_ex(socket.gethostname())[2]
    return tuple(dict.fromkeys(a for a in found if a and not IPv4Address(a).is_loopback))


def _outward() -> str:
    """Return the address that the routing table prefers; a datagram socket connects without sending anything."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe, contextlib.suppress(OSError):
        probe.connect(("192.0.2.1", 9))
        return str(probe.getsockname()[0])
    return ""


def listening(address: str, port: int) -> socket.socket:
    """Return a socket that listens at the port, or at the next free one above it; 0 takes any.

    Raises OSError where twenty in a row are in use.
    """
    for candidate in range(port, port + _TRIES if port else 1):
        found = socket.socket()
        # On Windows this option would let two servers share one port.
        if os.name != "nt":
            found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            found.bind((address, candidate))
            found.listen(128)
        except (OSError, OverflowError):
            found.close()
            continue
        found.setblocking(False)
        return found
    raise OSError(98, f"ports {port} to {port + _TRIES - 1} are all in use", address)
