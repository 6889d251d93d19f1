"""From the files of a folder to a catalogue, and a new record back."""
