"""The site while somebody writes: what is wrong is told each time, the site stays, and a file is made when it is asked for."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from idekatalog.publishing.on_demand import on_demand
from idekatalog.publishing.preview import Preview
from places import contents
from sites import show

GUIDE, SHEET = "indsatser/naboaften/index.md", "indsatser/naboaften/tjekliste/index.html"


def break_a_record(root: Path) -> None:
    (root / "interventions/naboaften.md").write_bytes(b"---\n\tnummer: 1\n---\n")


def server(folder: Path) -> Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]:
    """As much of a server as asks the folder for a file."""

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        path = environ["PATH_INFO"]
        file = folder / path.lstrip("/") / ("index.html" if path.endswith("/") else "")
        start_response("200 OK" if file.is_file() else "404 Not Found", [])
        return [file.read_bytes() if file.is_file() else b""]

    return answer


def ask(app: Callable[..., Iterable[bytes]], path: str) -> tuple[str, str]:
    """The status and the content of an answer."""
    statuses: list[str] = []
    content = b"".join(app({"PATH_INFO": path}, lambda status, headers: statuses.append(status)))
    return statuses[0], content.decode()


def test_a_broken_record_is_told_every_time_and_the_site_stays(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = Preview()
    show(site, small)
    before = site.artefacts
    break_a_record(small)
    for _ in range(2):
        show(site, small)
        assert "interventions/naboaften.md:2: yaml: linjen er rykket ind med tabulator" in capsys.readouterr().err
        assert site.artefacts == before
        assert "Siden viser det, den viste før." in site.notice


def test_at_first_only_what_is_published_is_shown_beside_a_draft_that_cannot_be_read(small: Path) -> None:
    draft = (small / "interventions/gaardmoede.md").read_text(encoding="utf-8").replace("udgivet", "kladde")
    (small / "interventions/sommerfest.md").write_text(draft.replace("titel:", "\ttitel:"), encoding="utf-8")
    site = Preview()
    show(site, small)
    assert GUIDE in {artefact.uri for artefact in site.artefacts}
    assert "Siden viser så længe kun det, der er udgivet." in site.notice


def test_a_catalogue_that_cannot_be_read_at_all_shows_the_problems_alone(small: Path) -> None:
    break_a_record(small)
    site = Preview()
    show(site, small)
    assert not site.artefacts
    assert "interventions/naboaften.md, linje 2" in site.notice
    assert "Siden er tom så længe." in site.notice


def test_a_file_is_made_when_it_is_asked_for_and_carries_the_notice(small: Path) -> None:
    site = Preview()
    folder = show(site, small)
    app, _ = site.on_demand(server(folder), lambda: None)
    assert not folder.exists()
    assert ask(app, "/indsatser/naboaften/tjekliste/")[0] == "200 OK"
    assert list(contents(folder)) == [SHEET]
    assert ask(app, f"/{GUIDE}")[0] == "200 OK"
    assert ask(app, "/indsatser/findes-ikke/")[0] == "404 Not Found"
    break_a_record(small)
    (folder / SHEET).unlink()
    show(site, small)
    status, page = ask(app, "/indsatser/naboaften/tjekliste/")
    assert status == "200 OK"
    assert "rykket ind med tabulator" in page


def test_a_file_that_cannot_be_made_is_an_answer_with_its_record(
    small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> str:
        raise ValueError("uha")

    monkeypatch.setattr("idekatalog.publishing.artefacts.frames.sheet", broken)
    site = Preview()
    app, _ = site.on_demand(server(show(site, small)), lambda: None)
    status, page = ask(app, "/indsatser/naboaften/tjekliste/")
    assert status == "500 Internal Server Error"
    assert "interventions/naboaften.md" in page
    assert "Traceback" not in capsys.readouterr().err


def test_what_is_asked_for_while_a_build_empties_the_folder_is_there_all_the_same(tmp_path: Path) -> None:
    file = tmp_path / "side/index.html"

    def make(paths: Iterable[str]) -> None:
        if "side/index.html" in paths and not file.is_file():
            file.parent.mkdir(exist_ok=True)
            file.write_text("Siden")

    def answer_after_a_build(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        rebuild()
        return server(tmp_path)(environ, start_response)

    app, rebuild = on_demand(answer_after_a_build, lambda: file.unlink(), make, lambda error, path: "")
    assert ask(app, "/side/") == ("200 OK", "Siden")


def test_a_site_below_a_path_of_the_server_is_asked_without_it() -> None:
    asked: list[tuple[str, ...]] = []
    answer = server(Path("findes-ikke"))
    app, _ = on_demand(answer, lambda: None, lambda paths: asked.append(tuple(paths)), lambda error, path: "", prefix="/katalog/")
    ask(app, "/katalog/indsatser/gård/".encode().decode("latin-1"))
    assert asked == [("indsatser/gård/", "indsatser/gård/index.html")]
