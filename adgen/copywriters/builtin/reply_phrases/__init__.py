"""What a reply to a review is read by, and woven from."""
