"""Danish text to ASCII."""

import pytest

from idekatalog.language.slug import slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fædre på banen!", "faedre-paa-banen"),
        ("Øst & Vest", "oest-vest"),
        ("Beboermøde i 2021", "beboermoede-i-2021"),
        ("Cafe\u0301 é", "cafe-e"),
        ("A\u030arhus", "aarhus"),
        ("!?", ""),
    ],
)
def test_letters_digits_and_hyphens_are_left(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_a_slug_is_its_own_slug() -> None:
    assert slug(slug("Ærø til Århus")) == slug("Ærø til Århus")
