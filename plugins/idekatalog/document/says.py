"""Words that every medium writes alike."""

MARKED = "Redaktionens forslag"
# What follows a text on a sheet that is the editors' suggestion; the foot says what it means.
MARK = "*"
