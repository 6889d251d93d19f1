"""Documents to what is printed and what is changed: PDF through Typst, Word through python-docx."""
