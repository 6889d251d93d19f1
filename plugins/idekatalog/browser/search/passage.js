// The passage of a text that answers a query, its words marked.
import { parts, term } from "./danish.js"

/** @typedef {[text: string, marked: boolean]} Piece */

const WORD = /[\p{L}\d\u00ad'’]+/gu
const LONG = 190
const SENTENCE = /[.?!:][”"»)]*\s*$/

/** @typedef {{ known: import("./danish.js").Known, stop: Set<string> }} Catalogue */

/**
 * The first of the texts that has one of the terms; else the last there is. A section may be found by its heading or a label
 * alone, and says nothing of what is asked: then the summary does.
 *
 * @param {string[]} texts
 * @param {Set<string>} terms
 * @param {Catalogue} catalogue
 */
export function answering(texts, terms, catalogue) {
  const there = texts.filter(Boolean)
  return there.find(text => (text.match(WORD) ?? []).some(word => met(word, terms, catalogue).length)) ?? there.at(-1) ?? ""
}

/**
 * The passage in pieces: the sentence that has most of the terms, and those that follow while there is room.
 *
 * @param {string} text
 * @param {Set<string>} terms
 * @param {Catalogue} catalogue
 */
export function passage(text, terms, catalogue) {
  const lines = text.split(/\n|(?<=[.?!]) /).filter(line => line.trim())
  // A row of labels says nothing; a line with a number does.
  const told = lines.filter(line => SENTENCE.test(line) || /\d/.test(line))
  const sentences = told.length ? told : lines
  /** @param {string} sentence */
  const score = sentence => new Set((sentence.match(WORD) ?? []).flatMap(word => met(word, terms, catalogue))).size
  const scores = sentences.map(score)
  const first = Math.max(0, scores.indexOf(Math.max(...scores)))
  let shown = sentences[first] ?? ""
  for (let next = first + 1; next < sentences.length && shown.length + sentences[next].length < LONG; next++)
    shown += SENTENCE.test(shown) ? ` ${sentences[next]}` : ` · ${sentences[next]}`
  return pieces(first > 0 ? `… ${shown}` : shown, word => met(word, terms, catalogue).length > 0)
}

/**
 * The terms that a word of a text has, in any form or as a part of a compound.
 *
 * @param {string} word
 * @param {Set<string>} terms
 * @param {Catalogue} catalogue
 */
function met(word, terms, { known, stop }) {
  const small = word
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\u00ad'’]/g, "")
  return terms.has(term(small)) ? [term(small)] : parts(small, known, stop).filter(part => terms.has(part))
}

/**
 * A text in pieces, by which of its words are marked.
 *
 * @param {string} text
 * @param {(word: string) => boolean} marked
 */
function pieces(text, marked) {
  /** @type {Piece[]} */
  const found = []
  let end = 0
  for (const match of text.matchAll(WORD)) {
    if (!marked(match[0])) continue
    found.push([text.slice(end, match.index), false], [match[0], true])
    end = match.index + match[0].length
  }
  return [...found, [text.slice(end), false]].filter(([piece]) => piece)
}
