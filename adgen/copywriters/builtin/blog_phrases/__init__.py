"""What a blog article is woven from: words by trade, endings by tone, sentences by occasion. See ``weave``."""
