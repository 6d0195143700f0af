"""Korean itself: particles, endings, reading a brief, an owner's voice."""
