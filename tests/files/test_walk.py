"""What lies in a catalogue is what it seems to be, or it is a problem with its path and what to do."""

import os
import socket
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from idekatalog.files import new, walk
from idekatalog.files.load import external_links, load, published
from idekatalog.publishing import swap
from idekatalog.publishing.compression import compress
from idekatalog.publishing.export import export
from idekatalog.publishing.swap import replace
from idekatalog.reading.problems import InvalidCatalogue, Problem
from idekatalog.reading.wording import Pages
from idekatalog.records.kinds import KINDS
from idekatalog.records.practice import Intervention
from places import contents

NAME = "giv filen et navn af a-z, tal og bindestreger"
LINK = "er et link til et andet sted; læg selve filen eller mappen her i stedet for linket"


def put(path: str, content: bytes = b"x") -> Callable[[Path], None]:
    def do(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)

    return do


def link(path: str, to: str) -> Callable[[Path], None]:
    def do(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).symlink_to(to)

    return do


def swapped(path: str) -> Callable[[Path], None]:
    """The file or folder moves away, and a link to it takes its place."""

    def do(root: Path) -> None:
        (root / path).rename(root / "andetsteds")
        (root / path).symlink_to(root / "andetsteds")

    return do


def sparse(path: str, size: int) -> Callable[[Path], None]:
    def do(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        with (root / path).open("ab") as file:
            file.truncate(size)

    return do


def bound(path: str) -> Callable[[Path], None]:
    def do(root: Path) -> None:
        before = Path.cwd()
        os.chdir((root / path).parent)  # The path of a socket must be short.
        with socket.socket(socket.AF_UNIX) as made:
            made.bind((root / path).name)
        os.chdir(before)

    return do


CASES: dict[str, tuple[Callable[[Path], None], str]] = {
    "a link to a file": (link("content/billeder/x.png", "/etc/passwd"), f"content/billeder/x.png:1: fil: {LINK}"),
    "a link to a folder": (link("content/billeder/etc", "/etc"), f"content/billeder/etc:1: fil: {LINK}"),
    "a link within the catalogue": (link("content/b.md", "index.md"), f"content/b.md:1: fil: {LINK}"),
    "a link that leads nowhere": (link("content/b.md", "findes-ikke"), f"content/b.md:1: fil: {LINK}"),
    "a link to itself": (link("content/b.md", "b.md"), f"content/b.md:1: fil: {LINK}"),
    "a folder in a ring": (link("content/ring", "."), f"content/ring:1: fil: {LINK}"),
    "a hidden folder in a ring": (link("content/.ring", "."), f"content/.ring:1: fil: {LINK}"),
    "a record that is a link": (link("interventions/x.md", "/etc/passwd"), f"interventions/x.md:1: fil: {LINK}"),
    "a list that is a link": (swapped("data/vocabulary/roller.yml"), f"data/vocabulary/roller.yml:1: fil: {LINK}"),
    "a publisher that is a link": (swapped("data/udgiver.yml"), f"data/udgiver.yml:1: fil: {LINK}"),
    "a plan that is a link": (link("data/map/omraade.svg", "/dev/zero"), f"data/map/omraade.svg:1: fil: {LINK}"),
    "the records elsewhere": (swapped("interventions"), f"interventions:1: fil: {LINK}"),
    "the pages elsewhere": (swapped("content"), f"content:1: fil: {LINK}"),
    "a folder of data elsewhere": (swapped("data/films"), f"data/films:1: fil: {LINK}"),
    "a pipe": (lambda root: os.mkfifo(root / "content/p.md"), "content/p.md:1: fil: er ikke en almindelig fil; slet den"),
    "a pipe of records": (
        lambda root: os.mkfifo(root / "interventions/p.md"), "interventions/p.md:1: fil: er ikke en almindelig fil; slet den"),
    "a pipe of data": (lambda root: os.mkfifo(root / "data/p.yml"), "data/p.yml:1: fil: er ikke en almindelig fil; slet den"),
    "a socket": (bound("content/s.md"), "content/s.md:1: fil: er ikke en almindelig fil; slet den"),
    "a folder that is called a page": (
        put("content/x.md/y.md"), "content/x.md:1: mappe: er en mappe, men hedder som en fil; giv mappen et navn uden .md"),
    "a folder that is called a record": (
        put("interventions/x.md/y.md"),
        "interventions/x.md:1: mappe: er en mappe, og posterne i den bliver ikke læst; læg posterne i interventions"),
    "records further down": (
        put("interventions/gamle/y.md"),
        "interventions/gamle:1: mappe: er en mappe, og posterne i den bliver ikke læst; læg posterne i interventions"),
    "methods further down": (
        put("data/methods/gamle/y.md"),
        "data/methods/gamle:1: mappe: er en mappe, og posterne i den bliver ikke læst; læg posterne i data/methods"),
    "a folder nobody reads": (
        put("data/metoder/y.md"),
        "data/metoder:1: mappe: er en mappe, som ingen læser; flyt filerne til data/areas, data/chapters, data/examples, "
        "data/films, data/map, data/methods, data/templates, data/vocabulary"),
    "a folder in a folder nobody reads": (
        put("data/vocabulary/x/y.yml"), "data/vocabulary/x:1: mappe: er en mappe, som ingen læser; flyt filerne, eller slet mappen"),
    "a record among the data": (
        put("data/y.md"), "data/y.md:1: fil: ligger, hvor ingen læser den; flyt den til mappen for sin slags post"),
    "a record among the lists": (
        put("data/vocabulary/y.md"),
        "data/vocabulary/y.md:1: fil: ligger, hvor ingen læser den; flyt den til mappen for sin slags post"),
    "a picture among the data": (
        put("data/map/y.png"), "data/map/y.png:1: fil: ligger, hvor ingen læser den; flyt den, eller slet den"),
    "a script": (put("content/x.js"), "content/x.js:1: fil: er af en slags, som ikke kan udgives; brug en af disse: .avif, .csv, "
        ".docx, .gif, .ico, .jpeg, .jpg, .md, .pdf, .png, .svg, .txt, .webp, .xlsx; eller flyt filen"),
    "a name in other bytes": (
        lambda root: put("content/" + os.fsdecode(b"b\xf8rn.md"))(root), rf"content/b\xf8rn.md:1: navn: navnet er ikke UTF-8; {NAME}"),
    "a record's name in other bytes": (
        lambda root: put("interventions/" + os.fsdecode(b"\xff.md"))(root), rf"interventions/\xff.md:1: navn: navnet er ikke UTF-8; {NAME}"),
    "a name over two lines": (
        put("content/a\n::error::b.md"), rf"content/a\n::error::b.md:1: navn: navnet har et tegn, som ikke kan ses; {NAME}"),
    "a name that speaks to a terminal": (
        put("data/\x1b[2Ja.yml"), rf"data/\x1b[2Ja.yml:1: navn: navnet har et tegn, som ikke kan ses; {NAME}"),
    "a name that turns around": (
        put("content/a\u202egnp.md"), rf"content/a\u202egnp.md:1: navn: navnet har et tegn, som ikke kan ses; {NAME}"),
    "a name of letters in parts": (
        put("content/a\u030a.md"),
        f"content/a\u030a.md:1: navn: navnet har et bogstav sat sammen af to tegn, fx å som a og en ring; {NAME}"),
    "a name that Windows cannot have": (put("content/hvad?.md"), f"content/hvad?.md:1: navn: navnet kan ikke bruges på alle computere; {NAME}"),
    "a name that Windows takes for a device": (put("content/aux.md"), f"content/aux.md:1: navn: navnet kan ikke bruges på alle computere; {NAME}"),
    "two names in one": (put("content/Index.md"), "content/index.md:1: navn: hedder det samme som Index.md, når store og små "
        "bogstaver gælder for det samme; giv den ene et andet navn, eller slet den"),
    "a page too large": (sparse("content/stor.md", 2 << 30), "content/stor.md:1: fil: fylder mere end 1 MB; del teksten i flere filer"),
    "a record too large": (
        sparse("interventions/stor.md", 2 << 30), "interventions/stor.md:1: fil: fylder mere end 1 MB; del teksten i flere filer"),
    "a list too large": (
        sparse("data/glossary.yml", 2 << 30), "data/glossary.yml:1: fil: fylder mere end 1 MB; del teksten i flere filer"),
    "a picture too large": (
        sparse("content/billeder/x.png", 2 << 30), "content/billeder/x.png:1: fil: fylder mere end 10 MB; gør billedet mindre"),
    "a drawing too large": (
        sparse("content/billeder/x.svg", 2 << 30), "content/billeder/x.svg:1: fil: fylder mere end 1 MB; gør billedet mindre"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_what_does_not_belong_is_told_and_nothing_is_published(name: str, small: Path) -> None:
    do, expected = CASES[name]
    do(small)
    for read in (load, published):
        with pytest.raises(InvalidCatalogue) as invalid:
            read(small)
        assert expected in str(invalid.value).splitlines()
    # Whoever looks for links meets it too, and looks on.
    list(external_links(small))


def test_all_that_is_wrong_is_told_at_once(small: Path) -> None:
    for do, _ in (CASES["a link to a file"], CASES["a pipe"], CASES["a script"], CASES["records further down"]):
        do(small)
    with pytest.raises(InvalidCatalogue) as invalid:
        load(small)
    assert [problem.origin.path for problem in invalid.value.problems] == [
        "content/billeder/x.png", "content/p.md", "content/x.js", "interventions/gamle",
    ]  # fmt: skip


def test_what_is_hidden_belongs_to_other_programs(small: Path) -> None:
    before = load(small)
    put("content/.DS_Store")(small)
    put("content/.obsidian/app.js")(small)
    put("interventions/.naboaften.md.swp")(small)
    link("interventions/.#naboaften.md", "user@host.1")(small)
    link("content/.#index.md", "user@host.1")(small)
    assert load(small) == before


def test_what_content_takes_is_published(small: Path) -> None:
    for name in ("a.pdf", "billeder/b.webp", "skemaer/c.docx", "CNAME", "robots.txt"):
        put(f"content/{name}")(small)
    assert {"a.pdf", "billeder/b.webp", "skemaer/c.docx", "CNAME", "robots.txt"} <= set(load(small).pages)


@pytest.mark.parametrize("content", [b"---\nstatus: kladde\n", b"\xff\nstatus: kladde\n"])
def test_a_draft_that_is_too_large_stops_nobody(content: bytes, small: Path) -> None:
    file = small / "interventions/stor.md"
    file.write_bytes(content)
    os.truncate(file, 2 << 30)
    assert [record.id for record in published(small).interventions] == ["naboaften", "gaardmoede"]
    with pytest.raises(InvalidCatalogue):
        load(small)


def test_a_link_that_comes_after_the_walk_is_not_followed(small: Path) -> None:
    found: list[Problem] = []
    seen = walk.walk(small, Pages(), found)
    swapped("content/index.md")(small)
    assert seen.read("content/index.md", found) is None
    assert [problem.origin.path for problem in found] == ["content/index.md"]


def test_a_file_that_is_deleted_meanwhile_is_told(small: Path) -> None:
    found: list[Problem] = []
    seen = walk.walk(small, Pages(), found)
    (small / "content/index.md").unlink()
    assert seen.read("content/index.md", found) is None
    assert str(found[0]) == (
        "content/index.md:1: fil: kan ikke læses: filen eller mappen findes ikke; se, om den er flyttet eller slettet imens"
    )


def test_a_file_nobody_may_open_is_told_with_its_name(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = os.open

    def refuse(path: object, *flags: int) -> int:
        if str(path).endswith("naboaften.md"):
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *flags)  # type: ignore[call-overload, no-any-return]

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(InvalidCatalogue, match=r"interventions/naboaften\.md:1: fil: kan ikke læses: det har du ikke lov til"):
        load(small)


def test_a_folder_nobody_may_open_is_told_with_its_name(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scanned = os.scandir

    def refuse(path: object) -> object:
        if str(path).endswith("interventions"):
            raise PermissionError(13, "Permission denied", str(path))
        return scanned(path)  # type: ignore[call-overload, no-any-return]

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(InvalidCatalogue, match="interventions:1: mappe: kan ikke læses: det har du ikke lov til"):
        load(small)


def test_the_path_of_the_catalogue_itself_may_be_a_link(small: Path, tmp_path: Path) -> None:
    (tmp_path / "genvej").symlink_to(small)
    assert load(tmp_path / "genvej") == load(small)


def test_an_export_holds_nothing_that_the_gate_has_not_seen(small: Path, tmp_path: Path) -> None:
    catalogue = load(small)
    put("content/.hemmelig")(small)
    link("content/etc", "/etc")(small)
    export(catalogue, small, tmp_path / "ud")
    assert not [path for path in contents(tmp_path / "ud") if path.startswith((".", "etc"))]
    swapped("content/index.md")(small)
    with pytest.raises(InvalidCatalogue, match=r"content/index\.md"):
        export(catalogue, small, tmp_path / "ud2")
    assert not (tmp_path / "ud2").exists()


def test_a_new_record_is_written_in_the_catalogue_or_nowhere(small: Path) -> None:
    catalogue = load(small)
    with pytest.raises(InvalidCatalogue, match="titel: er ikke UTF-8"):
        new.create(small, KINDS[Intervention], "sommerfest", "a\udcff", catalogue, date(2026, 11, 24))
    link("interventions/sommerfest.md", "/tmp/findes-ikke")(small)
    with pytest.raises(FileExistsError):
        new.create(small, KINDS[Intervention], "sommerfest", "Sommerfest", catalogue, date(2026, 11, 24))
    (small / "interventions/sommerfest.md").unlink()
    swapped("interventions")(small)
    before = contents(small)
    with pytest.raises(InvalidCatalogue, match="interventions:1: fil: er et link til et andet sted"):
        new.create(small, KINDS[Intervention], "sommerfest", "Sommerfest", catalogue, date(2026, 11, 24))
    assert contents(small) == before


def test_compressing_follows_no_link_and_leaves_no_half_file(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "hemmelig.html").write_bytes(b"x" * 5000)
    (tmp_path / "site/a.html").symlink_to(tmp_path / "hemmelig.html")
    (tmp_path / "site/b.html").write_bytes(b"y" * 5000)
    (tmp_path / "site/b.html.gz").symlink_to(tmp_path / "hemmelig.html")
    os.mkfifo(tmp_path / "site/c.html")
    (tmp_path / "site/d.html").mkdir()
    compress(tmp_path / "site")
    assert sorted(path.name for path in (tmp_path / "site").iterdir()) == [
        "a.html", "b.html", "b.html.br", "b.html.gz", "c.html", "d.html",
    ]  # fmt: skip
    assert (tmp_path / "hemmelig.html").read_bytes() == b"x" * 5000


def test_a_site_that_is_a_link_stays_one_and_leads_to_the_new_site(tmp_path: Path) -> None:
    for name in ("www", ".site"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "side").write_text(name)
    (tmp_path / "site").symlink_to("www")
    replace(tmp_path / "site", tmp_path / ".site")
    assert (tmp_path / "site").is_symlink()
    assert (tmp_path / "www/side").read_text() == ".site"


def test_where_a_folder_cannot_be_moved_the_old_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("site", ".site"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "side").write_text(name)
    monkeypatch.setattr(swap, "_exchange", lambda one, other: False)
    renamed = Path.rename

    def rename(self: Path, target: Path) -> Path:
        if self.name == ".site":
            raise OSError(18, "Invalid cross-device link", str(self))
        return renamed(self, target)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(OSError, match="cross-device"):
        replace(tmp_path / "site", tmp_path / ".site")
    assert contents(tmp_path) == {"site/side": b"site", ".site/side": b".site"}
