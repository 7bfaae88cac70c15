from agents.tag.explain import explain


def rules(text: str) -> list[str]:
    return [finding.rule for finding in explain(text).findings if finding.reason is None]


def test_an_ing_word_after_article_and_adjective_is_a_noun() -> None:
    assert rules("A jury heard the case of the fatal shooting of a baker.") == ["ASSAULT/shooting"]


def test_a_day_between_verb_and_object_leaves_the_verb_active() -> None:
    assert rules("Rebel fighters captured on Monday the port of Darra.") == ["ASSAULT/territory taken"]


def test_the_object_decides_what_is_captured() -> None:
    assert rules("The student was captured by soldiers after a week.") == ["COERCE/people caught"]
    assert rules("The plant captured sulphur.") == []
    assert rules("Rebel fighters captured Darra.") == ["ASSAULT/territory taken"]


def test_who_clashes_decides_whether_it_is_a_riot() -> None:
    assert rules("Students clashed with police near the palace.") == ["PROTEST/crowds and police clash"]
    assert rules("Gunmen clashed with police near the palace.") == ["ASSAULT/attack"]


def test_a_call_for_something_unknown_is_a_request() -> None:
    assert rules("She is calling for stricter laws.") == ["REQUEST/call for"]


def test_a_participle_before_people_tells_what_was_done_to_them() -> None:
    assert rules("The family of a slain Kurdish officer waited.") == ["ASSAULT/killing"]
    assert rules("The jailed opposition leader wrote a letter.") == ["COERCE/arrest"]
    assert rules("The murdered silence returned.") == []


def test_a_third_person_that_is_no_plural_is_a_verb_before_any_word() -> None:
    assert rules("The regime incarcerates critics of the king.") == ["COERCE/arrest"]
    assert rules("A minister resigns.") == rules("The minister speaks and resigns.") == ["RETREAT/leaving office"]
    assert rules("The nurse guards secrets.") == []


def test_a_pronoun_leans_on_what_is_or_has() -> None:
    assert rules("He's quitting the job.") == ["RETREAT/leaving office"]
    assert rules("She's been arrested.") == ["COERCE/arrest"]
    assert rules("Police read Berun's quitting notice.") == []


def test_a_verb_between_quotation_marks_is_a_verb() -> None:
    assert rules("The firm began to “intimidate” witnesses.") == ["THREATEN/intimidate"]


def test_not_every_word_in_ly_is_an_adverb() -> None:
    assert rules("The speaker of the assembly quit after the vote.") == ["RETREAT/leaving office"]


def test_alleged_before_a_noun_accuses_nobody() -> None:
    assert rules("Police are investigating alleged attacks on nurses.") == ["ACCUSE/investigate", "ASSAULT/attack"]
    assert rules("The union alleged torture.") == ["ACCUSE/accuse"]


def test_back_from_a_place_supports_nobody() -> None:
    assert rules("The separatists pulled their guns back from the ridge.") == []
    assert rules("Unions back the premier.") == ["SUPPORT/endorsement"]


def test_a_plural_subject_may_end_with_its_verb() -> None:
    assert "REJECT/denial" in rules("The minister said the councils had agreed, which the councils deny.")


def test_what_a_noun_or_as_stands_before_is_no_verb() -> None:
    assert rules("As gas prices remain high, air travel may be the best way to get around.") == []
    assert rules("Firefighters had the upper hand against the vast Gosper Mountain fire on the city's outskirts.") == []
    assert rules("The police fire on crowds.") == ["ASSAULT/shooting"]
