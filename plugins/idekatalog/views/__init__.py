"""The catalogue, arranged as what one page shows, in order."""
