"""Translation: models, engines and their cache."""
