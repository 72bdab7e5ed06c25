"""Forms of the first run and of the village's settings."""
