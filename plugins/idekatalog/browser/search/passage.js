// The passage of a text that answers a query, its words marked.
import { parts, term } from "./danish.js"

/** @typedef {[text: string, marked: boolean]} Piece */

const WORD = /[\p{L}\d\u00ad'’]+/gu
const LONG = 190

/**
 * The passage in pieces: the sentence that has most of the terms, and what follows while there is room.
 *
 * @param {string} text
 * @param {Set<string>} terms
 * @param {{ known: import("./danish.js").Known, stop: Set<string> }} catalogue
 */
export function passage(text, terms, { known, stop }) {
  /** @param {string} word */
  const marked = word => {
    const small = word
      .normalize("NFC")
      .toLowerCase()
      .replace(/[\u00ad'’]/g, "")
    return terms.has(term(small)) ? [term(small)] : parts(small, known, stop).filter(part => terms.has(part))
  }
  const sentences = text.split(/\n|(?<=[.?!]) /).filter(sentence => sentence.trim())
  /** @param {string} sentence */
  const score = sentence => new Set((sentence.match(WORD) ?? []).flatMap(marked)).size
  const scores = sentences.map(score)
  const first = Math.max(0, scores.indexOf(Math.max(...scores)))
  let shown = sentences[first] ?? ""
  for (let next = first + 1; next < sentences.length && shown.length + sentences[next].length < LONG; next++)
    shown += ` ${sentences[next]}`
  return pieces(first > 0 ? `… ${shown}` : shown, word => marked(word).length > 0)
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
