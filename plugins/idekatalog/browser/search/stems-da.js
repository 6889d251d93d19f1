// The stem of a Danish word. A site in another language has that one's file at this address (search/page.py).
import { stemmer } from "../vendor/stemmer/stemmer-da.js"

export { FORMS } from "./forms.js"

const LONGEST_PRESENT = 5
const PRESENT = /(billede|oede|aede)$/

/** @param {string} word */
export function stem(word) {
  const past = word.endsWith("ede") && word.length > LONGEST_PRESENT && !PRESENT.test(word)
  return stemmer(past ? word.slice(0, -2) : word)
}
