"""What the fonts of the paper have a glyph for: a character without one can be shown on a page and not printed."""

import re

from ..language.words import _

# A character that a variant in colour (U+FE0F) may follow, and that may be joined with another (U+200D): ❤️, 👩‍🏫.
# Nearly https://unicode.org/Public/UCD/latest/ucd/emoji/emoji-data.txt, Extended_Pictographic.
EMOJI = (
    r"\xa9\xae\u203c\u2049\u2122\u2139\u2194-\u21aa\u231a-\u23ff\u24c2\u25aa-\u25fe\u2600-\u27bf\u2934\u2935\u2b05-\u2b55\u3030\u303d"
    r"\u3297\u3299\U0001f000-\U0001faff"
)
# What joins two emoji into one.
JOINER = re.compile(rf"(?<=[{EMOJI}\ufe0f])\u200d(?=[{EMOJI}])")
# The ranges of the fonts in paper/fonts and of those that Typst brings, unassigned code points in between included.
_COVERED = (
    r"\x20-\u04ff\u0510-\u0513\u051a-\u051d\u0531-\u060c\u0615\u061b\u061f\u0621-\u063a\u0640-\u0655\u065a\u0660-\u066d"
    r"\u0674\u0679-\u067b\u067e-\u0680\u0683\u0684\u0686\u0687\u0691\u0698\u06a4\u06a9\u06af\u06be\u06cc\u06f0-\u06f9"
    r"\u0900-\u097f\u0e3f\u0e81-\u0e84\u0e87\u0e88\u0e8a\u0e8d\u0e94-\u0e97\u0e99-\u0e9f\u0ea1-\u0ea7\u0eaa\u0eab"
    r"\u0ead-\u0eb9\u0ebb\u0ebc\u0ec8-\u0ecd\u10d0-\u10ff\u13a0-\u13fd\u1d00-\u1dbf\u1e00-\u2040\u2042\u2044-\u2052"
    r"\u2054-\u20c0\u2100-\u211e\u2120\u2122\u2124\u2126-\u2151\u2153-\u2184\u2189\u2190-\u23ff\u2422\u2423\u2460-\u2606"
    r"\u2609-\u262f\u2638-\u268b\u2690-\u269c\u26a0-\u26a7\u26aa-\u26af\u26b2\u2701-\u2704\u2706-\u2709\u270c-\u2714"
    r"\u2717-\u2726\u272a-\u274b\u274d\u274f-\u2752\u2756\u2758-\u275e\u2761-\u277f\u2794\u2798-\u27af\u27b1-\u2bff"
    r"\u2c60-\u2cff\u2e02-\u2e05\u2e08-\u2e0a\u2e17\u2e18\u2e1f\u2e22-\u2e25\u2e2e\u3012\u3016\u3017\u301a\u301b"
    r"\u302e-\u3030\u3036\u306e\ua46a\ua46b\ua640\ua641\ua648\ua649\ua656\ua657\ua708-\ua716\ua71b-\ua727\ua72d\ua730\ua735"
    r"\ua765\ua789-\ua78e\ua790\ua791\ua793\ua7aa\ua7f8\ua7f9\uab52\uab66\uab70-\uabbf\ufb00-\ufb4f\ufb52-\ufb81"
    r"\ufb8a-\ufb95\ufb9e\ufb9f\ufbaa-\ufbad\ufbe8\ufbe9\ufbfc-\ufbff\ufe00-\ufe0f\ufe66\ufe70-\ufefc\ufffc\ufffd"
    r"\U00010140-\U0001018e\U000102e0-\U000102fb\U0001d106\U0001d107\U0001d400-\U0001d7ff\U0001ee00-\U0001eef1\U0001f12f"
    r"\U0001f6d1\U0001f780-\U0001f7eb\U0001f800-\U0001f8b1"
)
_UNCOVERED = re.compile(rf"[^{_COVERED}\t\n\u200d]")
# A character as its reader sees it: a key, a flag, joined emoji, or a letter with its accents.
_SEEN = re.compile(
    r"[0-9#*]\ufe0f?\u20e3|[\U0001f1e6-\U0001f1ff]{2}"
    rf"|[{EMOJI}][\ufe0f\U0001f3fb-\U0001f3ff]*(?:\u200d[{EMOJI}][\ufe0f\U0001f3fb-\U0001f3ff]*)*"
    r"|.[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]*",
    re.DOTALL,
)
# More of them are a text in another script.
MANY = 10


def unprintable(text: str) -> list[str]:
    """The first few characters of the text that no font has a glyph for, each once; an emoji is one, however it is joined."""
    if not _UNCOVERED.search(text):
        return []
    return list(dict.fromkeys(seen for seen in _SEEN.findall(text) if _UNCOVERED.search(seen)))[:MANY]


def refused(characters: list[str]) -> tuple[str, str]:
    """What to say about characters that cannot be printed: message and remedy."""
    shown = " ".join(characters)
    if len(characters) == 1:
        return _("tegnet {shown} kan ikke trykkes").format(shown=shown), _("slet det, eller skriv det med bogstaver")
    return _("tegnene {shown} kan ikke trykkes").format(shown=shown), _("slet dem, eller skriv dem med bogstaver")
