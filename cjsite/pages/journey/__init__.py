"""A journey's page: the map, its details, and the same in words."""

from cjsite.pages.journey.page import journey_page

__all__ = ["journey_page"]
