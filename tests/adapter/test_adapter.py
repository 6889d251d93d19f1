"""One engine, several generators: MkDocs, ProperDocs, and a plain folder that any other can build."""

import contextlib
import html.parser
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

from idekatalog.publishing import supervisor
from mkdocs_idekatalog import building, command, serving
from places import contents

BIN = Path(sys.executable).parent
QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "SOURCE_DATE_EPOCH": "0"}
CONFIG = """\
site_name: Et lille katalog
docs_dir: content
theme: {theme}
plugins: [idekatalog: {{documents: false}}]
"""


@pytest.fixture(autouse=True)
def one_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    """What carries the time of the build carries the same one."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")


def run(*command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, **QUIET}
    return subprocess.run([BIN / command[0], *command[1:]], cwd=cwd, env=environment, capture_output=True, text=True, timeout=120)


def write_config(root: Path, theme: str = "mkdocs", **config: str) -> None:
    extra = "".join(f"{key}: {value}\n" for key, value in config.items())
    (root / "mkdocs.yml").write_text(CONFIG.format(theme=theme) + extra, encoding="utf-8")


def build(root: Path, theme: str = "mkdocs", site: str = "site", **config: str) -> Path:
    """Builds as ``mkdocs build --strict`` does, in this process."""
    write_config(root, theme, **config)
    return build_again(root, site)


def build_again(root: Path, site: str = "site") -> Path:
    loaded = load_config(str(root / "mkdocs.yml"), strict=True, site_dir=str(root / site))
    loaded.plugins.on_startup(command="build", dirty=False)
    mkdocs_build(loaded)
    return root / site


# As ``idekatalog serve`` starts, from a port that is taken.
SERVE = """
import signal
signal.signal(signal.SIGINT, signal.SIG_DFL)
from idekatalog.publishing import supervisor
from mkdocs_idekatalog import serving
supervisor.PORTS = range({first}, {first} + 50)
serving.main()
"""


class Article(html.parser.HTMLParser):
    """The words between the page's h1 and the data for machines: what a guide says, whatever stands around it."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.words: list[str] = []
        self.reading = self.skipping = False
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.reading |= tag == "h1"
        # A generator's own links to a heading are no words of the guide.
        self.skipping = "headerlink" in str(dict(attributes).get("class"))
        if tag == "script" and ("type", "application/ld+json") in attributes:
            self.reading = False

    def handle_endtag(self, tag: str) -> None:
        self.skipping = False

    def handle_data(self, data: str) -> None:
        if self.reading and not self.skipping:
            self.words += data.split()


class Said(Article):
    """The words of a guide, how often each: without the buttons of a screen, and without the steps that the table of roles repeats."""

    def __init__(self, page: Path) -> None:
        self.inside: list[str] = []
        super().__init__(page)
        self.count = Counter(re.findall(r"\w+", " ".join(self.words)))

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        super().handle_starttag(tag, attributes)
        names = str(dict(attributes).get("class")).split()
        button = "btn" in names and (tag == "summary" or "screen" in names)
        if button or tag in (*self.inside[:1], "button", "fieldset", "nav", "label", "thead", "td"):
            self.inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        super().handle_endtag(tag)
        if self.inside and tag == self.inside[-1]:
            self.inside.pop()

    def handle_data(self, data: str) -> None:
        if not self.inside:
            super().handle_data(data)


def test_mkdocs_and_properdocs_build_the_same_pages(small: Path) -> None:
    sites = [build(small, theme="idekatalog", site="mkdocs"), small / "properdocs"]
    done = run("properdocs", "build", "--strict", "--quiet", "--site-dir", "properdocs", "-f", "mkdocs.yml", cwd=small)
    assert done.returncode == 0, done.stderr
    pages = [{path.relative_to(site): Article(path).words for path in site.rglob("index.html")} for site in sites]
    assert pages[0] == pages[1]
    sheet = Path("indsatser/naboaften/tjekliste/index.html")
    assert (sites[0] / sheet).read_bytes() == (sites[1] / sheet).read_bytes()


