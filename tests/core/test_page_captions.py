"""Who took a picture, as captions word it."""

from __future__ import annotations

import pytest

from tasks.core.page.captions import credit_of


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        pytest.param("Trucks wait at the border. Photo: Jan Kowal", "Jan Kowal", id="photo"),
        pytest.param("Trucks wait at the border. Photo by Jan Kowal", "Jan Kowal", id="photo by"),
        pytest.param("Trucks wait at the border / Foto Jan Kowal", "Jan Kowal", id="no colon"),
        pytest.param("Trucks wait at the border (Credits: PTI)", "PTI", id="credits"),
        pytest.param("Trucks wait (Image: Border Guard )", "Border Guard", id="in brackets"),
        pytest.param("Trucks wait. (Jan Kowal / Border Guard)", "Jan Kowal / Border Guard", id="both in brackets"),
        pytest.param("Jan Kowal/Getty Images", "Jan Kowal/Getty Images", id="nothing else"),
        pytest.param("Trucks wait at the border. Jan P. Kowal/Reuters", "Jan P. Kowal/Reuters", id="behind a sentence"),
        pytest.param("Border Images Group via Getty Images", "Border Images Group via Getty Images", id="a group"),
        pytest.param("Trucks wait. © Border Guard", "Border Guard", id="sign"),
        pytest.param("Image: Jan Kowal, left, has replaced Ewa Nowak as head of the guard", None, id="a label"),
        pytest.param("Trucks wait. Photo: from the ministry", None, id="words in small letters"),
        pytest.param("Trucks wait. Photo: ministry.example", "ministry.example", id="a host"),
        pytest.param("Trucks wait. Photo: ministry/afp", "ministry/afp", id="two in small letters"),
        pytest.param("Image 1 of 4", None, id="a counter"),
        pytest.param("The photograph that began it all was lost.", None, id="about a photograph"),
        pytest.param("Trucks wait at the border on Monday.", None, id="none"),
    ],
)
def test_credits(text: str, credit: str | None) -> None:
    assert credit_of(text) == credit
