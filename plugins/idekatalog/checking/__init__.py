"""What must hold of a catalogue as a whole, and what would make it better."""
