"""Cases labelled from the facts by people who had not read the rules, in the order they came."""
