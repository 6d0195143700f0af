"""Engines paint the picture of an ad. The seam is ``base.Engine``; importing this package imports none of them."""
