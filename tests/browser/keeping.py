"""What the tests of keeping drafts share: a form with a name typed, what is kept, a second tab."""

import time
from collections.abc import Callable

from playwright.sync_api import Page, expect

from browser import desk
from browser.desk import at
from browser.drafts_kept import records
from validator.calls import load
from validator.example import example

CALL = load("shanxi_alliance_2023")
NAME = "山西省测试氢能产业技术创新战略联盟"
OTHER = "山西省测试煤层气产业技术创新战略联盟"
EARLIER = f"validator.draft.{CALL.id}"
TEXT = "/lead/strength"


def answers() -> dict:
    """The complete example, as the form gives it back."""
    draft = example(CALL).model_dump(mode="json", exclude_defaults=True)
    draft["alliance"].pop("towns", None)  # an empty choice: the same as none made
    return draft


def start(page: Page, address: str = desk.ADDRESS) -> None:
    """Go to the whole form, without waiting for Python."""
    page.goto(address)
    page.get_by_label("整张表").check()


def type_name(page: Page, name: str = NAME) -> None:
    """Type the alliance's name."""
    at(page, "/alliance/name").fill(name)


def wait_until(holds: Callable[[], bool]) -> None:
    """Wait until something holds."""
    deadline = time.monotonic() + 10
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def kept_names(page: Page) -> list[str]:
    """The names in the drafts that are kept."""
    return sorted(record["draft"].get("alliance", {}).get("name", "") for record in records(page))


def second_tab(page: Page) -> Page:
    """Open the form in a second tab, which shows the draft that was kept."""
    other = page.context.new_page()
    start(other)
    expect(other.locator("[data-keeping=yes]")).to_be_visible()
    return other


def two_tabs_on_one_draft(page: Page) -> Page:
    """Type a name, and open the draft in a second tab."""
    start(page)
    type_name(page)
    wait_until(lambda: kept_names(page) == [NAME])
    other = second_tab(page)
    expect(at(other, "/alliance/name")).to_have_value(NAME)
    return other
