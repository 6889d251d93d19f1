"""The engine of the catalogue: records in, the files of a site out. It knows no site generator."""
