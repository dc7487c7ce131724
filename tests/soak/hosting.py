"""The setups of docs/hosting.md in the real servers: an edition for everyone, and one behind a password."""

import base64
import http.client
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support.command import ROOT, build
from tests.support.files import write

SITE = {
    "content/site.yml": b"title: Cafe\naudiences: [crew]\n",
    "content/journeys/a.yml": (
        b"title: Breakfast\nstages:\n  - title: Buys\n    steps:\n      - title: Enters\n        emotion: -1\n"
        b"        opportunities: Open earlier\n"
    ),
    "content/journeys/b.yml": (
        b"title: Rosters\naudience: crew\nstages: [{title: Plans, steps: [{title: Asks, emotion: 1}]}]\n"
    ),
}
PASSWORD = "Basic " + base64.b64encode(b"ada:example").decode()
USERS = "ada:$2y$05$KYWy.csGNpg0XAViVXIX7OcfPScTrT1OhjQC16YbFGAro9uovCHJ6\n"
NEEDED = {"nginx": "nginx-light", "caddy": "caddy", "apache2": "apache2"}
TYPES = {
    "index.html": "text/html",
    "journeys/a.json": "application/json",
    "insights/opportunities.csv": "text/csv",
    "insights/reviews.ics": "text/calendar",
    "assets/favicon.svg": "image/svg+xml",
}
MODULES = "mpm_event authn_core authn_file authz_core authz_user auth_basic alias mime dir headers filter deflate"
NGINX_PATHS = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


@pytest.fixture(scope="module")
def home() -> Iterator[Path]:
    """Give a folder with both editions, where every server may read: not one of pytest's, which are its own."""
    with tempfile.TemporaryDirectory() as folder:
        yield _filled(Path(folder))


def _filled(home: Path) -> Path:
    write(home / "site", SITE)
    (home / "users").write_text(USERS)
    build(home / "site", home / "crew", "--audience", "crew", "--address", "https://maps.example.org/crew/")
    _switch(home)
    home.chmod(0o755)
    return home


