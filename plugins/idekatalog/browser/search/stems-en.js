// The stem of an English word: what language/danish.py makes of it.
import { stemmer } from "../vendor/stemmer/stemmer-en.js"

export const FORMS = ""

/** @param {string} word */
export const stem = word => stemmer(word.replace(/([st])ions?$/, "$1"))
