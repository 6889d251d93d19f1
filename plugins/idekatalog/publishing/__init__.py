"""From artefacts to a site: cache, lock, pool, swap, serving on demand, and what a host needs beside the files."""
