"""A section of a record, with links to the records it names and the words it explains."""

from .. import addresses
from ..catalogue import Catalogue
from ..document import read
from ..document.nodes import Blocks
from ..document.terms import Terms
from ..reading.text import references


def prose(text: str, catalogue: Catalogue, words: Terms | None = None) -> Blocks:
    """The Markdown of a section as blocks; ``words`` are explained where the page uses them first."""
    named = (target for kind, target, _ in references(text) if kind == "link")
    targets = {id: addresses.page(catalogue.by_id[id]) for id in named if id in catalogue.by_id}
    return read.prose(text, targets, words or Terms(()))


def terms(title: str, catalogue: Catalogue) -> Terms:
    """The words that a page with the title explains: all of the glossary but what the whole page is about."""
    about = title.casefold()
    return Terms(entry for entry in catalogue.glossary if not any(form in about for form in entry.folded))
