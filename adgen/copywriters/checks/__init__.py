"""What may be posted: grounded in the brief, free of blocked claims, within the limits."""
