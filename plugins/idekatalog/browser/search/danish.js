// Danish text to the terms one finds it by: the same as catalogue/danish.py, which says why.
import { FORMS, stem } from "./stems-da.js"

/** @typedef {{ has: (term: string) => boolean }} Known The terms that stand in the catalogue. */

const WORD = /[a-z0-9æøåäöüé]+/g
const WITHIN = /[\u00ad'’]/g
/** @type {Record<string, string>} */
const LETTERS = { æ: "ae", ø: "oe", å: "aa", ä: "ae", ö: "oe", ü: "u", é: "e" }

/** @param {string} text */
export const plain = text => text.replace(/[æøåäöüé]/g, letter => LETTERS[letter])
// Every irregular form, with æ, ø and å and without, and the word it is a form of.
const forms = new Map(
  FORMS.trim()
    .split("\n")
    .filter(Boolean)
    .map(row => row.split(": "))
    .flatMap(([word, forms]) => forms.split(" ").flatMap(form => [plain(form), form].map(one => [one, word]))),
)
const COMPOUND = 7
const SHORTEST = 3
/** @param {string} text */
const list = text => new Set(text.split(" "))
const BEGINNINGS = list("ans bag bog bor dan del fore frem gen int men mul nat per pro sam samt tid til und")
const ENDINGS = list(
  "alen bar den der end ens gen ger gern hed ker led let lig men nem net ner ret ring ser sel ske sker skab som tag var",
)

/**
 * Every word of a text, in small letters.
 *
 * @param {string} text
 * @returns {string[]}
 */
export const all = text => text.normalize("NFC").toLowerCase().replace(WITHIN, "").match(WORD) ?? []

/**
 * The words of a text without those every text has.
 *
 * @param {string} text
 * @param {Set<string>} stop
 */
export const words = (text, stop) => all(text).filter(word => !stop.has(word) && (word.length > 1 || /\d/.test(word)))

/**
 * The term of a word in small letters.
 *
 * @param {string} word
 */
export function term(word) {
  return plain(stem(forms.get(word) ?? word))
}

/** @type {Record<string, string>} */
const SOFT = { p: "b", t: "d", k: "g" }

/**
 * A Norwegian or Swedish word as a Dane would write it, where the letters alone differ: "trygghet" as "trygghed", "möte" as "møde".
 *
 * @param {string} word
 */
export const asDanish = word =>
  word
    .replace(/^för/, "for")
    .replace(/ä/g, "æ")
    .replace(/ö/g, "ø")
    .replace(/ck/g, "k")
    .replace(/het(?=(en|er|erna|s)?$)/, "hed")
    .replace(/(arna|orna|erna|ar)$/, "er")
    .replace(/(?<=[aeiouyæøå])[ptk](?=[aeiouyæøå]|$)/g, letter => SOFT[letter])

/**
 * What ids are made of: the same as catalogue/slug.py.
 *
 * @param {string} text
 */
export const slug = text =>
  text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[æøå]/g, letter => LETTERS[letter])
    .normalize("NFKD")
    .replace(/[\u0080-\u{10ffff}]/gu, "")
    .match(/[a-z0-9]+/g)
    ?.join("-") ?? ""

/**
 * The terms of the words that a compound is made of; none where `known` terms do not make it up.
 *
 * @param {string} word
 * @param {Known} known
 * @param {Set<string>} stop
 * @returns {string[]}
 */
export function parts(word, known, stop) {
  if (word.length < COMPOUND) return []
  for (let cut = SHORTEST; cut <= word.length - SHORTEST; cut++) {
    const last = term(word.slice(cut))
    if (ENDINGS.has(last) || last.length < SHORTEST || !known.has(last)) continue
    const joined = word.slice(0, cut)
    for (const first of /[se]$/.test(joined) ? [joined, joined.slice(0, -1)] : [joined]) {
      if (first.length < SHORTEST || stop.has(first) || BEGINNINGS.has(first)) continue
      if (known.has(term(first))) return [term(first), last]
      const inner = parts(first, known, stop)
      if (inner.length) return [...inner, last]
    }
  }
  return []
}
