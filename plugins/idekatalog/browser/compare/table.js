// What stands side by side: the guides an address names, and which rows are alike.

/** @typedef {{ name: string, texts: string[], taken: boolean }} Row */
/** @typedef {{ id: string, kind: string, title: string, path: string, checklist: string, rows: Row[] }} Guide */

export const MOST = 4
// Characters of a cell that are shown at once.
const ROOM = 260

/**
 * The ids of the guides an address names. Only what can be an id: an address is written by whoever sends it.
 *
 * @param {string} address
 */
export function named(address) {
  const ids = (new URL(address).searchParams.get("sammenlign") ?? "").split(",").filter(id => /^[a-z0-9-]{1,80}$/.test(id))
  return [...new Set(ids)].slice(0, MOST)
}

/**
 * The rows of the guides side by side, and whether they say the same of all. A row that is empty for all is left out.
 *
 * @param {Guide[]} guides
 * @returns {{ name: string, taken: boolean, cells: string[][], same: boolean }[]}
 */
export function rows(guides) {
  const [first, ...others] = guides
  return first.rows
    .map(({ name, taken, texts }, at) => {
      const cells = [texts, ...others.map(guide => guide.rows[at].texts)]
      return { name, taken, cells, same: cells.every(cell => cell.join("\n") === texts.join("\n")) }
    })
    .filter(({ cells }) => cells.some(cell => cell.length))
}

/**
 * How many of the texts have room in a cell; one always has.
 *
 * @param {string[]} texts
 */
export function fitting(texts) {
  let room = ROOM
  for (const [at, text] of texts.entries()) {
    room -= text.length
    if (room < 0) return Math.max(at, 1)
  }
  return texts.length
}
