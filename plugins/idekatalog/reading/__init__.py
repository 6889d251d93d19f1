"""From bytes to text that knows its line; and what is told when it is not what it should be."""
