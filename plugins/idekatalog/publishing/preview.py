"""The site while somebody writes: built anew at every save, shown with what is wrong, and no file made before a browser asks."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from ..catalogue import Catalogue
from ..files.load import load, pages_of, published
from ..files.walk import LINK
from ..language import words
from ..reading.memory import recalling
from ..reading.problems import InvalidCatalogue
from ..reading.unexpected import about, problem
from .artefacts import publish
from .build import Job, Output, Published, Refused, checked, tell, why, write
from .cache import Store, cached
from .notice import notice, on_top
from .on_demand import App, on_demand


class Preview(Published):
    """Shows a site over and over, each time in the order ``start``, ``write``, ``finish``, as Build does."""

    def __init__(self) -> None:
        self._language, self._memory = words.DANISH, recalling()
        self._complete = False
        self._outputs: dict[str, Output] = {}
        # What stands on top of every page while the catalogue has problems.
        self.notice = ""

    def start(self, job: Job) -> None:
        """Reads and checks the catalogue; what is wrong is told and becomes the notice, and what was there before stays.

        Raises Refused where a link would show what is not the catalogue's.
        """
        self._job = job
        words.use(job.language)
        if job.language != self._language:
            self._language, self._memory = job.language, recalling()
        try:
            self._publish(checked(load(job.root, self._memory, job.pages), job))
            self._complete, self.notice = True, ""
        except Exception as error:
            found = error if isinstance(error, InvalidCatalogue) else InvalidCatalogue([problem(error, "katalog")])
            tell(found)
            pages = (job.pages or pages_of(job.root)).folder
            if any(one.message == LINK and f"{one.origin.path}/".startswith(f"{pages}/") for one in found.problems):
                # The generator would follow it, and show what it leads to.
                raise Refused("Siden kan ikke vises, før linket er væk.") from None
            self.notice = notice(found.problems, self._meanwhile())

    def write(self, outputs: Sequence[Output]) -> None:
        """Writes none of the outputs before somebody asks for it."""
        self._outputs = {output.path: output for output in outputs}

    def content(self, output: Output) -> bytes:
        """The bytes of a file; a page that no theme is laid around carries the notice too."""
        with about(output.source):
            content = output.make()
        return on_top(content.decode(), self.notice).encode() if self.notice and output.path.endswith(".html") else content

    def finish(self) -> None:
        """Nothing is left to do."""

    def abandon(self, error: Exception) -> str | None:
        """Says in Danish what happened; None where a developer wants to see it."""
        return why(error)

    def on_demand(self, answer: App, build: Callable[[], None], prefix: str = "/") -> tuple[App, Callable[[], None]]:
        """A server's ``answer`` and ``build`` which make a file when somebody asks for it; see on_demand."""
        return on_demand(answer, build, self.make, self._refuse, prefix)

    def make(self, paths: Collection[str]) -> None:
        """Writes those of the paths that are files of the site and not there yet."""
        for path in paths:
            if path in self._outputs and not (self._job.folder / path).is_file():
                write(self._job.folder / path, self.content(self._outputs[path]))

    def _refuse(self, error: Exception, path: str) -> str:
        invalid = error if isinstance(error, InvalidCatalogue) else InvalidCatalogue([problem(error, path)])
        tell(invalid)
        return notice(invalid.problems, "Filen kan ikke laves så længe.")

    def _publish(self, catalogue: Catalogue) -> None:
        # A document is made only when somebody asks for it.
        press = cached(Store(self._job.root)) if self._job.documents else None
        self.artefacts = publish(catalogue, self._job.site, press, False, self._memory)
        self.catalogue = catalogue

    def _meanwhile(self) -> str:
        """Sees to it that the site shows what it can while somebody mends the catalogue, and says what."""
        if self._complete:
            return "Siden viser det, den viste før."
        try:
            catalogue = published(self._job.root, self._memory, pages=self._job.pages)
            self._publish(replace(catalogue, name=self._job.name, icon=self._job.icon))
        except Exception:
            return "Siden er tom så længe."
        return "Siden viser så længe kun det, der er udgivet."
