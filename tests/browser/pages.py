"""One page of each kind of the example site."""

KINDS = {
    "home": "index.html",
    "journey": "journeys/dead-battery.html",
    "long journey": "journeys/first-ebike.html",
    "future journey": "journeys/dead-battery.to-be.html",
    "journey in prose": "journeys/first-service.html",
    "first draft": "journeys/selling-on.html",
    "departments": "departments/index.html",
    "department": "departments/customer-service.html",
    "personas": "personas/index.html",
    "persona": "personas/walter.html",
    "document": "pages/how-to-read.html",
    "opportunities": "opportunities.html",
    "reference": "reference.html",
    "not found": "404.html",
}
MAP = KINDS["journey"]
