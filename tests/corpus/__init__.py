"""Verdicts on real files and on changed ones, against the official schemas."""
