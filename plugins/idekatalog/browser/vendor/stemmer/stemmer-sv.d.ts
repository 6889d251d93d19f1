export function stemmer(word: string): string
