"""The adapter between the engine and MkDocs, or its fork ProperDocs; and the theme layer."""
