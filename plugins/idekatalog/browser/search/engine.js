// Finds and ranks. No page and no worker in it: a query in, results out.
//
// A query is a row of ideas, one a word. An idea is sought under every name it may have in the catalogue: as typed, under
// the words that data/vocabulary gives for it, without the letters a keyboard lacked, as the words a compound is made of,
// and, only where none of these is known, as half a word or a word with a slip. What bears most ideas comes first.
import { all, asDanish, parts, slug, term, words } from "./danish.js"
import { alike, Index, near } from "./index.js"

/** @typedef {import("./index.js").Fetched} Fetched */
/**
 * The index of a catalogue, as `search/index.py` writes it; one in one file has its rows with it.
 *
 * @typedef {{
 *   fields: string[], kinds: Record<string, [label: string, worth: number, asked: string]>, found: [string, string, string, string, number, number][], anchors: string[][],
 *   lengths: number[][], longest: number, stop: string, light: string, texts: number[], terms: string[], rows?: string,
 * }} Data
 */
/** @typedef {{ id: string, kind: string, path: string, title: string, worth: number }} Found What can be found. */
/** @typedef {[term: string, weight: number][]} Word The terms that stand for a word, with what each is worth. */
/** @typedef {{ sure: number, words: Word[] }} Name How sure a name is to mean what was typed, and its words. */
/** @typedef {{ names: Name[], length: number, light?: boolean }} Phrase An idea, of so many words that were typed. */
/**
 * A name as the catalogue bears it: the documents that have its words, in order, with their scores; and of everything found, its
 * documents, from and to, and its score.
 *
 * @typedef {{
 *   words: Word[], documents: Int32Array, scores: Float64Array,
 *   found: { found: number, from: number, to: number, score: number }[],
 * }} Borne
 */
/** @typedef {{ worth: number, name: Borne, from: number, to: number, weigh: (score: number) => number }} Best */
/** @typedef {{ borne: Best[], weight: number }} Idea What it weighs, and of everything that bears it the name it bears best. */

/** @type {Record<string, number>} */
const BOOST = { titel: 6, synonymer: 5, resume: 2.5, overskrift: 2, tekst: 2, saetninger: 2 }
// How sure a name is to mean what was typed.
const SURE = {
  typed: 1,
  unaccented: 0.95,
  meant: 0.8,
  compound: 0.8,
  part: 0.4,
  beginning: 0.6,
  within: 0.5,
  slip: 0.6,
  apart: 0.8,
}
// What a longer term, or one with a slip, is worth of the one that is sought: less, the more letters differ.
/**
 * @param {string} known
 * @param {number} more
 */
const LONGER = (known, more) => (0.375 * known.length) / (known.length + 0.3 * more)
/**
 * @param {string} known
 * @param {number} slips
 */
const SLIP = (known, slips) => (0.45 * known.length) / (known.length + slips)
// The part of a page comes before the page that it is a part of.
const WHOLE = 0.88
// What it is worth to bear an idea at all; the rest is by how well.
const EVEN = 0.3
// What the rest of a page adds to its best part.
const REST = 0.2
// How little a page counts that bears an idea less than well, when what few pages bear is to weigh more; and how much more that is.
const FEW = 4
const RARE = 0.8
// How much less a light word counts, and how much it takes away that some of the ideas are not borne.
const LIGHT = 0.15
const COVER = 0.7
// What it is worth to be of a kind that is asked for. What is worth less than half is worth no more when its title is asked for: a
// word of the glossary is called as the page about the matter is.
const ASKED = 1.3
const TITLED = 0.5
// What the best section alone is worth of a score; the rest is for all of the record together.
const SECTION = 0.3
// How good a sure result is, of the best one, and of one that bears every idea as well as can be. Measured on the judged queries:
// above the line stand 97 in a hundred of the answers that are among the first five, and 7 results of 47.
const SURELY = 0.4
const LEAST = 0.25

