"""Danish text to the ASCII that ids, file names and addresses are made of."""

import re
import unicodedata
from functools import lru_cache

_DANISH = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


# Most headings stand on every page.
@lru_cache(maxsize=10_000)
def slug(text: str, separator: str = "-") -> str:
    """``Fædre på banen!`` to ``faedre-paa-banen``; "" where the text has no letter or digit.

    The signature is the one Markdown's table of contents calls, so headings get the same addresses.
    """
    folded = unicodedata.normalize("NFC", text).lower().translate(_DANISH)
    ascii_only = unicodedata.normalize("NFKD", folded).encode("ascii", "ignore").decode()
    return separator.join(re.findall(r"[a-z0-9]+", ascii_only))
