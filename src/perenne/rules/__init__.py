"""What is concluded from what was seen: pure functions of a case, one small module per rule."""