export class Engine {
  /**
   * @param {Data} data
   * @param {Fetched} [fetched] An index in one file needs none.
   */
  constructor(data, fetched = () => "") {
    this.kinds = data.kinds
    const asking = Object.entries(data.kinds).map(([kind, [, , words]]) => ({ kind, words: new Set(words.split(" ")) }))
    /** @param {string} term */
    this.asked = term => asking.filter(({ words }) => words.has(term)).map(({ kind }) => kind)
    this.texts = data.texts
    const whole = new Set(
      data.found
        .map(([id]) => id.split("#"))
        .filter(([, anchor]) => anchor)
        .map(([page]) => page),
    )
    this.found = data.found.map(([id, kind, path, title]) => ({
      id: id || `${path.slice(1, -1)}#${slug(title)}`,
      kind,
      path,
      title,
      worth: whole.has(id) ? WHOLE : data.kinds[kind][1],
    }))
    this.pages = this.found.filter(found => found.worth === 1).length
    // A document is the head of what is found, a sentence that people say of it, or one of its parts: what it belongs to; and the
    // first of everything found.
    this.anchors = data.found.map(([, , , , number, asked]) => [...Array(1 + asked).fill(""), ...data.anchors[number]])
    /** @type {number[]} */
    this.first = []
    this.documents = Uint32Array.from(
      this.anchors.flatMap((anchors, found) => {
        this.first.push((this.first[found - 1] ?? 0) + (this.anchors[found - 1]?.length ?? 0))
        return anchors.map(() => found)
      }),
    )
    this.stop = new Set(data.stop.split(" "))
    this.light = new Set(data.light.split(" "))
    this.known = new Index(
      data,
      data.fields.map(name => BOOST[name]),
      number => data.rows ?? fetched(number),
    )
    // What is counted for a name, and none between two.
    this.scores = new Float64Array(this.documents.length)
    this.met = new Uint8Array(this.documents.length)
    this.last = new Uint8Array(this.documents.length)
    /** @type {Map<string, string>} The words of the titles, each by its term. */
    this.titles = new Map()
    this.longest = data.longest
  }

  /** @param {string} text */
  words(text) {
    return words(text, this.stop)
  }

  /**
   * How many results a query has, how many of them are sure, and the best of them.
   *
   * @param {string} query
   */
  async search(query, most = Infinity) {
    // What is meant first, then where all that has been meant stands.
    await this.known.load(all(query).flatMap(word => [term(word), term(asDanish(word))]))
    const names = this.ideas(query)
    await this.known.load(
      names.flatMap(({ names }) => names.flatMap(({ words }) => words.flatMap(word => word.map(([term]) => term)))),
    )
    const ideas = names.map(({ names, light }) => this.idea(names, light))
    const whole = sum(ideas.map(({ weight }) => weight))
    const sections = this.sections(ideas, whole)
    const terms = this.words(query).map(term)
    // A word that every text has may still ask for a kind: "siden" does.
    const asked = new Set(all(query).map(term).flatMap(this.asked))
    const ranked = []
    for (const found of this.found.keys()) {
      let [score, met] = [0, 0]
      for (const { borne, weight } of ideas) {
        if (!borne[found]) continue
        score += weight * borne[found].worth
        met += weight
      }
      if (!met) continue
      const best = sections
        .subarray(this.first[found], this.first[found] + this.anchors[found].length)
        .reduce((a, b) => Math.max(a, b))
      ranked.push({
        found,
        score:
          this.worth(found, asked, met === whole ? terms : null) *
          ((1 - SECTION) * score * (met / whole) ** COVER + SECTION * best),
      })
    }
    ranked.sort((a, b) => b.score - a.score || a.found - b.found)
    const line = Math.max(SURELY * (ranked[0]?.score ?? 0), LEAST * whole)
    const sure = ranked.filter(({ score }) => score >= line).length
    return {
      total: ranked.length,
      sure,
      results: ranked.slice(0, most).map(({ found, score }) => this.result(found, score, ideas)),
    }
  }

  /**
   * What it is worth to be this and not another thing that answers as well. Whatever is asked for by its title is worth all.
   *
   * @param {number} number
   * @param {Set<string>} asked The kinds that are asked for.
   * @param {string[] | null} terms Of the query, where all of it is borne.
   */
  worth(number, asked, terms) {
    const { kind, worth, title } = this.found[number]
    if (asked.has(kind)) return ASKED
    if (worth === 1 || worth < TITLED || !terms) return worth
    const titled = new Set(this.words(title).flatMap(word => [term(word), ...parts(word, this.known, this.stop)]))
    return terms.every(one => titled.has(one)) ? 1 : worth
  }

  /**
   * How well each document answers all by itself.
   *
   * @param {Idea[]} ideas
   * @param {number} whole What all of them weigh.
   */
  sections(ideas, whole) {
    const scores = new Float64Array(this.documents.length)
    const met = new Float64Array(this.documents.length)
    for (const { borne, weight } of ideas) {
      for (const { name, from, to, weigh } of Object.values(borne)) {
        for (let at = from; at < to; at++) {
          scores[name.documents[at]] += weight * weigh(name.scores[at])
          met[name.documents[at]] += weight
        }
      }
    }
    return scores.map((score, document) => score * (met[document] / whole) ** COVER)
  }

