"""The arrangements: one module for each kin of templates. Each takes a Scene and gives a Draft, or None."""
