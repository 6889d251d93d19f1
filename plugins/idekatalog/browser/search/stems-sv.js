// The stem of a Swedish word: what language/danish.py makes of it.
import { stemmer } from "../vendor/stemmer/stemmer-sv.js"

export const FORMS = ""

/** @param {string} word */
export const stem = word => stemmer(word.length > 4 ? word.replace(/et$/, "") : word)
