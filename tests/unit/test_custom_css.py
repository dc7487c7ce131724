"""Named conditions and selectors of a stylesheet, written out."""

import pytest

from cjsite.theming.custom_css import written_out

PHONE = "@custom-media --phone screen and (max-width:45rem);\n"
WIDE = "@custom-media --wide screen and (min-width:46rem);\n"
PAPER = "@custom-media --paper print,(--wide);\n"


@pytest.mark.parametrize(
    ("css", "full"),
    [
        ("@media (--phone){a{b:c}}", "@media screen and (max-width:45rem){a{b:c}}"),
        ("@media (--phone) and (hover){}", "@media screen and (max-width:45rem) and (hover){}"),
        ("@media (--paper){@supports (x:y){}}", "@media print,screen and (min-width:46rem){@supports (x:y){}}"),
        ("@media tty,(--paper){}", "@media tty,print,screen and (min-width:46rem){}"),
        (".a{--phone:1;b:var(--phone)}", ".a{--phone:1;b:var(--phone)}"),
    ],
)
def test_conditions(css: str, full: str) -> None:
    assert written_out(PHONE + WIDE + PAPER + css) == full


def test_a_later_definition_counts_everywhere() -> None:
    css = written_out(WIDE + PAPER + "@media (--wide){}@media (--paper){}@custom-media --wide screen;")
    assert css == "@media screen{}@media print,screen{}"


def test_selectors() -> None:
    css = written_out("@custom-selector :--gone .a:not(.b),.c;\n.d{e:f}\n:--gone{g:h}")
    assert css == ".d{e:f}\n.a:not(.b),.c{g:h}"


@pytest.mark.parametrize(
    "css",
    [
        "@media (--phnoe){}",
        ":--phone{}",
        "@media (--paper) and (hover){}",
        "@custom-media --wide (--wide);@media (--wide){}",
        "@custom-media --wide (--paper);@media (--paper){}",
    ],
)
def test_names_that_mean_nothing_are_refused(css: str) -> None:
    with pytest.raises(ValueError, match="--"):
        written_out(PHONE + WIDE + PAPER + css)
