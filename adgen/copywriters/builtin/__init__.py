"""The built-in writer: every text from rules and tables, without a model."""
