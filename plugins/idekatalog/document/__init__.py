"""One document, many writers: what a page says as a tree of nodes, and each medium that is written from it."""
