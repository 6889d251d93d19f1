"""What the catalogue costs: a catalogue of any size to measure, and the measuring. Run it with ``make bench``."""
