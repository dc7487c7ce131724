"""The word that a preview sends to browsers when there is something new to see, waited for as a browser does."""

import asyncio
import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar
from urllib.parse import urlsplit

from tornado.httpclient import HTTPRequest
from tornado.websocket import websocket_connect

_PATIENCE = 60
_PROTOCOL = "http://livereload.com/protocols/official-7"
T = TypeVar("T")


def until(address: str, look: Callable[[], T | None]) -> T:
    """Look at a preview, and again at each of its words, until something is seen there; return that."""
    # On a thread of its own: where a browser runs, this one has a loop that never ends.
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(lambda: asyncio.run(_until(address, look))).result()


async def _until(address: str, look: Callable[[], T | None]) -> T:
    origin = "http://" + urlsplit(address).netloc
    request = HTTPRequest(origin.replace("http:", "ws:") + "/livereload", headers={"Origin": origin})
    line = await websocket_connect(request)
    try:
        # Words are answered in their order: who has an answer to the second is listed by the first.
        await line.write_message(json.dumps({"command": "info", "url": address, "plugins": {}}))
        await line.write_message(json.dumps({"command": "hello", "protocols": [_PROTOCOL]}))
        while True:
            word = await asyncio.wait_for(line.read_message(), _PATIENCE)
            if (seen := look()) is not None:
                return seen
            assert word is not None, f"{address} ended before that was there"
    finally:
        line.close()
        while await line.read_message() is not None:
            pass  # until the other end has closed as well
