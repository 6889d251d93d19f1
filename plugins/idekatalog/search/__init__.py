"""What can be found: the words of every page, the index of them, and the pages that show it."""