def test_an_exported_folder_is_built_by_others_with_the_same_words(small: Path, tmp_path: Path) -> None:
    own = build(small, plugins="[idekatalog]")
    done = run("python", "-m", "idekatalog", "export", str(tmp_path / "ud/docs"), cwd=small)
    assert done.returncode == 0, done.stdout + done.stderr
    for generator in ("mkdocs", "zensical"):
        config = "site_name: Et lille katalog\nplugins: []\n" + ("theme: mkdocs\n" if generator == "mkdocs" else "")
        (tmp_path / "ud/mkdocs.yml").write_text(config, encoding="utf-8")
        strict = ["--strict"] if generator == "mkdocs" else []
        done = run(generator, "build", *strict, "-f", "mkdocs.yml", cwd=tmp_path / "ud")
        assert done.returncode == 0, done.stdout + done.stderr
        for guide in ("indsatser/naboaften/index.html", "indsatser/gaardmoede/index.html"):
            assert Said(tmp_path / "ud/site" / guide).count == Said(own / guide).count, (generator, guide)
        assert (tmp_path / "ud/site/indsatser/naboaften/tjekliste/index.html").is_file(), generator


def test_a_name_a_theme_and_the_plugin_are_settings_enough(small: Path) -> None:
    (small / "content").rename(small / "docs")
    index = small / "docs/index.md"
    index.write_text(index.read_text(encoding="utf-8") + "\n## Før I går {#foer}\n\n## Å, så læs\n", encoding="utf-8")
    (small / "mkdocs.yml").write_text("site_name: X\ntheme: idekatalog\nplugins: [idekatalog]\n", encoding="utf-8")
    loaded = load_config(str(small / "mkdocs.yml"), strict=True)
    loaded.plugins.on_startup(command="build", dirty=False)
    mkdocs_build(loaded)
    page = (small / "site/index.html").read_text(encoding="utf-8")
    assert '<html lang="da">' in page
    assert re.findall(r'<h2 id="([^"]*)">.*?title="([^"]*)"', page) == [
        ("foer", "Link til afsnittet"),
        ("aa-saa-laes", "Link til afsnittet"),
    ]
    assert {str(small / folder) for folder in ("interventions", "data")} <= {*loaded.watch}


def test_what_the_settings_say_of_markdown_and_links_is_what_is_done(small: Path) -> None:
    index = small / "content/index.md"
    index.write_text(index.read_text(encoding="utf-8") + "\n## Å, så læs\n", encoding="utf-8")
    toc = "[toc: {slugify: !!python/name:markdown.extensions.toc.slugify_unicode , permalink: false}]"
    site = build(small, theme="idekatalog", markdown_extensions=toc, validation="{links: {anchors: ignore}}")
    assert '<h2 id="å-så-læs">Å, så læs</h2>' in (site / "index.html").read_text(encoding="utf-8")


POST = "---\ndate: 2026-01-02\ncategories: [Nyt]\n---\n\n# Vi går i gang\n\nDer er kaffe.\n"


def test_a_blog_beside_the_catalogue_is_built(small: Path) -> None:
    posts = small / "content/blog/posts"
    posts.mkdir(parents=True)
    (posts.parent / "index.md").write_text("# Blog\n", encoding="utf-8")
    (posts / "kaffe.md").write_text(POST, encoding="utf-8")
    site = build(
        small, theme="material", plugins="[blog, idekatalog: {documents: false}]", nav="[index.md, Nyt: [blog/index.md]]"
    )
    assert (site / "blog/2026/01/02/vi-går-i-gang/index.html").is_file()
    assert (site / "indsatser/naboaften/index.html").is_file()


def test_a_template_that_a_theme_does_not_have_is_told(small: Path) -> None:
    with pytest.raises(Abort, match="Temaet har ikke skabelonen partials"):
        build(small, theme="idekatalog", plugins="[material/search, idekatalog: {documents: false}]")


def test_two_builds_give_the_same_bytes(small: Path) -> None:
    first, second = (build(small, theme="idekatalog", site=name, plugins="[idekatalog]") for name in ("en", "to"))
    files = {path.relative_to(first) for path in first.rglob("*") if path.is_file()}
    assert files == {path.relative_to(second) for path in second.rglob("*") if path.is_file()}
    for file in files:
        assert (first / file).read_bytes() == (second / file).read_bytes(), file


