"""Records: the shape of each kind, and of the lists they take their words from. Keys are Danish, names English."""
