"""What belongs to a language: the words of the engine, the letters of an address, the order of words, their stems and dates."""
