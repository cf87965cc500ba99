"""Data for the browser's code: words, playbooks and constants."""
