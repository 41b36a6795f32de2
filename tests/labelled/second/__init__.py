"""The second part: by others, on sites of all engines, when the first had been learnt from."""
