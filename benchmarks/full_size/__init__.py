"""FLUX.1-schnell at full size with random NF4 weights: made on the GPU in seconds, without a download."""
