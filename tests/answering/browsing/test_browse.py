import pytest

from bot.answering.browsing.browse import EVERYTHING, ON_A_PAGE, deals_page, opened
from bot.answering.room.reply import Choice, Reply
from bot.answering.room.room import Room
from bot.answering.room.shelf import SIDES, Filter, key_of
from bot.answering.room.tokens import token_of

BOTH = pytest.mark.parametrize("language", ["de", "en"])


def labelled(reply: Reply, label: str) -> Choice:
    return next(choice for choice in reply.choices if choice.label.startswith(label))


def tapped(room: Room, choice: Choice, language: str) -> Reply:
    reply = opened(room, choice.token, language)
    assert reply is not None
    return reply


def listed(reply: Reply) -> set[str]:
    return {line for block in reply.blocks for line in block.splitlines() if line.startswith("• ")}


@BOTH
def test_the_pages_together_show_every_deal_once(room: Room, language: str) -> None:
    page, seen = deals_page(room, language), list[str]()
    for _ in range(-(-len(room.knowledge.deals) // ON_A_PAGE)):
        assert len(listed(page)) <= ON_A_PAGE
        seen += sorted(listed(page))
        page = tapped(room, labelled(page, "›"), language)
    assert len(seen) == len(set(seen)) == len(room.knowledge.deals)
    assert page == deals_page(room, language)


@BOTH
@pytest.mark.parametrize(("side", "label"), [("company", "Alibaba ("), ("year", "2017 ("), ("country", "China (")])
def test_a_filter_leaves_as_many_deals_as_its_button_says(room: Room, language: str, side: str, label: str) -> None:
    menu = tapped(room, deals_page(room, language).choices[ON_A_PAGE + SIDES.index(side)], language)
    pick = labelled(menu, label)
    filtered = tapped(room, pick, language)
    assert f"({len(room.shelf.deals(wanted(side, label)))})" in pick.label
    assert len(listed(filtered)) == min(ON_A_PAGE, len(room.shelf.deals(wanted(side, label))))


def wanted(side: str, label: str) -> Filter:
    names = {"Alibaba (": "alibaba", "China (": "CN", "2017 (": "2017"}
    return EVERYTHING.having(side, names[label])


def test_filters_add_up_and_can_be_cleared(room: Room) -> None:
    both = deals_page(room, "en", Filter(company=key_of("alibaba"), year="2017"))
    assert listed(both) == {"• Alibaba and physical retail (reported)"}
    assert both.blocks[0] == "Alibaba · 2017: 1 deal"
    cleared = tapped(room, labelled(both, "✕"), "en")
    assert cleared == deals_page(room, "en")


def test_a_country_finds_what_a_city_in_it_is_part_of(room: Room) -> None:
    assert [deal.id for deal in room.shelf.deals(Filter(country="RU"))] == ["aliexpress-moscow"]


def test_a_platform_counts_as_its_company(room: Room) -> None:
    assert "tmall-pavilions" in {deal.id for deal in room.shelf.deals(Filter(company="alibaba"))}


def test_every_choice_of_every_menu_fits_a_button_and_opens(room: Room) -> None:
    tokens = {choice.token for choice in deals_page(room, "de").choices}
    done = set[str]()
    while todo := {token for token in tokens if token[0] in "bm"} - done:
        for token in sorted(todo)[:50]:
            done.add(token)
            reply = opened(room, token, "de")
            assert reply is not None
            tokens |= {choice.token for choice in reply.choices} if len(done) < 400 else set()
    assert all(len(token) <= 60 and token.isascii() for token in tokens)
    assert {token_of("d", deal) for deal in room.knowledge.deals} <= tokens


@pytest.mark.parametrize(
    "token", ["b1", "b1.0", "b1.x....", "b1.0.....", "m1.4.0....", "b1.99999....", "b1.0.ä...", ""]
)
def test_forged_tokens_open_nothing(room: Room, token: str) -> None:
    assert opened(room, token, "de") is None


def test_a_forged_filter_lets_nothing_through_and_a_forged_page_is_the_last(room: Room) -> None:
    nothing, last = opened(room, "b1.0.nobody...", "en"), opened(room, "b1.9999....", "en")
    assert nothing is not None
    assert not listed(nothing)
    assert last is not None
    assert listed(last)


@BOTH
def test_years_are_offered_in_their_order_and_clearing_stands_apart(room: Room, language: str) -> None:
    menu = tapped(room, deals_page(room, language).choices[ON_A_PAGE + SIDES.index("year")], language)
    *years, clear = menu.choices
    assert [year.label[:4] for year in years] == sorted(year.label[:4] for year in years)
    assert len(years) > 2
    assert clear.sort != years[0].sort
