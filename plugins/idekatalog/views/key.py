"""What a step is known by, so that what people have written about it finds it again next year."""

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256

from ..language.slug import slug


def keys(texts: Iterable[str]) -> Iterator[str]:
    """A key for each text, the same in every build and different from the others.

    It is made of the words, not of the place in the list: when a step is put in between, no tick moves to its
    neighbour; when a step is put in new words, the old one is gone and the new one is not yet done. A comma or
    a capital letter makes no difference.
    """
    met: Counter[str] = Counter()
    for text in texts:
        words = slug(text)
        met[words] += 1
        again = f"-{met[words]}" if met[words] > 1 else ""
        yield sha256(words.encode()).hexdigest()[:8] + again
