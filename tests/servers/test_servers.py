"""The site on Debian's own web servers, with the files of ``deploy/`` as they are: ``make servers``.

It needs nginx and apache2 and so has a folder of its own, which ``make test`` does not look into.
"""

import contextlib
import gzip
import http.client
import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import brotli
import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from idekatalog.publishing.compression import compress
from idekatalog.publishing.headers import HEADERS
from places import CASES, ROOT

CONFIG = """\
site_name: Et lille katalog
docs_dir: content
theme: idekatalog
plugins: [idekatalog]
validation: {nav: {omitted_files: ignore}}
"""
NGINX = """\
daemon off;
pid {folder}/pid;
error_log {folder}/error;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    {servers}
    server {{
        listen 127.0.0.1:{proxy};
        location /katalog/ {{ proxy_pass http://127.0.0.1:{port}/; }}
    }}
}}
"""
MODULES = ("mpm_event", "authz_core", "dir", "mime", "headers", "rewrite", "env")
APACHE = """\
ServerName 127.0.0.1
ServerRoot {folder}
Listen 127.0.0.1:{port}
PidFile {folder}/pid
ErrorLog {folder}/error
Mutex file:{folder}
{modules}
TypesConfig /etc/mime.types
AddDefaultCharset Off
DocumentRoot {site}
<Directory {site}>
    AllowOverride All
</Directory>
"""
# As the themes of others name their files.
HASHED = "assets/main.0f1e2d3c.min.css"


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Server:
    """Where a server answers: by itself, and through a proxy that takes ``/katalog`` away."""

    name: str
    site: Path
    port: int
    prefix: str = ""

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        with contextlib.closing(connection):
            connection.request(
                method, self.prefix + path, headers={name.replace("_", "-"): value for name, value in headers.items()}
            )
            found = connection.getresponse()
            return Answer(found.status, {name.lower(): value for name, value in found.getheaders()}, found.read())


@pytest.fixture(scope="module")
def place() -> Iterator[Path]:
    """A folder that whoever the servers run as may read, which those of pytest are not."""
    with tempfile.TemporaryDirectory(prefix="servers-") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.fixture(scope="module")
def site(place: Path) -> Path:
    """The small catalogue as a host gets it, with compressed files, a hidden one and some that nobody needs to have."""
    root = place / "katalog"
    shutil.copytree(CASES / "small" / "catalogue", root)
    (root / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "0")
        config = load_config(str(root / "mkdocs.yml"))
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
    site = root / "site"
    more = ("a.ics", "a.webmanifest", "a.geojson", "a.woff2", HASHED, ".hemmelig", ".git/config", ".well-known/security.txt")
    for name in more:
        (site / name).parent.mkdir(exist_ok=True)
        (site / name).write_text("x" * 2000, encoding="utf-8")
    compress(site)
    return site


def free() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


@contextlib.contextmanager
def running(command: list[str | Path], folder: Path, port: int) -> Iterator[None]:
    with (folder / "said").open("wb") as said:
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=said)
    try:
        for _ in range(200):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
                break
            assert process.poll() is None, (folder / "said").read_text() + (folder / "error").read_text()
            time.sleep(0.05)
        yield
    finally:
        process.terminate()
        process.wait(20)


def nginx(folder: Path, servers: str, port: int, proxy: int) -> contextlib.AbstractContextManager[None]:
    (folder / "nginx.conf").write_text(NGINX.format(folder=folder, servers=servers, port=port, proxy=proxy), encoding="utf-8")
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    return running([program, "-p", folder, "-c", folder / "nginx.conf", "-e", folder / "error"], folder, proxy)


