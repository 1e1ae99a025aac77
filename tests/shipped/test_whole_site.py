"""What holds for the example of the tests holds for the content that ships: links lead somewhere, every page is sound."""

from tests.checks.test_anchors import test_no_page_has_an_id_twice
from tests.pages.test_entries import (
    test_every_article_shows_its_questions_in_order,
    test_every_page_has_one_main_heading,
    test_every_table_of_contents_fits_its_page,
    test_headings_skip_no_level,
)
from tests.pages.test_flows import test_every_flow_has_all_its_sections_and_links
from tests.pages.test_links import (
    test_every_link_leads_to_a_page_and_an_anchor,
    test_every_link_says_where_it_leads,
    test_every_page_can_be_reached_from_home,
    test_labels_name_things_that_exist,
    test_links_to_elsewhere_tell_nothing_about_the_reader,
)
from tests.pages.test_related import test_every_entry_leads_on
from tests.pages.test_structured_data import test_every_item_of_every_page_is_whole
from tests.test_addresses import test_all_anchors_of_parts_are_in_their_pages
from tests.test_build import (
    test_every_page_is_well_formed,
    test_no_two_pages_have_one_address_title_or_description,
    test_nothing_is_wrong_with_the_example,
)

__all__ = [
    "test_all_anchors_of_parts_are_in_their_pages",
    "test_every_article_shows_its_questions_in_order",
    "test_every_entry_leads_on",
    "test_every_flow_has_all_its_sections_and_links",
    "test_every_item_of_every_page_is_whole",
    "test_every_link_leads_to_a_page_and_an_anchor",
    "test_every_link_says_where_it_leads",
    "test_every_page_can_be_reached_from_home",
    "test_every_page_has_one_main_heading",
    "test_every_page_is_well_formed",
    "test_every_table_of_contents_fits_its_page",
    "test_headings_skip_no_level",
    "test_labels_name_things_that_exist",
    "test_links_to_elsewhere_tell_nothing_about_the_reader",
    "test_no_page_has_an_id_twice",
    "test_no_two_pages_have_one_address_title_or_description",
    "test_nothing_is_wrong_with_the_example",
]
