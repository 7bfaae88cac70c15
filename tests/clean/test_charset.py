import pytest

from agents.clean.charset import decode

GREEK = "Η απεργία στο λιμάνι έληξε ύστερα από εννέα ημέρες. Οι εργάτες επιστρέφουν στη δουλειά τους το πρωί."
RUSSIAN = "Забастовка в порту закончилась через девять дней. Рабочие возвращаются утром на причалы города."
FRENCH = "La grève du port s’est achevée après neuf jours. Les ouvriers déjà fatigués reprennent à l’aube, « têtes hautes »."
CZECH = "Stávka v přístavu skončila po devíti dnech. Dělníci se vracejí do práce ještě před úsvitem, řekla mluvčí."
CHINESE = "港口罢工在九天后结束。工人们将于黎明返回码头，工会发言人说，港务局同意实行新的夜班制度，并承诺不扣工资。"
JAPANESE = "港のストライキは九日後に終わった。労働者は夜明けに埠頭へ戻ると、組合の広報担当者が水曜日に語った。"
KOREAN = "항만 파업이 아흐레 만에 끝났다. 노동자들은 새벽에 부두로 돌아간다고 노조 대변인이 수요일에 말했다."


def html(text: str, charset: str = "") -> str:
    label = f'<meta charset="{charset}">' if charset else ""
    return f"<html><head>{label}<title>Port</title></head><body><div class='story'><p>{text}</p><p>{text}</p></div></body></html>"


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"])
def test_unicode_is_read_with_and_without_a_mark(charset: str) -> None:
    assert RUSSIAN in decode(html(RUSSIAN).encode(charset), None)


@pytest.mark.parametrize(
    ("text", "charset", "label"),
    [
        (FRENCH, "cp1252", "iso-8859-1"),
        (CHINESE, "gb18030", "gb2312"),
        (JAPANESE, "cp932", "shift_jis"),
        (JAPANESE, "euc_jp", "euc-jp"),
        (KOREAN, "cp949", "euc-kr"),
        (RUSSIAN, "koi8_r", "koi8-r"),
        (CZECH, "cp1250", "windows-1250"),
    ],
)
def test_labels_stand_for_their_supersets(text: str, charset: str, label: str) -> None:
    assert text in decode(html(text, label).encode(charset), None)
    assert text in decode(html(text).encode(charset), f"text/html; charset={label}")


@pytest.mark.parametrize(
    ("text", "charset", "label"),
    [
        (FRENCH, "utf-8", "iso-8859-1"),
        (FRENCH, "cp1252", "utf-8"),
        (RUSSIAN, "cp1251", "iso-8859-1"),
        (RUSSIAN, "cp1251", "utf-8"),
        (GREEK, "cp1253", "windows-1252"),
        (CHINESE, "gb18030", "iso-8859-1"),
        (CHINESE, "gb18030", "utf-8"),
        (JAPANESE, "cp932", "utf-8"),
        (JAPANESE, "cp932", "euc-jp"),
        (KOREAN, "cp949", "utf-8"),
        (RUSSIAN, "utf-8", "utf-16"),
    ],
)
def test_a_wrong_label_is_not_believed(text: str, charset: str, label: str) -> None:
    assert text in decode(html(text, label).encode(charset), None)


def test_iso_2022_is_told_by_its_escapes() -> None:
    assert JAPANESE in decode(html(JAPANESE).encode("iso2022_jp"), None)


def test_a_page_cut_inside_of_a_character_stays_utf8() -> None:
    assert RUSSIAN in decode(html(RUSSIAN).encode()[:-40] + "я".encode()[:1], "text/html; charset=windows-1251")


def test_what_was_encoded_twice_is_mended() -> None:
    twice = html(FRENCH).encode().decode("cp1252").encode()
    assert FRENCH in decode(twice, None)
    assert "Übergabe am Hafen" in decode(html("Übergabe am Hafen").encode().decode("latin-1").encode(), None)