@pytest.fixture(scope="module", params=["nginx", "apache"])
def direct(request: pytest.FixtureRequest, site: Path, place: Path) -> Iterator[Server]:
    folder, port, proxy = place / request.param, free(), free()
    folder.mkdir()
    with contextlib.ExitStack() as stack:
        servers = ""
        if request.param == "nginx":
            ours = (ROOT / "deploy/nginx.conf").read_text(encoding="utf-8")
            servers = ours.replace("listen 8080", f"listen 127.0.0.1:{port}").replace("/usr/share/nginx/html", str(site))
        else:
            shutil.copy(ROOT / "deploy/apache.htaccess", site / ".htaccess")
            modules = "".join(f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n" for name in MODULES)
            modules += "" if os.getuid() else "User www-data\nGroup www-data\n"
            (folder / "apache.conf").write_text(
                APACHE.format(folder=folder, port=port, site=site, modules=modules), encoding="utf-8"
            )
            program = shutil.which("apache2") or "/usr/sbin/apache2"
            stack.enter_context(running([program, "-f", folder / "apache.conf", "-DFOREGROUND"], folder, port))
        stack.enter_context(nginx(folder, servers, port, proxy))
        server = Server(request.param, site, port)
        object.__setattr__(server, "proxy", proxy)
        yield server


@pytest.fixture(params=["direct", "behind a proxy that strips"])
def server(request: pytest.FixtureRequest, direct: Server) -> Server:
    return direct if request.param == "direct" else Server(direct.name, direct.site, vars(direct)["proxy"], "/katalog")


GUIDE = "/indsatser/naboaften/"


def test_a_page_is_what_was_built_with_its_headers(server: Server) -> None:
    answer = server.ask(GUIDE)
    assert (answer.status, answer.body) == (200, (server.site / "indsatser/naboaften/index.html").read_bytes())
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert {name: answer.headers.get(name.lower()) for name in HEADERS} == HEADERS
    assert answer.headers["cache-control"] == "no-cache"
    assert answer.headers["vary"] == "Accept-Encoding"
    assert "etag" in answer.headers


@pytest.mark.parametrize("path", ["/indsatser", "/indsatser/naboaften", "/indsatser/naboaften/tjekliste"])
@pytest.mark.parametrize("query", ["", "?q=a%20b&c=/d/"])
def test_a_folder_without_a_slash_leads_to_its_page_and_never_off_the_site(path: str, query: str, server: Server) -> None:
    answer = server.ask(path + query, Host="kommune.example")
    assert answer.status == 301
    # That of nginx is relative to where the browser is, so it is right whatever a proxy has taken away.
    if server.name == "nginx":
        assert answer.headers["location"] == f"./{path.rpartition('/')[2]}/{query}"
    led_to = urlsplit(urljoin(f"http://kommune.example{server.prefix}{path}{query}", answer.headers["location"]))
    assert (led_to.hostname, led_to.path) == ("kommune.example", f"{server.prefix}{path}/")
    assert f"?{led_to.query}" == (query or "?")
    assert {name: answer.headers.get(name.lower()) for name in HEADERS} == HEADERS


@pytest.mark.parametrize(
    "path", ["/findes-ikke/", "/findes-ikke", "/a/b.html", "/main.484c7ddc.min.css", "/%00", "/%2e%2e/%2e%2e/etc/passwd"]
)
def test_what_is_not_there_is_the_sites_own_page(path: str, server: Server) -> None:
    answer = server.ask(path)
    assert answer.status in ((404,) if "%" not in path else (400, 404))
    if answer.status == 404 and "%" not in path:
        assert answer.body == (server.site / "404.html").read_bytes()
        assert {name: answer.headers.get(name.lower()) for name in HEADERS} == HEADERS
        assert answer.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("path", ["/.hemmelig", "/.git/config", "/_headers", "/.htaccess", "/indsatser/.x", "/.git"])
def test_what_is_hidden_is_not_there(path: str, server: Server) -> None:
    assert server.ask(path).status == 404


def test_what_is_hidden_and_meant_for_all_is_there(server: Server) -> None:
    assert server.ask("/.well-known/security.txt").status == 200


@pytest.mark.parametrize("path", [GUIDE, "/katalog.json", "/sitemap.xml", "/a.geojson"])
def test_who_takes_gzip_gets_the_file_that_is_compressed_already(path: str, server: Server) -> None:
    answer = server.ask(path, Accept_Encoding="gzip, deflate")
    file = server.site / (path.strip("/") + ("/index.html" if path.endswith("/") else ""))
    assert (answer.status, answer.headers["content-encoding"]) == (200, "gzip")
    assert answer.body == file.with_name(f"{file.name}.gz").read_bytes()
    assert gzip.decompress(answer.body) == file.read_bytes()
    assert answer.headers["vary"] == "Accept-Encoding"
    assert answer.headers["content-type"] == server.ask(path).headers["content-type"]
    assert "content-encoding" not in server.ask(path, Accept_Encoding="identity").headers


def test_who_takes_brotli_gets_it_where_the_server_can(server: Server) -> None:
    answer = server.ask(GUIDE, Accept_Encoding="gzip, deflate, br")
    unpack = {"br": brotli.decompress, "gzip": gzip.decompress}[answer.headers["content-encoding"]]
    assert unpack(answer.body) == (server.site / "indsatser/naboaften/index.html").read_bytes()
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["content-encoding"] == ("br" if server.name == "apache" else "gzip")


def test_a_file_with_a_hash_in_its_name_is_kept_for_a_year(server: Server) -> None:
    for encoding in ("identity", "gzip"):
        answer = server.ask(f"/{HASHED}", Accept_Encoding=encoding)
        assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    for path in ("/katalog.json", "/assets/soeg/indeks.json", "/assets/stylesheets/tokens.css"):
        assert server.ask(path).headers["cache-control"] == "no-cache", path


TYPES = {
    "/skabeloner/naboaften-ark/naboaften-ark.csv": "text/csv; charset=utf-8",
    "/a.geojson": r"application/geo\+json",
    "/a.ics": "text/calendar; charset=utf-8",
    "/a.woff2": "font/woff2",
    "/a.webmanifest": r"application/manifest\+json",
    "/katalog.json": "application/json",
    "/sitemap.xml": "(text|application)/xml; charset=utf-8",
    "/billeder/langbord.svg": r"image/svg\+xml",
    "/indsatser/naboaften/tjekliste.pdf": "application/pdf",
    "/indsatser/naboaften/tjekliste.docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "/assets/soeg/felt.js": "text/javascript; charset=utf-8",
    "/assets/stylesheets/tokens.css": "text/css; charset=utf-8",
}


@pytest.mark.parametrize("path", TYPES)
def test_a_file_is_called_what_it_is(path: str, server: Server) -> None:
    answer = server.ask(path)
    assert answer.status == 200
    assert re.fullmatch(TYPES[path], answer.headers["content-type"])


def test_who_has_a_page_already_is_told_that_it_is_the_same(server: Server) -> None:
    for encoding in ("identity", "gzip"):
        tag = server.ask(GUIDE, Accept_Encoding=encoding).headers["etag"]
        answer = server.ask(GUIDE, Accept_Encoding=encoding, If_None_Match=tag)
        assert (answer.status, answer.body) == (304, b"")
        assert answer.headers["cache-control"] == "no-cache"
    assert server.ask(GUIDE, If_None_Match='"noget andet"').status == 200


def test_a_part_of_a_document_can_be_fetched(server: Server) -> None:
    path = "/indsatser/naboaften/tjekliste.pdf"
    answer = server.ask(path, Range="bytes=0-3")
    assert (answer.status, answer.body) == (206, b"%PDF")
    assert answer.headers["content-range"] == f"bytes 0-3/{(server.site / path.strip('/')).stat().st_size}"
    assert server.ask(path, Range="bytes=99999999-").status == 416


def test_a_head_is_the_page_without_its_body(server: Server) -> None:
    whole, head = server.ask(GUIDE), server.ask(GUIDE, "HEAD")
    different = {"date"}
    assert (head.status, head.body) == (200, b"")
    assert {k: v for k, v in head.headers.items() if k not in different} == {
        k: v for k, v in whole.headers.items() if k not in different
    }


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_nothing_can_be_changed(method: str, server: Server) -> None:
    assert server.ask(GUIDE, method).status in (405, 501) or server.name == "apache"
    assert server.ask(GUIDE).status == 200


def test_a_server_does_not_tell_its_version(server: Server) -> None:
    assert not re.search(r"nginx/\d", server.ask(GUIDE).headers.get("server", "")) or server.prefix


def test_whoever_asks_as_in_http_1_0_gets_compressed_files_too(direct: Server) -> None:
    with socket.create_connection(("127.0.0.1", direct.port), timeout=20) as connection:
        connection.sendall(f"GET {GUIDE} HTTP/1.0\r\nHost: a\r\nAccept-Encoding: gzip\r\nVia: 1.0 proxy\r\n\r\n".encode())
        answer = b"".join(iter(lambda: connection.recv(65536), b""))
    head, _, body = answer.partition(b"\r\n\r\n")
    assert b"Content-Encoding: gzip" in head
    assert body == (direct.site / "indsatser/naboaften/index.html.gz").read_bytes()