  /**
   * What is shown of something found: with its best part, and the terms of the names that it bears.
   *
   * @param {number} found Its number.
   * @param {number} score
   * @param {Idea[]} ideas
   */
  result(found, score, ideas) {
    /** @type {Map<number, number>} */
    const parts = new Map()
    /** @type {Set<string>} */
    const terms = new Set()
    for (const { borne, weight } of ideas) {
      if (!borne[found]) continue
      const { name, from, to, weigh } = borne[found]
      for (let at = from; at < to; at++) {
        const document = name.documents[at]
        parts.set(document, (parts.get(document) ?? 0) + weight * weigh(name.scores[at]))
      }
      for (const [term] of name.words.flat()) terms.add(term)
    }
    const [best] = [...parts].reduce((a, b) => (b[1] > a[1] ? b : a))
    const { id, kind, path, title } = this.found[found]
    // A part of a page is found as that, wherever below its heading the answer is.
    const [page, own = ""] = id.split("#")
    const anchor = this.anchors[found][best - this.first[found]] || own
    return { found, id: own || !anchor ? id : `${page}#${anchor}`, kind, path, anchor, title, score, terms }
  }

  /**
   * The query with every word that the catalogue does not know changed to the nearest word of a title; "" where none is.
   *
   * @param {string} query
   */
  nearest(query) {
    let changed = false
    const words = this.words(query).map(word => {
      const typed = term(word)
      const found = this.certain(word, typed).length || this.within(typed).length ? "" : this.titled(typed)
      changed ||= Boolean(found)
      return found || word
    })
    return changed ? words.join(" ") : ""
  }

  /**
   * The word of a title whose term is nearest to this one; "" where none is near.
   *
   * @param {string} typed
   */
  titled(typed) {
    if (!this.titles.size) {
      // Of several forms, the first.
      const words = this.found.flatMap(({ title }) => this.words(title)).reverse()
      for (const word of words) this.titles.set(term(word), word)
    }
    const [found] = near([...this.titles.keys()].sort(), typed, Math.round(typed.length * 0.4))
      .map(([known, slips]) => ({ known, worth: SLIP(known, slips), letters: alike(known, typed) }))
      .sort((a, b) => b.worth - a.worth || b.letters - a.letters)
    return found ? (this.titles.get(found.known) ?? "") : ""
  }

  /**
   * The ideas of a query, each as the names it is sought under.
   *
   * @param {string} query
   */
  ideas(query) {
    let typed = this.words(query)
    if (!typed.length) typed = all(query)
    const terms = typed.map(term)
    /** @type {Phrase[]} */
    const ideas = []
    for (let at = 0; at < terms.length; ) {
      const phrase = this.phrase(typed.slice(at), terms.slice(at)) ?? this.single(typed[at], terms[at], at === terms.length - 1)
      ideas.push(phrase)
      at += phrase.length
    }
    return ideas
  }

  /**
   * Several words that are one idea: those that data/vocabulary gives a meaning, or a compound written in two.
   *
   * @param {string[]} typed
   * @param {string[]} terms
   * @returns {Phrase | null}
   */
  phrase(typed, terms) {
    /** @param {number} length */
    const literal = (length, sure = SURE.typed) =>
      terms.slice(0, length).every(one => this.known.has(one)) ? [name(terms.slice(0, length), sure)] : []
    for (let length = Math.min(this.longest, terms.length); length > 1; length--) {
      const meant = this.known.meant.get(terms.slice(0, length).join(" "))
      if (meant) return { names: [...literal(length), ...meant.map(terms => name(terms, SURE.meant))], length }
    }
    if (terms.length < 2) return null
    const joined = [`${typed[0]}${typed[1]}`, `${typed[0]}s${typed[1]}`].map(term).find(one => this.known.has(one))
    return joined ? { names: [name([joined], SURE.typed), ...literal(2, SURE.apart)], length: 2 } : null
  }

  /**
   * An idea of one word; `last` where the word may not be finished yet.
   *
   * @param {string} word
   * @param {string} typed
   * @param {boolean} last
   * @returns {Phrase}
   */
  single(word, typed, last) {
    return {
      names: this.names(word, typed, last),
      light: this.light.has(typed) || this.asked(typed).length > 0,
      length: 1,
    }
  }

  /**
   * @param {string} word
   * @param {string} typed
   * @param {boolean} last
   * @returns {Name[]}
   */
  names(word, typed, last) {
    const names = this.certain(word, typed)
    if (typed.length < 3) return names
    if (names.length) return last ? [...names, this.beginning(typed, SURE.part)] : names
    /** @type {Word} */
    const slip = near(this.known.terms, typed, slips(typed)).map(([known, slips]) => [known, SLIP(known, slips)])
    return [
      this.beginning(typed, SURE.beginning),
      { sure: SURE.slip, words: [slip] },
      ...this.within(typed).map(known => name([known], SURE.within)),
    ]
  }

