"""What each user's words take from the language model in a day, and the cap on it."""
