"""The copywriters: base (the seam), builtin (rules and tables), openai (any OpenAI-compatible server), choice."""