def _block(kind: str, mark: str = "") -> str:
    text = (ROOT / "docs/hosting.md").read_text("utf-8")
    match = re.search(rf"^```{kind}{mark}\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    assert match, kind
    return match[1]


def _switch(home: Path) -> None:
    """Put a new build in the place of the one before, as the document says."""
    script = _block("sh", " switch").replace("/srv/journeys", str(home)).replace("%SZ", "%S.%NZ")
    script = script.replace("cjsite build", f"cjsite build --source {home / 'site'} --today 2026-11-21")
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    (home / "builds").mkdir(exist_ok=True)
    subprocess.run(["bash", "-euc", script], check=True, env={**os.environ, "PATH": path}, capture_output=True)


def _nginx(home: Path, port: int) -> list[str]:
    paths = "".join(f"{name}_temp_path {home}/tmp;\n" for name in NGINX_PATHS)
    setup = (
        _block("nginx").replace("listen 80", f"listen {port}").replace("include mime", "include /etc/nginx/mime")
    )
    text = f"daemon off;\npid {home}/pid;\nevents {{}}\nhttp {{\naccess_log off;\n{paths}\n{_here(setup, home)}}}\n"
    (home / "nginx.conf").write_text(text)
    return ["nginx", "-e", "stderr", "-c", str(home / "nginx.conf")]


def _caddy(home: Path, port: int) -> list[str]:
    setup = _block("caddy").replace("maps.example.org {", f"http://:{port} {{")
    (home / "Caddyfile").write_text("{\n\tadmin off\n}\n" + _here(setup, home))
    return ["caddy", "run", "--config", str(home / "Caddyfile"), "--adapter", "caddyfile"]


def _apache(home: Path, port: int) -> list[str]:
    load = "".join(f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n" for name in MODULES.split())
    text = f"{load}ServerRoot {home}\nPidFile {home}/apache.pid\nErrorLog /dev/stderr\nServerName localhost\n"
    text += "TypesConfig /etc/mime.types\nUser www-data\nGroup www-data\n"
    (home / "apache.conf").write_text(
        f"{text}Listen {port}\n" + _here(_block("apache").replace("*:80", f"*:{port}"), home)
    )
    return ["apache2", "-X", "-f", str(home / "apache.conf")]


def _here(setup: str, home: Path) -> str:
    return setup.replace("/srv/journeys", str(home))


SERVERS: dict[str, Callable[[Path, int], list[str]]] = {"nginx": _nginx, "caddy": _caddy, "apache2": _apache}


@contextmanager
def _serving(home: Path, server: str) -> Iterator[int]:
    if not shutil.which(server):
        subprocess.run(["apt-get", "install", "-qy", "--no-install-recommends", NEEDED[server]], check=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    env = {**os.environ, "XDG_DATA_HOME": str(home / "data"), "XDG_CONFIG_HOME": str(home / "config")}
    with subprocess.Popen(SERVERS[server](home, port), env=env, stderr=subprocess.PIPE, text=True) as running:
        try:
            _listens(running, port)
            yield port
        finally:
            running.terminate()


def _listens(running: "subprocess.Popen[str]", port: int) -> None:
    """Return when the server answers; fail with what it said if it ends before."""
    while running.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except ConnectionRefusedError:
            continue
        return
    raise AssertionError(running.stderr.read() if running.stderr else "")


def _ask(port: int, path: str, **headers: str) -> tuple[http.client.HTTPResponse, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", f"/{path}", headers={name.replace("_", "-"): text for name, text in headers.items()})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


@pytest.mark.parametrize("server", SERVERS)
def test_a_server_with_the_setup_of_the_document(server: str, home: Path) -> None:
    with _serving(home, server) as port:
        for path, kind in TYPES.items():
            answer, body = _ask(port, path)
            assert (answer.status, body) == (200, (home / "public" / path).read_bytes()), path
            assert answer.headers.get_content_type() == kind, path
            if kind != "image/svg+xml":  # XML is UTF-8 by itself
                assert (answer.headers.get_content_charset() or "").lower() == "utf-8", path
            assert answer.headers["Cache-Control"] == "no-cache", path
            assert answer.headers["Content-Security-Policy"].startswith("default-src 'self';"), path
            assert answer.headers["X-Content-Type-Options"] == "nosniff", path
        _keeps_what_has_its_content_in_its_name(port, home)
        _sends_less_of_a_page(port)
        _hides_what_is_for_others(port, home)
        _has_a_page_for_what_is_gone(port, home)
        _has_a_page_of_each_edition(port, home)
        if server != "caddy":  # which answers those who make certificates by itself
            _lets_certificates_be_made(port, home)
        _follows_the_switch(port, home)


def _keeps_what_has_its_content_in_its_name(port: int, home: Path) -> None:
    hashed = [path for path in (home / "public/assets").iterdir() if path.suffix in {".css", ".js"}]
    assert len(hashed) > 3
    for path in hashed:
        answer, _ = _ask(port, f"assets/{path.name}")
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    seen, _ = _ask(port, "index.html")
    again, body = _ask(port, "index.html", If_None_Match=seen.headers["ETag"])
    assert (again.status, body) == (304, b"")
    seen, _ = _ask(port, "index.html", Accept_Encoding="gzip")
    again, body = _ask(port, "index.html", Accept_Encoding="gzip", If_None_Match=seen.headers["ETag"])
    assert (again.status, body) == (304, b"")


def _sends_less_of_a_page(port: int) -> None:
    _, whole = _ask(port, "journeys/a.html")
    answer, body = _ask(port, "journeys/a.html", Accept_Encoding="gzip")
    assert answer.headers["Content-Encoding"] == "gzip"
    assert len(body) < len(whole) / 2


def _hides_what_is_for_others(port: int, home: Path) -> None:
    for path in ("crew/journeys/b.html", "crew/index.html", "crew/"):
        answer, body = _ask(port, path)
        assert answer.status == 401, path
        assert b"Rosters" not in body
    answer, body = _ask(port, "crew/journeys/b.html", Authorization=PASSWORD)
    assert (answer.status, body) == (200, (home / "crew/journeys/b.html").read_bytes())
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'self';")
    answer, _ = _ask(port, "crew")
    assert (answer.status, answer.headers["Location"].endswith("/crew/")) == (301, True)
    for path in (".cjsite.json", "crew/.cjsite.json"):
        answer, _ = _ask(port, path, Authorization=PASSWORD)
        assert answer.status == 404, path


def _has_a_page_for_what_is_gone(port: int, home: Path) -> None:
    for path in ("gone.html", "journeys/deep/gone.html"):
        answer, body = _ask(port, path)
        assert (answer.status, body) == (404, (home / "public/404.html").read_bytes())


def _has_a_page_of_each_edition(port: int, home: Path) -> None:
    answer, body = _ask(port, "crew/deep/gone.html", Authorization=PASSWORD)
    assert (answer.status, body) == (404, (home / "crew/404.html").read_bytes())
    assert b"/crew/assets/" in body
    answer, body = _ask(port, "crew/deep/gone.html")
    assert answer.status == 401 and b"/crew/assets/" not in body


def _lets_certificates_be_made(port: int, home: Path) -> None:
    folder = home / "public/.well-known/acme-challenge"
    folder.mkdir(parents=True)
    (folder / "token").write_text("x")
    answer, body = _ask(port, ".well-known/acme-challenge/token")
    assert (answer.status, body) == (200, b"x")


def _follows_the_switch(port: int, home: Path) -> None:
    """A reader meets the old page or the new one, whatever the moment, and the new one in the end."""
    site = home / "site/content/site.yml"
    site.write_text("title: Tea room\naudiences: [crew]\n", "utf-8")
    with ThreadPoolExecutor(1) as other:
        switched = other.submit(_switch, home)
        while not switched.done():
            answer, body = _ask(port, "index.html")
            assert answer.status == 200
            assert b"</html>" in body
        switched.result()
    answer, body = _ask(port, "index.html")
    assert b"Tea room" in body
    site.write_bytes(SITE["content/site.yml"])
    _switch(home)
