"""Journeys to figures and findings: pure functions."""
