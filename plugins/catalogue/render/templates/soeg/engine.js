// Finds and ranks. No page and no worker in it: a query in, results out.
//
// A query is a row of ideas, one a word. An idea is sought under every name it may have in the catalogue: as typed, under
// the words that data/vocabulary gives for it, without the letters a keyboard lacked, as the words a compound is made of,
// and, only where none of these is known, as half a word or a word with a slip. What bears most ideas comes first.
import MiniSearch from "./minisearch.js"
import { all, parts, slug, term, words } from "./danish.js"
import { miniSearchIndex } from "./index.js"

const BOOST = { titel: 6, synonymer: 5, resume: 2.5, overskrift: 2, tekst: 1 }
// How sure a name is to mean what was typed.
const SURE = { typed: 1, unaccented: 0.95, meant: 0.8, compound: 0.8, part: 0.4, beginning: 0.6, within: 0.5, slip: 0.6 }
// A template, an overview or a word of the glossary helps, but the page about the matter itself comes first.
const WORTH = { skabelon: 0.5, overblik: 0.3, ordliste: 0.2 }
// And so does the part of a page before the page that it is a part of.
const WHOLE = 0.88
// What it is worth to bear an idea at all; the rest is by how well.
const EVEN = 0.5
// What the rest of a page adds to its best part.
const REST = 0.2
// How much less a light word counts, and how much it takes away that some of the ideas are not borne.
const LIGHT = 0.2
const COVER = 0.7

export class Engine {
  constructor(data) {
    this.kinds = data.kinds
    const whole = new Set(data.found.map(([id]) => id.split("#")).filter(([, anchor]) => anchor).map(([page]) => page))
    this.found = data.found.map(([id, kind, path, title]) => (
      { id: id || `${path.slice(1, -1)}#${slug(title)}`, kind, path, title, worth: WORTH[kind] ?? (whole.has(id) ? WHOLE : 1) }))
    this.pages = this.found.filter(found => found.worth === 1).length
    // A document is the head of what is found, or one of its parts.
    this.documents = data.found.flatMap(([, , , , ...anchors], found) => ["", ...anchors].map(anchor => ({ found, anchor })))
    this.stop = new Set(data.stop.split(" "))
    this.light = new Set(data.light.split(" "))
    const index = miniSearchIndex(data, this.documents.length)
    this.known = new Set(index.index.map(([term]) => term))
    this.unaccented = group([...this.known].map(term => [unaccented(term), term]))
    this.meant = meanings(data.meant)
    this.longest = Math.max(1, ...[...this.meant.keys()].map(typed => typed.split(" ").length))
    const options = { tokenize: text => [text], processTerm: term => term }
    this.index = MiniSearch.loadJS(index, { ...options, fields: data.fields, searchOptions: { boost: BOOST } })
    this.spelling = new MiniSearch({ ...options, fields: ["term"], idField: "word" })
    this.spelling.addAll([...new Set(data.found.flatMap(([, , , title]) => this.words(title)))].map(word => ({ word, term: term(word) })))
  }

  words(text) {
    return words(text, this.stop)
  }

  // The results for a query, best first: { id, kind, path, anchor, title, terms }, where `terms` are those that matched.
  search(query) {
    const ideas = this.ideas(query)
    const results = new Map()
    let whole = 0
    for (const { names, light } of ideas) {
      const idea = this.under(names)
      const weight = (light ? LIGHT : 1) * this.rare(idea)
      whole += weight
      for (const [found, { worth, parts, terms }] of idea) {
        const result = results.get(found) ?? { score: 0, met: 0, parts: new Map(), terms: new Set() }
        result.met += weight
        result.score += weight * worth
        for (const [document, one] of parts) result.parts.set(document, (result.parts.get(document) ?? 0) + weight * one)
        for (const one of terms) result.terms.add(one)
        results.set(found, result)
      }
    }
    return [...results]
      .map(([order, { score, met, parts, terms }]) => {
        const { id, kind, path, title, worth } = this.found[order]
        const [best] = [...parts].reduce((a, b) => (b[1] > a[1] ? b : a))
        const [page, anchor = this.documents[best].anchor] = id.split("#")
        return { id: anchor ? `${page}#${anchor}` : page, kind, path, anchor, title, terms, order, score: worth * score * (met / whole) ** COVER }
      })
      .sort((a, b) => b.score - a.score || a.order - b.order)
  }

  // The query with every word that the catalogue does not know changed to the nearest word of a title; "" where none is.
  nearest(query) {
    let changed = false
    const near = this.words(query).map(word => {
      if (this.names(word, term(word), false).some(({ how }) => !how)) return word
      const found = this.spelling.search(term(word), { fuzzy: 0.4 })[0]?.id
      changed ||= Boolean(found)
      return found ?? word
    })
    return changed ? near.join(" ") : ""
  }

