// Finds and ranks. No page and no worker in it: a query in, results out.
//
// A query is a row of ideas, one a word. An idea is sought under every name it may have in the catalogue: as typed, under
// the words that data/vocabulary gives for it, without the letters a keyboard lacked, as the words a compound is made of,
// and, only where none of these is known, as half a word or a word with a slip. What bears most ideas comes first.
import MiniSearch from "./minisearch.js"
import { all, parts, term, words } from "./danish.js"
import { miniSearchIndex } from "./index.js"

const BOOST = { titel: 6, synonymer: 5, resume: 2.5, overskrift: 2, tekst: 1 }
// How much a name of an idea is worth, by how sure it is to mean what was typed.
const SURE = { typed: 1, unaccented: 0.95, meant: 0.8, compound: 0.8, part: 0.4, beginning: 0.6, within: 0.5, slip: 0.6 }
// An overview or a word of the glossary helps, but the page about the matter itself comes first.
const WORTH = { overblik: 0.3, ordliste: 0.2 }
// What the rest of a record adds to its best part.
const REST = 0.2
// What it is worth to bear an idea at all, beside how well.
const EVEN = 0.5
const CURVE = 0.5
// How much less a light word counts.
const LIGHT = 0.2
const COVER = 0.7

export class Engine {
  constructor(data) {
    this.found = data.found.map(([id, kind, path, title]) => ({ id, kind, path, title, worth: WORTH[kind] ?? 1 }))
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
    this.index = MiniSearch.loadJS(index, {
      fields: data.fields,
      tokenize: text => [text],
      processTerm: term => term,
      searchOptions: { boost: BOOST },
    })
  }

  // The results for a query, best first: what is found, the anchor of the part that answers, and the terms that matched.
  search(query) {
    const ideas = this.ideas(query)
    const results = new Map()
    let all = 0
    for (const { names, light } of ideas) {
      const idea = this.under(names)
      const rare = (light ? LIGHT : 1) * this.rare(idea)
      all += rare
      for (const [found, { score, parts }] of idea) {
        const result = results.get(found) ?? { score: 0, met: 0, parts: new Map() }
        result.met += rare
        result.score += rare * score
        for (const [document, one] of parts) result.parts.set(document, (result.parts.get(document) ?? 0) + rare * one)
        results.set(found, result)
      }
    }
    return [...results]
      .map(([order, { score, met, parts }]) => {
        const found = this.found[order]
        const [best] = [...parts].reduce((a, b) => (b[1] > a[1] ? b : a))
        const [id, anchor = this.documents[best].anchor] = found.id.split("#")
        return { ...found, id: anchor ? `${id}#${anchor}` : id, anchor, order, score: found.worth * score * (met / all) ** COVER }
      })
      .sort((a, b) => b.score - a.score || a.order - b.order)
  }

  // How rare an idea is among the pages: what few pages bear says more than what all do.
  rare(idea) {
    const pages = [...idea.keys()].filter(found => this.found[found].worth === 1).length
    return Math.log(1 + this.pages / Math.max(1, pages))
  }

  // The ideas of a query, each as the names it is sought under: { terms, sure, and how }.
  ideas(query) {
    let typed = words(query, this.stop)
    if (!typed.length) typed = all(query)
    const terms = typed.map(term)
    const ideas = []
    for (let at = 0; at < terms.length; ) {
      const taken = this.phrase(typed.slice(at), terms.slice(at))
      const last = at === terms.length - 1
      ideas.push(taken ?? { names: this.names(typed[at], terms[at], last), light: this.light.has(terms[at]), length: 1 })
      at += ideas.at(-1).length
    }
    return ideas
  }

