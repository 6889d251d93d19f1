"""The catalogue's own drawings: small programs that write the files below ``content/tegninger``.

``make drawings`` writes all of them. One hand draws everything: a line of one width, the same people, a palette that a dark page
has colours of its own for. Each drawing is told in one sentence, which is read aloud where the drawing cannot be seen.
"""
