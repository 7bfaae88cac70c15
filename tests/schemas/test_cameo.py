"""CAMEO codes: where they stand, and Goldstein's scale."""

import pytest

from schemas.cameo import base_of, goldstein_of, quad_class_of, root_of


def test_a_code_has_a_root_and_a_base():
    assert (root_of("0841"), base_of("0841"), base_of("14")) == ("08", "084", "14")


@pytest.mark.parametrize(
    ("code", "score"), [("0841", 7.0), ("0874", 10.0), ("1411", -6.5), ("130", -4.4), ("176", -7.0), ("20", -10.0)]
)
def test_a_code_without_a_score_has_that_of_what_stands_above_it(code, score):
    assert goldstein_of(code) == score


@pytest.mark.parametrize(
    ("code", "quad"), [("010", 1), ("057", 1), ("060", 2), ("0874", 2), ("090", 3), ("138", 3), ("141", 4), ("204", 4)]
)
def test_quad_classes_are_those_of_gdelt(code, quad):
    assert quad_class_of(code) == quad


@pytest.mark.parametrize("code", ["21", "1", "", "17345", "174K"])
def test_what_is_no_code_is_refused(code):
    with pytest.raises(ValueError, match="is no CAMEO code"):
        root_of(code)
