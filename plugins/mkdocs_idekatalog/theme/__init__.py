"""The look of a catalogue, as a theme of MkDocs: ``theme: {name: idekatalog}``."""
