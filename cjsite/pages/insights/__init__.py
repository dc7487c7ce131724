"""The pages on what the maps say together: one module a page, made of the summaries of journeys."""
