"""Words that every medium writes alike."""

MARKED = "Redaktionens forslag"
