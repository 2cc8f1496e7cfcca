"""Skills: which sentence asks for one, what each reads, and for whom."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.utils.translation import override
from tests.cast.identities import Member
from tests.cast.people import citizen

from vssid.apps.assistant.skills.loading import BrokenSkill, load, skills
from vssid.apps.assistant.skills.matching import about_others, skill_asked
from vssid.apps.assistant.skills.skill import Facts, Look
from vssid.apps.audit.models import AccessEvent
from vssid.apps.people.selectors.household import household_of
from vssid.apps.procedures.data_requests import DataRequest
from vssid.apps.procedures.services.request_about_data import request_about_data
from vssid.domain.values.actor import Actor, Grant, Scope
from vssid.domain.values.problem import NotFound

ASKED = {
    "months_paid": (
        "Tôi đã đóng BHXH được bao nhiêu tháng rồi?",
        "toi da dong duoc may nam",
        "Cho xem quá trình đóng của tôi",
        "công ty có đóng bảo hiểm cho tôi đủ không",
        "How many months have I paid?",
        "has my employer paid this year",
        "我一共缴了多少个月？",
        "제가 몇 개월 냈나요?",
        "私は何か月納めましたか",
    ),
    "card_validity": (
        "Thẻ BHYT của tôi còn hạn không?",
        "the bao hiem y te cua toi con han den khi nao",
        "thẻ của em hết hạn khi nào",
        "Is my health card still valid?",
        "When does my card expire?",
        "我的医保卡什么时候到期",
        "제 건강보험 카드 유효한가요",
        "私の保険証の有効期限は？",
    ),
    "dossiers": (
        "Hồ sơ của tôi đến đâu rồi?",
        "ho so toi gui giai quyet xong chua",
        "What is the status of my application?",
        "我的申请处理得怎么样了",
        "내 신청 처리 상태",
        "私の申請はどうなりましたか",
    ),
    "next_steps": (
        "Tôi cần làm gì?",
        "tiếp theo tôi phải làm gì",
        "What should I do next?",
        "下一步",
        "다음에 무엇을 해야 하나요",
        "次に何をすればいいですか",
    ),
}
RULES = (
    "Phải đóng bao nhiêu năm thì được lương hưu?",
    "Tôi cần đóng tối thiểu bao nhiêu năm để nghỉ hưu",
    "Mất thẻ BHYT thì làm sao?",
    "Thẻ BHYT còn giá trị khi đi tỉnh khác không",
    "How many years do I need for a pension?",
    "How do I renew my card",
    "需要缴多少年才能退休",
    "연금을 받으려면 몇 년 납부해야 하나요",
    "年金をもらうには何年納める必要がありますか",
    "Hồ sơ hưởng thai sản gồm những giấy tờ gì",
    "",
    "thời tiết hôm nay",
)


@pytest.mark.parametrize(("code", "words"), [(code, words) for code, all_ in ASKED.items() for words in all_])
def test_a_question_about_the_own_record_finds_its_skill(code: str, words: str) -> None:
    found = skill_asked(words)
    assert found is not None
    assert found.code == code
    assert not about_others(words)


def test_a_question_about_a_rule_is_none() -> None:
    assert [words for words in RULES if skill_asked(words)] == []


@pytest.mark.parametrize(
    "words",
    [
        *(
            "Thẻ của con tôi còn hạn không",
            "thẻ của Nguyễn Văn B còn hạn không",
            "mẹ tôi đã đóng bao nhiêu tháng",
        ),
        *(
            "is my wife's card valid",
            "how many months has Hoa's record",
            "我妻子的医保卡有效吗",
            "아내 카드 유효",
            "妻の保険証",
        ),
    ],
)
def test_somebody_else_is_noticed(words: str) -> None:
    assert about_others(words)


def test_a_skill_that_lacks_a_language_is_refused(tmp_path: pytest.TempPathFactory) -> None:
    folder = tmp_path / "half"  # type: ignore[operator]
    folder.mkdir()
    (folder / "skill.toml").write_text(
        'order=1\npage="own/card"\nicon="check"\n[titles]\nvi="x"\n[asks]\n[unless]\n'
    )
    with pytest.raises(BrokenSkill, match=r"half: titles lack en"):
        load(folder)


def seen(code: str, actor: Actor, person: Member, now: datetime) -> Facts:
    household = household_of(actor.person_id or 0, today=now.date())
    with override("en"):
        return skills()[code].hook.look(Look(actor, household, person.person_id, now))


def groups_logged(person: Member) -> list[str]:
    return sorted(AccessEvent.objects.filter(person_id=person.person_id).values_list("data_group", flat=True))


def test_the_own_record_is_told_and_each_look_is_logged_once(lan: Member, now: datetime) -> None:
    actor = citizen(lan)
    months = seen("months_paid", actor, lan, now).lines
    assert months[0].replace("\N{NO-BREAK SPACE}", " ") == "Social insurance: 9 years 0 months."
    assert any(line.startswith("September 2026 is not paid") for line in map(_plain, months))
    assert seen("card_validity", actor, lan, now).lines[0].startswith("Valid until")
    assert seen("dossiers", actor, lan, now).lines == ("Nothing was sent that is still open.",)
    assert "Your employer must pay it." in seen("next_steps", actor, lan, now).lines[-1]
    seen("months_paid", actor, lan, now)
    assert groups_logged(lan) == ["card", "participation", "reports", "summary"]


def _plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_a_case_says_its_number_and_day(lan: Member, now: datetime) -> None:
    request_about_data(actor=citizen(lan), kind=DataRequest.RESTRICTION, words="Please.", now=now)
    (line,) = seen("dossiers", citizen(lan), lan, now).lines
    assert "an answer is due by" in line
    assert line[:3].isdigit()


def test_of_others_only_what_was_granted(lan: Member, minh: Member, mai: Member, now: datetime) -> None:
    """A card is not months; what ended yesterday is nothing; the stranger sees neither."""
    card = Grant(lan.person_id, Scope.CARD, by="authorisation")
    entrusted = citizen(minh, grants=(card,))
    assert seen("card_validity", entrusted, lan, now).lines[0].startswith("Valid until")
    assert groups_logged(lan) == ["card"]
    ended = Grant(lan.person_id, Scope.RECORD, until=(now - timedelta(days=1)).date())
    for code, actor in (
        ("months_paid", entrusted),
        ("months_paid", citizen(minh, grants=(ended,))),
        *((code, citizen(mai)) for code in ("months_paid", "card_validity")),
    ):
        with pytest.raises(NotFound):
            seen(code, actor, lan, now)
    assert groups_logged(lan) == ["card"]
