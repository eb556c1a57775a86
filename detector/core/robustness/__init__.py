"""How firm a verdict is: other weights, the fewest changes to another, and what each change gains."""
