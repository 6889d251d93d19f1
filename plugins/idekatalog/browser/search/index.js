// The terms of the catalogue and where each of them stands, as catalogue/search/index.py writes them.
//
// All terms come at once: a slip, half a word or a compound can be meant for any of them. Where they stand is most of the
// index; that is cut into shards, each with what is meant by what may be typed, and only those are fetched that a query needs.
// The terms of a shard are a text of their own, which is read when somebody looks for one of them.

// How BM25+ weighs a term in a field: how little it helps to have it (K), how much a long text counts against it (B), and
// what it is worth in any text (D). A field has a term or not, so how often says nothing.
const K = 1.2
const B = 0.7
const D = 0.5

/** @typedef {(number: number) => string | Promise<string>} Fetched What gives the rows of a shard by its number. */

export class Index {
  /** @type {string[][]} The terms of every shard that has been read. */
  shards = []
  /** @type {Map<number, Promise<void>>} The shards whose rows have been asked for. */
  asked = new Map()
  /** @type {Map<number, string[]>} The rows of every shard that is there. */
  rows = new Map()
  /** @type {Map<string, string[][]>} What is found for what is typed, of the shards that are there. */
  meant = new Map()
  /** @type {string[] | undefined} */
  every

  /**
   * @param {{ terms: string[], lengths: number[][] }} index The terms of every shard, and the lengths of every field.
   * @param {number[]} boosts What each field is worth.
   * @param {Fetched} fetched
   */
  constructor({ terms, lengths }, boosts, fetched) {
    this.texts = terms
    this.firsts = terms.map(text => text.slice(1).split("\n", 1)[0])
    this.fields = lengths.map((documents, field) => {
      // Of the documents that have anything in the field.
      const count = Math.max(1, documents.filter(Boolean).length)
      return { documents, count, average: sum(documents) / count, boost: boosts[field] }
    })
    this.fetched = fetched
  }

  // Every term, in order.
  get terms() {
    this.every ??= this.texts.flatMap((_, number) => this.shard(number))
    return this.every
  }

  /** @param {string} term */
  has(term) {
    return this.place(term).found
  }

  /**
   * The terms that begin so.
   *
   * @param {string} letters
   */
  beginning(letters) {
    /** @type {string[]} */
    const found = []
    for (let { number, row } = this.place(letters); number < this.texts.length; number++, row = 0) {
      const terms = this.shard(number)
      for (; row < terms.length; row++) {
        if (!terms[row].startsWith(letters)) return found
        found.push(terms[row])
      }
    }
    return found
  }

  /**
   * Fetches what says where the terms stand, and what is meant by them.
   *
   * @param {string[]} terms
   */
  async load(terms) {
    const numbers = new Set(terms.map(term => this.place(term).number))
    await Promise.all(
      [...numbers].map(number => {
        if (!this.asked.has(number)) this.asked.set(number, this.fetch(number))
        return this.asked.get(number)
      }),
    )
  }

  /** @param {number} number */
  async fetch(number) {
    try {
      const [rows, meant] = (await this.fetched(number)).split("\n\n")
      this.rows.set(number, rows.split("\n"))
      this.learn(meant)
    } catch (error) {
      // Whoever was without a network for a moment may ask again.
      this.asked.delete(number)
      throw error
    }
  }

  /**
   * Learns what is found for what is typed. A line is "dialograad:borgerpanel,panel": what is found, and what is typed for it.
   *
   * @param {string} text
   */
  learn(text) {
    for (const row of text.split("\n").filter(Boolean)) {
      const [found, typed] = row.split(":")
      for (const one of typed.split(",")) this.meant.set(one, [...(this.meant.get(one) ?? []), found.split(" ")])
    }
  }

  /**
   * Calls `found` for every field of every document that a loaded term stands in.
   *
   * @param {string} term
   * @param {(document: number, score: number) => void} found
   */
  find(term, found) {
    const place = this.place(term)
    const rows = this.rows.get(place.number)
    if (!place.found || !rows) return
    for (const list of rows[place.row].split(" ")) {
      const { documents, count, average, boost } = this.fields[Number(list[0])]
      const steps = list.slice(1).split(",")
      const rare = boost * Math.log(1 + (count - steps.length + 0.5) / (steps.length + 0.5))
      let document = 0
      for (const step of steps) {
        document += parseInt(step, 36)
        found(document, rare * (D + (K + 1) / (1 + K * (1 - B + (B * documents[document]) / average))))
      }
    }
  }

  /**
   * The shard that a term stands in or would stand in, its row there, and whether it does.
   *
   * @param {string} term
   */
  place(term) {
    const next = after(this.firsts, term)
    const number = this.firsts[next] === term ? next : Math.max(0, next - 1)
    const row = after(this.shard(number), term)
    return { number, row, found: this.shard(number)[row] === term }
  }

  /**
   * The terms of a shard, in order.
   *
   * @param {number} number
   */
  shard(number) {
    this.shards[number] ??= decoded(this.texts[number])
    return this.shards[number]
  }
}

/**
 * The terms of a sorted list that are at most so many slips away: [term, slips]. A slip is a letter too many, too few or another.
 * Terms that begin alike share what is counted for their beginning.
 *
 * @param {string[]} terms
 * @param {string} sought
 * @param {number} most
 */
export function near(terms, sought, most) {
  /** @type {[string, number][]} */
  const found = []
  // The slips between the first letters of a term, a row each, and the first letters of what is sought.
  const rows = [Array.from({ length: sought.length + 1 }, (_, letters) => letters)]
  let before = ""
  let hopeless = Infinity
  for (const term of terms) {
    let letters = alike(before, term)
    before = term
    if (letters >= hopeless) continue
    hopeless = Infinity
    while (letters < term.length && hopeless === Infinity) {
      const row = [letters + 1]
      for (let n = 1; n <= sought.length; n++) {
        const other = sought[n - 1] === term[letters] ? 0 : 1
        row[n] = Math.min(row[n - 1] + 1, rows[letters][n] + 1, rows[letters][n - 1] + other)
      }
      letters++
      rows[letters] = row
      if (row.every(slips => slips > most)) hopeless = letters
    }
    if (hopeless === Infinity && rows[letters][sought.length] <= most) found.push([term, rows[letters][sought.length]])
  }
  return found
}

/**
 * How many letters two words begin with that are the same.
 *
 * @param {string} a
 * @param {string} b
 */
export function alike(a, b) {
  let letters = 0
  while (letters < a.length && a[letters] === b[letters]) letters++
  return letters
}

/**
 * "3grup": the first three letters of the term before, and "grup". Numbers are to the base of 36.
 *
 * @param {string} text
 */
function decoded(text) {
  let term = ""
  return text.split("\n").map(row => {
    term = term.slice(0, parseInt(row[0], 36)) + row.slice(1)
    return term
  })
}

/**
 * The number of the first in a sorted list that does not come before the term.
 *
 * @param {string[]} terms
 * @param {string} term
 */
function after(terms, term) {
  let [low, high] = [0, terms.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (terms[middle] < term) low = middle + 1
    else high = middle
  }
  return low
}

/** @param {number[]} numbers */
const sum = numbers => numbers.reduce((all, one) => all + one, 0)
