"""Korean descriptions as English image prompts."""
