"""The office's home and search, and the village's settings."""
