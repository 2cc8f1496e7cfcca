"""Japanese as it is handed to the voice: figures said as counted, particles as pronounced, no kanji."""

from __future__ import annotations

from datetime import date
from itertools import chain
from pathlib import Path

import pytest

from vssid.apps import content
from vssid.apps.assistant.prompts.aloud import aloud, joined, passages
from vssid.apps.assistant.prompts.lengths import length
from vssid.apps.content.selectors.reading import filled_text
from vssid.integrations.voice import espeak, japanese
from vssid.integrations.voice.japanese_numbers import figures, number
from vssid.integrations.voice.telephone import LOUDNESS, measured, telephone_sound

_QUESTIONS = Path(content.__path__[0]) / "catalogue" / "questions"

needs_readings = pytest.mark.skipif(
    not japanese.is_here(), reason="SudachiPy is not installed (requirements/voice-japanese.txt)"
)
needs_voice = pytest.mark.skipif(not espeak.is_here(), reason="Debian's espeak-ng is not installed")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0, "ゼロ"),
        (10, "じゅう"),
        (341, "さんびゃくよんじゅういち"),
        (1_000, "せん"),
        (3_860, "さんぜんはっぴゃくろくじゅう"),
        (10_000_000, "いっせんまん"),
        (26_550_000, "にせんろっぴゃくごじゅうごまん"),
        (683_100, "ろくじゅうはちまんさんぜんひゃく"),
    ],
)
def test_numbers_are_said_in_groups_of_four_places(value: int, said: str) -> None:
    assert number(value) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2026年7月1日", "にせんにじゅうろくねん しちがつ ついたち"),
        ("2024年4月20日", "にせんにじゅうよねん しがつ はつか"),
        ("1日 10日 14日 45日", "いちにち とおか じゅうよっか よんじゅうごにち"),
        ("8歳 18歳 80歳", "はっさい じゅうはっさい はちじゅっさい"),
        ("6か月 12か月 60か月", "ろっかげつ じゅうにかげつ ろくじゅっかげつ"),
        ("1人 4人 14人 15人", "ひとり よにん じゅうよにん じゅうごにん"),
        ("15日間 5年間 3か月間 24年", "じゅうごにちかん ごねんかん さんかげつかん にじゅうよねん"),
        ("1回目 2人目 3年目", "いっかいめ ふたりめ さんねんめ"),
        ("7時30分 4時 9時 10時", "しちじ さんじゅっぷん よじ くじ じゅうじ"),
        ("0.5% 100分 1000分", "れいてんご パーセント ひゃっぷん せんふん"),
        ("1分 3分 10分間 25分", "いっぷん さんぷん じゅっぷんかん にじゅうごふん"),
        ("4時間 14時間 19時間", "よじかん じゅうよじかん じゅうくじかん"),
        ("10.5% 100%", "じゅうてんご パーセント ひゃく パーセント"),
        ("2,530,000ドン", "にひゃくごじゅうさんまん ドン"),
        ("41条 139条", "よんじゅういちじょう ひゃくさんじゅうきゅうじょう"),
        ("1900 9068", "いち きゅう ゼロ ゼロ きゅう ゼロ ろく はち"),
        ("01", "ゼロ いち"),
        ("0 1.5か月", "ゼロ いちてんご かげつ"),
        ("100回", "ひゃっかい"),
    ],
)
def test_a_figure_is_said_with_its_counter(text: str, said: str) -> None:
    assert " ".join(figure.said for figure in figures(text)) == said


def test_particles_are_written_as_pronounced_also_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(japanese, "_tokenizer", lambda: None)
    assert (
        japanese.in_kana("コードは、 はち。 じむしょへ おこしください。")
        == "コードわ、 はち。 じむしょえ おこしください。"
    )
    assert not japanese.is_here()
    assert japanese.unread("年金は") == "年金"


@needs_readings
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("年金はどう計算しますか", "ネンキンわ どう ケイサン しますか"),
        ("第139条により", "ダイ ひゃくさんじゅうきゅうじょうに より"),
        (
            "2026年7月1日から一部の施設で50%",
            "にせんにじゅうろくねん しちがつ ついたちから イチブの シセツで ごじゅう パーセント",
        ),
        ("VNeIDでログインする", "ブイ エヌ イー アイ ディーで ログイン する"),
        ("その間、15日間は", "その あいだ、 じゅうごにちかんわ"),
        ("納付月の確認：加入履歴", "ノーフヅキの カクニン、 カニュー リレキ"),
        ("待つ間は何を見せますか", "マツ あいだわ なにを ミセますか"),
    ],
)
def test_kanji_are_read(text: str, said: str) -> None:
    assert japanese.in_kana(text) == said


@needs_readings
def test_no_shipped_answer_hands_a_kanji_a_figure_or_a_letter_to_the_voice() -> None:
    texts = [text for file in sorted(_QUESTIONS.glob("*/ja.md")) for text in _title_and_answer(file)]
    assert len(texts) > 100
    assert {text: signs for text in texts if (signs := japanese.unread(text))} == {}


def _title_and_answer(file: Path) -> tuple[str, str]:
    title, _, body = file.read_text().partition("\n")
    said = passages(filled_text(body, date(2026, 11, 29), "ja"), "ja")
    return aloud(title.removeprefix("# "), "ja"), joined(
        chain.from_iterable(passage.sentences for passage in said), "ja"
    )


@needs_readings
def test_how_long_an_answer_takes_is_known_without_its_reading() -> None:
    """A process that answers pages has no readings."""
    for file in sorted(_QUESTIONS.glob("*/ja.md")):
        _title, written = _title_and_answer(file)
        read = length(japanese.in_kana(written), "ja").whole
        assert length(written, "ja").whole == pytest.approx(read, rel=0.16), file


@needs_readings
@needs_voice
def test_an_answer_is_heard() -> None:
    text = "失業給付は、2026年7月1日から、平均賃金の60%です。"
    found = measured(telephone_sound(*espeak.speak(text, "ja")))
    assert found.seconds > 4
    assert abs(found.loudness - LOUDNESS) < 1.5
    assert -9 < found.peak < -0.5
    assert found.silence < 0.6
