"""The words of the engine in the language of the site.

The words stand in the code in Danish, and are what gettext calls a message id: a catalogue in Danish reads no file. Those of the
other languages are ``locale/<language>.po``. Only what is shown is translated, when it is shown: ``use`` may be called after a
module has been imported, so a constant is ``marked`` and translated where it is used. ``make words`` finds all of them.
"""

from collections.abc import Mapping
from pathlib import Path

DANISH = "da"
LANGUAGES = (DANISH, "nb", "sv", "en")
REGIONS = {DANISH: "da-DK", "nb": "nb-NO", "sv": "sv-SE", "en": "en-GB"}
"""Each language as it is written in one country, by the name that browsers and Word know that by."""

LOCALE = Path(__file__).parent / "locale"

Words = Mapping[str | tuple[str, str], str | tuple[str, str]]
"""A translation of each text; of a text for one and one for many, there are two."""

_code: str = DANISH
_words: Words = {}
_danish: dict[object, str] = {}


def use(language: str, words: Words | None = None) -> None:
    """Translates into ``language`` from now on, one of ``LANGUAGES``; ``words`` are its words, unless those of its file."""
    global _code, _words, _danish
    _code, _words = language, translations(language) if words is None else words
    _danish = {translated: danish for danish, translated in _words.items() if isinstance(danish, str)}


def code() -> str:
    """The language that is translated into."""
    return _code


def region() -> str:
    """The language that is translated into, with its country: ``en-GB``."""
    return REGIONS[_code]


def _(danish: str) -> str:
    """The text in the language of the site; in Danish where nobody has translated it.

    What varies stands in braces: ``_("Kort over {sted}").format(sted=name)``.
    """
    return _words.get(danish, danish)  # type: ignore[return-value]


def danish(text: str) -> str:
    """The Danish of a text that has been translated, or any other text as it is: anchors are the same in every language."""
    return _danish.get(text, text)


def plural(one: str, many: str, count: int) -> str:
    """The text for one or for many, as ``_`` has it, with the number: ``plural("{n} guide", "{n} guider", 3)``."""
    return _words.get((one, many), (one, many))[count != 1].format(n=count)


def marked(danish: str) -> str:
    """The text as it is: a constant that ``_`` translates where it is used."""
    return danish


def translations(language: str, folder: str = "") -> Words:
    """The words of a language, or only those that stand in a ``folder`` of the engine, such as ``/browser/``."""
    if language == DANISH:
        return {}
    # Of no use to a catalogue in Danish.
    from babel.messages.pofile import read_po

    with (LOCALE / f"{language}.po").open("rb") as file:
        catalogue = read_po(file, locale=language)
    return {
        _one_or_two(message.id): _one_or_two(message.string or "")
        for message in catalogue
        if message.id and any(folder in place for place, _line in message.locations)
    }


def _one_or_two(text: str | list[str] | tuple[str, ...]) -> str | tuple[str, str]:
    return text if isinstance(text, str) else (text[0], text[1])
