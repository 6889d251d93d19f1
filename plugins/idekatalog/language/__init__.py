"""What is Danish: the letters of an address, the order of words, their stems and their dates."""