  /**
   * The names of a word that the catalogue knows, be it without its accents, by the words it is made of or in Norwegian or Swedish.
   *
   * @param {string} word
   * @param {string} typed
   * @returns {Name[]}
   */
  certain(word, typed) {
    const names = this.known.has(typed) ? [name([typed], SURE.typed)] : []
    for (const terms of this.known.meant.get(typed) ?? []) names.push(name(terms, SURE.meant))
    const compound = parts(word, this.known, this.stop)
    if (compound.length) names.push(name(compound, names.length ? SURE.part : SURE.compound))
    if (names.length) return names
    const plain = unaccented(typed)
    const accented = this.known.beginning(typed[0]).filter(known => unaccented(known) === plain)
    const danish = asDanish(word)
    if (!accented.length && danish !== word) return this.certain(danish, term(danish))
    return accented.map(known => name([known], SURE.unaccented))
  }

  /**
   * The terms that end so.
   *
   * @param {string} typed
   */
  within(typed) {
    return typed.length > 3 ? this.known.terms.filter(known => known.endsWith(typed)) : []
  }

  /**
   * @param {string} typed
   * @param {number} sure
   * @returns {Name}
   */
  beginning(typed, sure) {
    return {
      sure,
      words: [
        this.known.beginning(typed).map(known => [known, known === typed ? 1 : LONGER(known, known.length - typed.length)]),
      ],
    }
  }

  /**
   * An idea: what it weighs, and of everything that bears it the name it bears best: `worth`, from 0 to 1.
   *
   * @param {Name[]} names
   * @param {boolean} [light]
   * @returns {Idea}
   */
  idea(names, light) {
    /** @type {Best[]} */
    const borne = []
    for (const { words, sure } of names) {
      const name = this.borne(words)
      const most = name.found.reduce((most, { score }) => Math.max(most, score), 0)
      /** @param {number} score */
      const weigh = score => sure * (EVEN + (1 - EVEN) * Math.sqrt(score / most))
      for (const { found, score, from, to } of name.found) {
        const worth = weigh(score)
        if (worth > (borne[found]?.worth ?? 0)) borne[found] = { worth, name, from, to, weigh }
      }
    }
    // What few of the pages bear says more than what all do; a page that barely bears it hardly counts.
    const pages = sum(borne.filter((_, found) => this.found[found].worth === 1).map(({ worth }) => worth ** FEW))
    return { borne, weight: (light ? LIGHT : 1) * Math.log(1 + this.pages / Math.max(1, pages)) ** RARE }
  }

  /**
   * The catalogue's documents that have the words of a name. What is found scores as its best part does, and a little for each of
   * the others. A large catalogue has many documents, so there are no objects for them.
   *
   * @param {Word[]} words
   * @returns {Borne}
   */
  borne(words) {
    const { scores, met, last } = this
    /** @type {number[]} */
    const all = []
    for (const [number, word] of words.entries()) {
      for (const [one, weight] of word) {
        this.known.find(one, (document, score) => {
          if (!met[document]) all.push(document)
          if (last[document] !== number + 1) met[document]++
          last[document] = number + 1
          scores[document] += weight * score
        })
      }
    }
    const documents = Int32Array.from(all).sort()
    // Words that are met by half are met by much less than half.
    /** @type {Borne} */
    const name = {
      words,
      documents,
      scores: Float64Array.from(documents, one => (scores[one] * met[one]) / words.length ** 2),
      found: [],
    }
    for (const document of documents) scores[document] = met[document] = last[document] = 0
    for (let from = 0, to = 0; from < documents.length; from = to) {
      const found = this.documents[documents[from]]
      let [best, whole] = [0, 0]
      for (to = from; this.documents[documents[to]] === found; to++) {
        best = Math.max(best, name.scores[to])
        whole += name.scores[to]
      }
      name.found.push({ found, from, to, score: best + (REST * (whole - best)) / Math.sqrt(to - from) })
    }
    return name
  }
}

/**
 * A name whose words each have one term.
 *
 * @param {string[]} terms
 * @param {number} sure
 * @returns {Name}
 */
const name = (terms, sure) => ({ sure, words: terms.map(one => [[one, 1]]) })

/** @param {number[]} numbers */
const sum = numbers => numbers.reduce((all, one) => all + one, 0)
/** @param {string} term */
const unaccented = term => term.replace(/ae/g, "a").replace(/oe/g, "o").replace(/aa/g, "a")
/** @param {string} term */
const slips = term => (term.length < 4 ? 0 : term.length < 8 ? 1 : term.length < 12 ? 2 : 3)
