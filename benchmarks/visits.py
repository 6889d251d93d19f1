"""What a visit costs, in a real browser: the first result of a search, and all that is fetched to read a guide."""

import functools
import gzip
import http.server
import shutil
import statistics
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Response, sync_playwright

GUIDE = "indsatser/dialograad/"
WORD = "tryghed"
# What people type: a word, a compound, a slip, half a word, a sentence, what no page has.
QUERIES = ("tryghed", "opgangsmøder", "tryghedsvandirng", "foræld", "unge der hænger ud ved butikkerne", "kommune", "xyzzy")

SHIFTS = """() => new Promise(told => {
    let sum = 0
    new PerformanceObserver(list => { for (const shift of list.getEntries()) sum += shift.value })
        .observe({ type: "layout-shift", buffered: true })
    setTimeout(() => told(sum), 500)
})"""


# Looked for at every frame: Playwright itself waits longer and longer between two looks, up to half a second.
FIRST_RESULT = """([field, result]) => {
    window.firstResult = new Promise((told, refused) => {
        const look = start => {
            const shown = document.querySelector(result)?.checkVisibility({ visibilityProperty: true })
            if (shown) told(performance.now() - start)
            else requestAnimationFrame(() => look(start))
        }
        setTimeout(refused, 120_000, Error("no result"))
        document.querySelector(field).addEventListener("keydown", key => look(key.timeStamp), { once: true })
    })
}"""


@dataclass(frozen=True)
class Site:
    """A built site: where one types, and where the first result shows."""

    folder: Path
    field: str
    result: str


def ours(folder: Path) -> Site:
    return Site(folder, "#soegefelt", "#soegeforslag [role=option] strong")


def material(folder: Path) -> Site:
    return Site(folder, "[data-md-component=search-query]", ".md-search-result__item")


@contextmanager
def browser() -> Iterator[Browser]:
    """Chromium of this machine, or else Playwright's own."""
    path = next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-background-networking"])
        yield started
        started.close()


def first_result(site: Site, browser: Browser) -> tuple[float, int]:
    """Seconds from the first key to the first result, on a first visit to a guide, and the compressed bytes fetched for it."""
    with _served(site.folder) as address:
        page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
        page.goto(address + GUIDE, wait_until="load")
        answers: list[Response] = []
        page.on("response", lambda answer: answers.append(answer))
        page.evaluate(FIRST_RESULT, [site.field, site.result])
        page.locator(site.field).focus()
        page.keyboard.type(WORD)
        seconds = page.evaluate("firstResult") / 1000
        fetched = sum(_weight(answer.url, answer.body()) for answer in answers)
        page.context.close()
    return seconds, fetched


def cold_load(site: Site, browser: Browser) -> tuple[int, int, float]:
    """Requests and compressed bytes of all that a guide fetches on a first visit, and how much of it moves while it loads.

    What moves is the sum of the browser's layout shifts, where 0 is nothing and below 0.1 counts as good.
    """
    with _served(site.folder) as address:
        page = browser.new_context().new_page()
        answers: list[Response] = []
        page.on("response", lambda answer: answers.append(answer))
        page.goto(address + GUIDE, wait_until="networkidle")
        moved = page.evaluate(SHIFTS)
        weights = [_weight(answer.url, answer.body()) for answer in answers]
        page.context.close()
    return len(weights), sum(weights), moved


def engine(site: Site, browser: Browser) -> tuple[float, dict[str, float]]:
    """Milliseconds until our index is ready, and the median for each query after that."""
    with _served(site.folder) as address:
        page = browser.new_page()
        page.goto(address + GUIDE)
        ready, times = page.evaluate(
            """async ([queries, rounds]) => {
                const { Engine } = await import("/assets/soeg/engine.js")
                const json = async path => (await fetch(`/assets/soeg/${path}`)).json()
                const begun = performance.now()
                const engine = new Engine(await json("indeks.json"), number => json(`indeks/${number}.json`))
                const ready = performance.now() - begun
                const times = queries.map(() => [])
                for (let round = 0; round < rounds; round++) {
                    for (const [number, query] of queries.entries()) {
                        const start = performance.now()
                        await engine.search(query)
                        times[number].push(performance.now() - start)
                    }
                }
                return [ready, times]
            }""",
            [QUERIES, 5],
        )
        page.close()
    return ready, dict(zip(QUERIES, map(statistics.median, times), strict=True))


def _weight(url: str, body: bytes) -> int:
    return len(body) if url.endswith((".woff2", ".png", ".webp", ".jpg")) else len(gzip.compress(body, mtime=0))


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *arguments: object) -> None:
        pass
