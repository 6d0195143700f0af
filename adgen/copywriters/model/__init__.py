"""The language model: transport, protocol faults, what is asked, and what is made of the answer."""
