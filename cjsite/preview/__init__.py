"""The site over HTTP while authors edit."""
