// The stem of a Norwegian word: what language/danish.py makes of it.
import { stemmer } from "../vendor/stemmer/stemmer-nb.js"

export const FORMS = ""

/** @param {string} word */
export const stem = word => stemmer(word)
