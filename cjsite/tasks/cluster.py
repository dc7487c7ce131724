"""Executors by their addresses: the workers of a cluster that runs already, on other machines."""

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager, suppress
from typing import Any

from cjsite.base.frozen import frozen
from cjsite.base.problem import Refusal

_DASK = "dask://"
_PATIENCE = 10
"""Seconds for a scheduler to answer."""
_DEATHS = 1
"""Workers that a Dask task may lose and be tried again: more do not die by chance."""


@frozen
class Cluster:
    """An executor, and how many tasks it can do at once."""

    executor: Executor
    at_once: int


@contextmanager
def cluster(address: str) -> Iterator[Cluster]:
    """Give the executor of an address like `dask://host:8786`. Raises Refusal where there is none."""
    host = address.removeprefix(_DASK)
    if host == address or not host.rpartition(":")[2].isdecimal():
        raise Refusal(f"--executor: '{address}' is no address of one; write {_DASK}HOST:PORT, like {_DASK}box:8786")
    try:
        from distributed import Client
    except ImportError:
        raise Refusal("--executor: Dask is not installed here; pip install 'cjsite[dask]'") from None
    try:
        client = Client(host, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise Refusal(f"--executor: no Dask scheduler answers at {host}: {error}") from None
    with client, _few_deaths(client):
        at_once = sum(client.nthreads().values())
        if not at_once:
            raise Refusal(f"--executor: the Dask scheduler at {host} has no workers; start some")
        # Equal tasks are done again: one that lost its worker must not come back as lost without being tried.
        yield Cluster(client.get_executor(pure=False), at_once)


@contextmanager
def _few_deaths(client: Any) -> Iterator[None]:
    """Let a task that ends its workers end few of them, where nobody else works with the scheduler."""
    before = None
    with suppress(Exception):  # a scheduler that does not know cjsite stays as it is
        before = client.run_on_scheduler(_set_deaths, most=_DEATHS)
    try:
        yield
    finally:
        if before is not None:
            with suppress(Exception):
                client.run_on_scheduler(_set_deaths, most=before, anew=True)


def _set_deaths(most: int, anew: bool = False, dask_scheduler: Any = None) -> int | None:
    """Set `allowed-failures`; return what it was, None where it is left: others' tasks may count on it."""
    before: int = dask_scheduler.allowed_failures
    others = [name for name in dask_scheduler.clients if name != "fire-and-forget"][1:]
    if not anew and (others or before <= most):
        return None
    dask_scheduler.allowed_failures = most
    return before