def test_a_build_that_fails_on_its_way_leaves_the_site(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = contents(build(small))
    monkeypatch.setattr("mkdocs.commands.build.get_navigation", lambda *_, **__: (_ for _ in ()).throw(OSError("no space")))
    with pytest.raises(Abort, match="no space"):
        build_again(small)
    assert contents(small / "site") == before


def test_a_site_that_a_stopped_build_left_aside_is_found_again(small: Path) -> None:
    before = contents(build(small))
    guide = Path("indsatser/naboaften/index.html")
    os.utime(small / "site" / guide, (0, 0))
    (small / "site").rename(small / ".site-aside")
    assert contents(build(small)) == before
    assert (small / "site" / guide).stat().st_mtime == 0
    assert not (small / ".site-aside").exists()


def test_a_broken_draft_stops_nobody_else(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft = (small / "interventions/gaardmoede.md").read_text(encoding="utf-8").replace("udgivet", "kladde")
    (small / "interventions/sommerfest.md").write_text(draft.replace("titel:", "\ttitel:"), encoding="utf-8")
    site = build(small)
    assert (site / "indsatser/naboaften/index.html").is_file()
    assert not (site / "indsatser/sommerfest").exists()
    # But what readers see must not lead to it.
    record = small / "interventions/gaardmoede.md"
    record.write_text(record.read_text(encoding="utf-8") + "\n[Fest](sommerfest)\n", encoding="utf-8")
    with pytest.raises(Abort):
        build_again(small)
    assert "'sommerfest' er en kladde, som læserne ikke ser" in capsys.readouterr().err


def test_a_catalogue_that_cannot_be_read_at_all_is_a_page_with_the_problems(small: Path) -> None:
    write_config(small, "idekatalog", nav="[index.md]")
    (small / "interventions/naboaften.md").write_bytes(b"---\n\tnummer: 1\n---\n")
    config = load_config(str(small / "mkdocs.yml"), strict=True)
    config.plugins.on_startup(command="serve", dirty=False)
    mkdocs_build(config)
    for page in ("index.html", "404.html"):
        text = (small / "site" / page).read_text(encoding="utf-8")
        assert "interventions/naboaften.md, linje 2" in text, page
        assert "Siden er tom så længe." in text, page


@pytest.mark.parametrize("when", ["while it starts", "while it serves"])
def test_ctrl_c_ends_without_a_word(small: Path, when: str) -> None:
    write_config(small)
    with (
        socket.create_server((supervisor.HOST, 0)) as used,
        subprocess.Popen(
            [sys.executable, "-c", SERVE.format(first=used.getsockname()[1])],
            cwd=small, env={**os.environ, **QUIET}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True,
        ) as server,
    ):  # fmt: skip
        assert server.stdout
        said = server.stdout.readline() + server.stdout.readline()
        if when == "while it serves":
            address = re.search(r"http://\S+", said)
            assert address
            answered(address[0])
        # As a terminal does: to every process that the command has started.
        os.killpg(server.pid, signal.SIGINT)
        said += server.communicate(timeout=60)[0]
    lines = said.splitlines()
    assert [re.sub(r"\d+", "N", line) for line in lines] == [
        "Port N er i brug af et andet program, måske idekatalog serve i et andet vindue.",
        "Åbn http://N.N.N.N:N om et øjeblik. Stop med Ctrl+C.",
    ]  # fmt: skip


def answered(address: str) -> None:
    """Returns when somebody answers there."""
    for _ in range(600):
        with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=60):
            return
        Event().wait(0.1)
    pytest.fail(f"{address} gives no answer")


def test_while_somebody_writes_a_file_is_made_when_it_is_asked_for(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    # A code point that stands for no character yet, which only the press finds.
    unassigned = "\u0378"
    record = small / "interventions/gaardmoede.md"
    record.write_text(record.read_text(encoding="utf-8").replace("titel: ", f"titel: {unassigned} ", 1), encoding="utf-8")
    write_config(small, "idekatalog", plugins="[idekatalog]")
    config = load_config(str(small / "mkdocs.yml"))
    config.plugins.on_startup(command="serve", dirty=False)
    mkdocs_build(config)
    site = small / "site"
    server = LiveReloadServer(lambda: None, host="127.0.0.1", port=0, root=str(site))
    app = config.plugins["idekatalog"].on_serve(server, config=config, builder=None).get_app()

    def ask(path: str) -> str:
        statuses: list[str] = []
        answer = app({"PATH_INFO": path}, lambda status, headers: statuses.append(status))
        b"".join(answer)
        getattr(answer, "close", lambda: None)()
        return statuses[0]

    assert not (site / "indsatser").exists()
    assert ask("/indsatser/naboaften/") == "200 OK"
    assert [path.name for path in (site / "indsatser").iterdir()] == ["naboaften"]
    assert ask("/indsatser/gaardmoede") == "302 Found"
    assert ask("/indsatser/naboaften/tjekliste.pdf") == "200 OK"
    assert ask("/indsatser/findes-ikke/") == "404 Not Found"
    assert ask("/indsatser/gaardmoede/guide.pdf") == "500 Internal Server Error"
    assert r"tegnet \u{378} kan ikke trykkes" in capsys.readouterr().err
    server.server_close()


def test_what_is_asked_for_while_a_build_empties_the_folder_is_there_all_the_same(small: Path) -> None:
    write_config(small)
    config = load_config(str(small / "mkdocs.yml"))
    config.plugins.on_startup(command="serve", dirty=False)
    mkdocs_build(config)
    server = LiveReloadServer(lambda: mkdocs_build(config), host="127.0.0.1", port=0, root=str(small / "site"))
    answer = server.serve_request

    def answer_after_a_build(environ: dict[str, str], start_response: object) -> object:
        server.builder()
        return answer(environ, start_response)  # type: ignore[arg-type]

    server.serve_request = answer_after_a_build  # type: ignore[assignment, method-assign]
    app = config.plugins["idekatalog"].on_serve(server, config=config, builder=None).get_app()
    statuses: list[str] = []
    found = app({"PATH_INFO": "/indsatser/naboaften/"}, lambda status, headers: statuses.append(status))
    assert statuses == ["200 OK"]
    assert b"Naboaften" in b"".join(found)
    found.close()
    server.server_close()


def test_a_page_that_claims_a_records_address_stops_the_build(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (small / "content/indsatser").mkdir()
    (small / "content/indsatser/naboaften.md").write_text("# Min egen side\n", encoding="utf-8")
    with pytest.raises(Abort):
        build(small)
    assert "vil have adressen /indsatser/naboaften/, som interventions/naboaften.md har" in capsys.readouterr().err


@pytest.mark.parametrize("page", ["indsatser/naboaften", "indsatser"])
def test_rediger_opens_the_record_a_page_came_from(small: Path, page: str) -> None:
    record = {"indsatser/naboaften": "interventions/naboaften.md", "indsatser": "data/chapters/indsatser.md"}[page]
    config = {"repo_url": "https://example.org/repo", "edit_uri": "edit/main/content/"}
    site = build(small, theme="idekatalog", **config)
    assert f'href="https://example.org/repo/edit/main/{record}"' in (site / page / "index.html").read_text(encoding="utf-8")


SLIP = "site_name: Et\n x: [\n"
TOLD = "mkdocs.yml:2: yaml: linjen er rykket anderledes ind end linjen over; ryk felter, der hører sammen, lige langt ind\n"


def test_settings_that_cannot_be_read_are_one_line_in_danish(
    small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(small)
    for written, told in ((SLIP, TOLD), (None, "mkdocs.yml:1: fil: kan ikke læses: filen eller mappen findes ikke;")):
        for start in (lambda: building.main(".site"), serving.main):
            (small / "mkdocs.yml").write_text(written) if written else (small / "mkdocs.yml").unlink(missing_ok=True)
            assert start() == 1
            out, err = capsys.readouterr()
            assert (out, err.count("\n"), err.startswith(told)) == ("", 1, True)


def test_a_build_that_fails_ends_in_danish(
    small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(small)
    write_config(small)
    (small / "interventions/x.md").write_text("x", encoding="utf-8")
    monkeypatch.setattr("mkdocs_idekatalog.building.os.environ", dict(os.environ))
    assert building.main(".site") == 1
    out, err = capsys.readouterr()
    assert (out, err.splitlines()) == (
        "",
        [
            "Kataloget har fejl:",
            "interventions/x.md:1: fil: begynder ikke med ---; lad første linje være --- og skriv felterne under den",
            "Der er ikke bygget noget. Ret fejlene, og prøv igen.",
        ],
    )


def test_the_one_command_builds_beside_the_site_and_then_takes_its_place(
    small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_config(small)
    monkeypatch.chdir(small / "data")
    monkeypatch.setattr("mkdocs_idekatalog.building.os.environ", dict(os.environ))
    assert command.main(["build"]) == 0
    assert capsys.readouterr() == ("Kataloget er bygget i mappen site.\n", "")
    before = contents(small / "site")
    assert "indsatser/naboaften/index.html" in before
    (small / "interventions/x.md").write_text("x", encoding="utf-8")
    assert command.main(["build"]) == 1
    out, err = capsys.readouterr()
    assert (out, err.splitlines()[-1]) == ("", command.NOT_BUILT)
    assert contents(small / "site") == before


def test_the_one_command_serves_the_catalogue_it_stands_in(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_config(small)
    monkeypatch.chdir(small / "data")
    started: list[str] = []

    def supervise(server: Callable[[str, int], Sequence[str]], code: object) -> int:
        started.extend((str(Path.cwd()), server("h", 1)[-1], server("h", 1)[-1]))
        return 0

    monkeypatch.setattr(serving, "supervise", supervise)
    assert command.main(["serve", "--open"]) == 0
    # A server that is started anew does not open the browser again.
    first, again = (f"from mkdocs_idekatalog.serving import serve; serve('h', 1, {opens})" for opens in (True, False))
    assert started == [str(small), first, again]


def test_without_a_repository_no_page_offers_to_edit(small: Path) -> None:
    site = build(small, theme="idekatalog", edit_uri="edit/main/content/")
    assert "edit/main" not in (site / "indsatser/naboaften/index.html").read_text(encoding="utf-8")


def test_the_address_of_the_site_stands_on_what_is_printed(small: Path) -> None:
    site = build(small, site_url="https://example.org/katalog/")
    sheet = (site / "indsatser/naboaften/tjekliste/index.html").read_text(encoding="utf-8")
    assert "https://example.org/katalog/indsatser/naboaften/tjekliste/" in sheet


def test_every_page_names_the_one_address_that_is_its_own(small: Path) -> None:
    site = build(small, theme="idekatalog", site_url="https://example.org/katalog/")
    for file in site.rglob("index.html"):
        own = "https://example.org/katalog/" + file.relative_to(site).as_posix().removesuffix("index.html")
        assert re.findall(r'<link rel="canonical" href="(.*?)">', file.read_text(encoding="utf-8")) == [own]
    assert "canonical" not in (site / "404.html").read_text(encoding="utf-8")


def test_a_catalogue_may_be_built_without_pdf_and_word(small: Path) -> None:
    site = build(small)
    assert [file.name for file in site.rglob("*") if file.suffix in (".pdf", ".docx")] == []
    assert "guide.pdf" not in (site / "indsatser/naboaften/index.html").read_text(encoding="utf-8")


def test_a_server_is_mkdocs_own_that_ends_with_whoever_began_it(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[object] = []
    for name in QUIET.keys() - {"SOURCE_DATE_EPOCH"}:
        monkeypatch.setenv(name, "")
    monkeypatch.setattr(serving, "end_with_parent", lambda: said.append("ends"))
    monkeypatch.setattr("mkdocs.__main__.cli.main", lambda arguments, **_: said.append(arguments))
    serving.serve("127.0.0.1", 8000, True)
    assert said == ["ends", ["serve", "--quiet", "--livereload", "-a", "127.0.0.1:8000", "--open"]]
    assert os.environ["NO_MKDOCS_2_WARNING"] == "1"