  // The ideas of a query, each as the names it is sought under: { terms, sure, how }.
  ideas(query) {
    let typed = this.words(query)
    if (!typed.length) typed = all(query)
    const terms = typed.map(term)
    const ideas = []
    for (let at = 0; at < terms.length; at += ideas.at(-1).length) {
      const names = () => this.names(typed[at], terms[at], at === terms.length - 1)
      ideas.push(this.phrase(typed.slice(at), terms.slice(at)) ?? { names: names(), light: this.light.has(terms[at]), length: 1 })
    }
    return ideas
  }

  // Several words that are one idea: those that data/vocabulary gives a meaning, or a compound written in two.
  phrase(typed, terms) {
    const literal = length => (terms.slice(0, length).every(one => this.known.has(one)) ? [{ terms: terms.slice(0, length), sure: SURE.typed }] : [])
    for (let length = Math.min(this.longest, terms.length); length > 1; length--) {
      const meant = this.meant.get(terms.slice(0, length).join(" "))
      if (meant) return { names: [...literal(length), ...meant.map(terms => ({ terms, sure: SURE.meant }))], length }
    }
    if (terms.length < 2) return null
    const joined = [typed[0] + typed[1], typed[0] + "s" + typed[1]].map(term).find(one => this.known.has(one))
    return joined ? { names: [{ terms: [joined], sure: SURE.typed }, ...literal(2)], length: 2 } : null
  }

  // The names of an idea of one word; `last` where the word may not be finished yet.
  names(word, typed, last) {
    const names = []
    if (this.known.has(typed)) names.push({ terms: [typed], sure: SURE.typed })
    for (const terms of this.meant.get(typed) ?? []) names.push({ terms, sure: SURE.meant })
    const compound = parts(word, this.known, this.stop)
    if (compound.length) names.push({ terms: compound, sure: names.length ? SURE.part : SURE.compound })
    if (!names.length) {
      for (const known of this.unaccented.get(unaccented(typed)) ?? []) names.push({ terms: [known], sure: SURE.unaccented })
    }
    if (typed.length < 3) return names
    if (!names.length) {
      names.push({ terms: [typed], sure: SURE.beginning, how: { prefix: true } })
      names.push({ terms: [typed], sure: SURE.slip, how: { fuzzy: slips(typed) } })
      if (typed.length > 3) {
        for (const known of this.known) if (known.endsWith(typed)) names.push({ terms: [known], sure: SURE.within })
      }
    } else if (last) {
      names.push({ terms: [typed], sure: SURE.part, how: { prefix: true } })
    }
    return names
  }

  // All that is found under one of the names of an idea: what it is worth, from 0 to 1, in which parts, by which terms.
  under(names) {
    const idea = new Map()
    for (const name of names) {
      const borne = this.borne(name)
      const most = Math.max(...[...borne.values()].map(({ score }) => score))
      const worth = score => name.sure * (EVEN + (1 - EVEN) * Math.sqrt(score / most))
      for (const [found, { score, parts, terms }] of borne) {
        if (worth(score) > (idea.get(found)?.worth ?? 0)) {
          idea.set(found, { worth: worth(score), parts: parts.map(([document, one]) => [document, worth(one)]), terms })
        }
      }
    }
    return idea
  }

  // What a name is found in, and how well: its best part, and a little for each of the others.
  borne({ terms, how }) {
    const documents = new Map()
    for (const one of terms) {
      for (const result of this.index.search(one, how)) documents.set(result.id, [...(documents.get(result.id) ?? []), result])
    }
    const found = group([...documents].map(([document, results]) => [this.documents[document].found, { document, results }]))
    return new Map([...found].map(([number, all]) => {
      // Words that are met by half are met by much less than half.
      const parts = all.map(({ document, results }) => [document, sum(results.map(({ score }) => score)) * results.length / terms.length ** 2])
      const [best, ...rest] = parts.map(([, score]) => score).sort((a, b) => b - a)
      const matched = all.flatMap(({ results }) => results.flatMap(result => result.terms))
      return [number, { score: best + REST * sum(rest) / Math.sqrt(parts.length), parts, terms: matched }]
    }))
  }

  // How rare an idea is among the pages: what few of them bear says more than what all do.
  rare(idea) {
    const pages = [...idea.keys()].filter(found => this.found[found].worth === 1).length
    return Math.log(1 + this.pages / Math.max(1, pages))
  }
}

// Pairs as a map from each first to all of its seconds.
function group(pairs) {
  const groups = new Map()
  for (const [first, second] of pairs) {
    if (groups.has(first)) groups.get(first).push(second)
    else groups.set(first, [second])
  }
  return groups
}

// "dialograad:borgerpanel,panel" a line: what is found, and what is typed for it.
function meanings(text) {
  return group(text.split("\n").filter(Boolean).flatMap(row => {
    const [found, typed] = row.split(":")
    return typed.split(",").map(one => [one, found.split(" ")])
  }))
}

const sum = numbers => numbers.reduce((all, one) => all + one, 0)
const unaccented = term => term.replace(/ae/g, "a").replace(/oe/g, "o").replace(/aa/g, "a")
const slips = term => (term.length < 4 ? 0 : term.length < 8 ? 1 : 2)
