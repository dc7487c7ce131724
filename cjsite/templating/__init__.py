"""Values and templates to bytes: all that knows Jinja."""