  // Several words that are one idea: those that data/vocabulary gives a meaning, or a compound written in two.
  phrase(typed, terms) {
    for (let length = Math.min(this.longest, terms.length); length > 1; length--) {
      const meant = this.meant.get(terms.slice(0, length).join(" "))
      if (meant) return { names: [...this.literal(terms.slice(0, length)), ...meant.map(terms => ({ terms, sure: SURE.meant }))], length }
    }
    if (terms.length < 2) return null
    const joined = [typed[0] + typed[1], typed[0] + "s" + typed[1]].map(term).filter(one => this.known.has(one))
    if (!joined.length) return null
    return { names: [{ terms: joined, sure: SURE.typed }, ...this.literal(terms.slice(0, 2))], length: 2 }
  }

  literal(terms) {
    return terms.some(one => this.known.has(one)) ? [{ terms, sure: SURE.typed }] : []
  }

  names(word, typed, last) {
    const names = []
    if (this.known.has(typed)) names.push({ terms: [typed], sure: SURE.typed })
    for (const meant of this.meant.get(typed) ?? []) names.push({ terms: meant, sure: SURE.meant })
    const compound = parts(word, this.known, this.stop)
    if (compound.length) names.push({ terms: compound, sure: names.length ? SURE.part : SURE.compound })
    if (!names.length) {
      for (const known of this.unaccented.get(unaccented(typed)) ?? []) names.push({ terms: [known], sure: SURE.unaccented })
    }
    if (!names.length && typed.length > 2) {
      names.push({ terms: [typed], sure: SURE.beginning, how: { prefix: true } })
      for (const known of this.known) if (known.endsWith(typed) && typed.length > 3) names.push({ terms: [known], sure: SURE.within })
      names.push({ terms: [typed], sure: SURE.slip, how: { fuzzy: slips(typed) } })
    } else if (last && typed.length > 2) {
      names.push({ terms: [typed], sure: SURE.part, how: { prefix: true } })
    }
    return names
  }

  // All that is found under one of the names of an idea: how well, from 0 to 1, and in which of its parts.
  under(names) {
    const idea = new Map()
    for (const name of names) {
      const borne = this.borne(name)
      const most = Math.max(...[...borne.values()].map(({ score }) => score))
      for (const [found, { score, parts }] of borne) {
        const worth = name.sure * (EVEN + (1 - EVEN) * (score / most) ** CURVE)
        if (worth > (idea.get(found)?.score ?? 0)) idea.set(found, { score: worth, parts: parts.map(([document, one]) => [document, name.sure * (EVEN + (1 - EVEN) * (one / most) ** CURVE)]) })
      }
    }
    return idea
  }

  // What a name is found in, and how well: its best part, and a little for each of the others.
  borne({ terms, how }) {
    const documents = new Map()
    for (const one of terms) {
      for (const { id, score } of this.index.search(one, how)) documents.set(id, [...(documents.get(id) ?? []), score])
    }
    const found = new Map()
    for (const [document, scores] of documents) {
      // A compound that is met by half is met by much less than half.
      const score = (sum(scores) * scores.length) / terms.length ** 2
      const number = this.documents[document].found
      found.set(number, [...(found.get(number) ?? []), [document, score]])
    }
    return new Map([...found].map(([number, parts]) => {
      const [best, ...rest] = parts.map(([, score]) => score).sort((a, b) => b - a)
      return [number, { score: best + REST * sum(rest) / Math.sqrt(parts.length), parts }]
    }))
  }
}

const sum = numbers => numbers.reduce((all, one) => all + one, 0)
// Pairs as a map from each first to all of its seconds.
function group(pairs) {
  const groups = new Map()
  for (const [first, second] of pairs) groups.set(first, [...(groups.get(first) ?? []), second])
  return groups
}

// "dialograad:borgerpanel,panel" a line: what is found, and what is typed for it.
function meanings(text) {
  return group(text.split("\n").filter(Boolean).flatMap(row => {
    const [found, typed] = row.split(":")
    return typed.split(",").map(one => [one, found.split(" ")])
  }))
}

const unaccented = term => term.replace(/ae/g, "a").replace(/oe/g, "o").replace(/aa/g, "a")
const slips = term => (term.length < 4 ? 0 : term.length < 8 ? 1 : 2)
