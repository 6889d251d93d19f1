// What people write on a checklist, as data: no page in here.

import { _ } from "../words.js"
import { isDate } from "./day.js"

/** @typedef {Record<string, string>} Points The points of a checklist: the key of each, and its text. */
/** @typedef {{ vaerdi: string | boolean, tid: number }} Written What stands in a field, and when it was written. */
/**
 * A filled-in checklist, which the page calls "liste". `felter` holds every field ever written, under "<point>/<field>"; `kendt` is
 * the checklist as the worklist last saw it and what had gone by then. The keys are those of the files that people keep.
 *
 * @typedef {{
 *   id: string,
 *   post: string,
 *   felter: Record<string, Written>,
 *   kendt: { tekst: Points, udgaaet: Points, tid: number },
 * }} Worklist
 */

const PREFIX = "tjekliste:"
const KIND = "tjekliste-plan"
const VERSION = 1
// What a file may hold. A worklist on the device may hold twice as much: people go on writing in one that came from a file.
export const LARGEST = 1_000_000
const MOST = 1000

/** How long a field may be. */
export const LONGEST = 500

/** A reason, in Danish, why something is not taken. */
export class Refusal extends Error {}

// No crypto: some browsers have none where the page comes without TLS, and this is a name and no secret.
const random = () => Math.floor(Math.random() * 2 ** 32)

/**
 * A new worklist, with nothing written in it.
 *
 * @param {string} post The id of the record that the checklist belongs to.
 * @param {Points} points
 * @returns {Worklist}
 */
export const create = (post, points) => ({
  id: [Date.now(), random(), random()].join("-"),
  post,
  felter: {},
  kendt: { tekst: points, udgaaet: {}, tid: 0 },
})

/**
 * What stands in a field; "" where nothing was ever written.
 *
 * @param {Worklist} list
 * @param {string} point
 * @param {string} field
 */
export const value = (list, point, field) => list.felter[`${point}/${field}`]?.vaerdi ?? ""

/**
 * Writes a field, later than whatever was there, even where the clock was put back.
 *
 * @param {Worklist} list
 * @param {string} point
 * @param {string} field
 * @param {string | boolean} value
 */
export function write(list, point, field, value) {
  const name = `${point}/${field}`
  list.felter[name] = { vaerdi: value, tid: Math.max(Date.now(), (list.felter[name]?.tid ?? 0) + 1) }
}

/**
 * When something was last written in it; 0 where nothing ever was.
 *
 * @param {Worklist} list
 */
export const changed = list => Math.max(0, ...Object.values(list.felter).map(field => field.tid))

/**
 * Whether nothing is written in it, whatever it is a plan of.
 *
 * @param {Worklist} list
 */
export const empty = list => Object.entries(list.felter).every(([name, field]) => !field.vaerdi || name === "hoved/guider")

/**
 * One worklist of two versions of it: of each field what was written last.
 *
 * @param {Worklist} one
 * @param {Worklist} other
 * @returns {Worklist}
 */
export function merge(one, other) {
  const fields = { ...one.felter }
  for (const [name, field] of Object.entries(other.felter)) {
    if (!(fields[name]?.tid >= field.tid)) fields[name] = field
  }
  return { ...one, felter: fields, kendt: other.kendt.tid > one.kendt.tid ? other.kendt : one.kendt }
}

/**
 * What has come and what has gone since the worklist last saw the checklist: [key, text] each.
 *
 * @param {Worklist} list
 * @param {Points} points
 */
export function difference(list, points) {
  const known = list.kendt.tekst
  return {
    came: Object.entries(points).filter(([key]) => !Object.hasOwn(known, key)),
    gone: Object.entries(known).filter(([key]) => !Object.hasOwn(points, key)),
  }
}

/**
 * The worklist has seen the checklist as it is now.
 *
 * @param {Worklist} list
 * @param {Points} points
 */
export function seen(list, points) {
  const gone = Object.fromEntries(difference(list, points).gone)
  list.kendt = { tekst: points, udgaaet: { ...list.kendt.udgaaet, ...gone }, tid: Math.max(Date.now(), list.kendt.tid + 1) }
}

/**
 * What is written about points that are no longer on the checklist.
 *
 * @param {Worklist} list
 * @param {Points} points
 */
export function leftOver(list, points) {
  return Object.entries({ ...list.kendt.udgaaet, ...list.kendt.tekst })
    .filter(([key]) => !Object.hasOwn(points, key))
    .map(([key, text]) => ({
      text,
      values: Object.entries(list.felter)
        .filter(([name, field]) => name.startsWith(`${key}/`) && field.vaerdi)
        .map(([, field]) => field.vaerdi),
    }))
    .filter(({ values }) => values.length)
}

/** @param {Worklist} list */
const place = list => `${PREFIX}${list.post}:${list.id}`

/**
 * The worklists for this checklist on this device, the latest first; and how many there are that cannot be read.
 *
 * @param {string} post
 * @returns {{ lists: Worklist[], unreadable: number }}
 */
export function all(post) {
  const keys = Object.keys(localStorage).filter(key => key.startsWith(`${PREFIX}${post}:`))
  const lists = keys.flatMap(key => read(key) ?? [])
  return { lists: lists.sort((one, other) => changed(other) - changed(one)), unreadable: keys.length - lists.length }
}

/**
 * The worklist as the device has it; null where it has none.
 *
 * @param {Worklist} list
 */
export const stored = list => read(place(list))

/**
 * Puts the worklist on the device, merged with what another tab has put there, and gives the whole.
 *
 * @param {Worklist} list
 */
export function store(list) {
  const there = stored(list)
  const whole = there ? merge(list, there) : list
  localStorage.setItem(place(list), JSON.stringify(whole))
  return whole
}

/** @param {Worklist} list */
export const remove = list => localStorage.removeItem(place(list))

/** Every worklist on the device, those of other checklists too. */
export function removeAll() {
  for (const key of Object.keys(localStorage).filter(key => key.startsWith(PREFIX))) localStorage.removeItem(key)
}

/**
 * Whether what has changed under a key of the device, or under all where that is null, is this worklist.
 *
 * @param {string | null} key
 * @param {Worklist} list
 */
export const isPlace = (key, list) => key === null || key === place(list)

/**
 * The worklist as the text of a file.
 *
 * @param {Worklist} list
 */
export const file = list => `${JSON.stringify({ slags: KIND, udgave: VERSION, plan: list }, null, 1)}\n`

/**
 * The worklist in a file. Throws a Refusal.
 *
 * @param {string} text
 * @param {string} post
 * @returns {Worklist}
 */
export function open(text, post) {
  let content
  try {
    content = JSON.parse(text)
  } catch {
    throw new Refusal(_("Filen er beskadiget eller er ikke gemt fra en tjekliste."))
  }
  if (content?.slags !== KIND) throw new Refusal(_("Filen er ikke gemt fra en tjekliste."))
  if (content.udgave !== VERSION)
    throw new Refusal(_("Filen er gemt fra en anden udgave af tjeklisten, som denne side ikke kan læse."))
  if (!hasKeys(content, ["slags", "udgave", "plan"]))
    throw new Refusal(_("Filen er beskadiget: {grund}.", { grund: _("noget mangler eller er forkert") }))
  const list = checked(content.plan, MOST)
  if (list.post !== post) throw new Refusal(_("Filen hører til en anden tjekliste: {liste}.", { liste: list.post }))
  return list
}

/**
 * A worklist of the device, merged with one from a file. Throws a Refusal where both together are too much.
 *
 * @param {Worklist} there
 * @param {Worklist} opened
 */
export const joined = (there, opened) => checked(merge(there, opened), MOST)

/**
 * The worklist under a key of the device; null where there is none, or something that no checklist has put there.
 *
 * @param {string} key
 */
function read(key) {
  try {
    const list = checked(JSON.parse(localStorage.getItem(key) ?? "null"), 2 * MOST)
    return place(list) === key ? list : null
  } catch (error) {
    if (error instanceof Refusal || error instanceof SyntaxError) return null
    throw error
  }
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, any>}
 */
const isObject = value => typeof value === "object" && value !== null && !Array.isArray(value)
/**
 * @param {unknown} value
 * @param {string[]} known
 * @returns {value is Record<string, any>}
 */
const hasKeys = (value, known) =>
  isObject(value) && Object.keys(value).length === known.length && known.every(key => Object.hasOwn(value, key))
/**
 * Whether it is a time, far enough from the largest number that a later one can always be written.
 *
 * @param {any} value
 */
const isTime = value => Number.isInteger(value) && value >= 0 && value < 2 ** 52
/**
 * Whether it is a text; no point on a checklist is nearly as long as it may be.
 *
 * @param {unknown} value
 */
const isText = value => typeof value === "string" && value.length <= 5000
// A point is known by a digest of its words, and by a number where two have the same; in a plan, by its guide first.
const KEY = "(?:(?:[a-z0-9-]{1,80}\\.)?[0-9a-f]{8}(?:-\\d{1,3})?|eget-\\d)"
const POINT = new RegExp(`^${KEY}$`)
const FIELD = new RegExp(`^(?:${KEY}/(?:gjort|hvem|hvornaar|note|handling)|hoved/(?:sted|dato|ansvarlig|naeste|navn|guider))$`)

/**
 * The same, as the worklist it is. Throws a Refusal for whatever no checklist writes: an unknown key, another type, a day there is
 * not, more than `most` of anything.
 *
 * @param {unknown} list
 * @param {number} most
 * @returns {Worklist}
 */
function checked(list, most) {
  if (!hasKeys(list, ["id", "post", "felter", "kendt"])) throw damaged(_("noget mangler eller er forkert"))
  if (typeof list.id !== "string" || !/^[0-9-]{1,40}$/.test(list.id)) throw damaged(_("listens nummer er forkert"))
  if (typeof list.post !== "string" || !/^[a-z0-9-]{1,80}$/.test(list.post))
    throw damaged(_("den siger ikke, hvilken tjekliste den hører til"))
  if (!isObject(list.felter)) throw damaged(_("felterne mangler"))
  if (Object.keys(list.felter).length > most) throw damaged(_("der er for meget i den"))
  for (const [name, field] of Object.entries(list.felter)) checkField(name, field)
  const { kendt: known } = list
  if (!hasKeys(known, ["tekst", "udgaaet", "tid"]) || !isTime(known.tid)) throw damaged(_("noget mangler eller er forkert"))
  for (const points of [known.tekst, known.udgaaet]) {
    if (!isObject(points) || !Object.entries(points).every(([key, value]) => POINT.test(key) && isText(value)))
      throw damaged(_("et punkt på listen er forkert"))
    if (Object.keys(points).length > most) throw damaged(_("der er for meget i den"))
  }
  return {
    id: list.id,
    post: list.post,
    felter: list.felter,
    kendt: { tekst: known.tekst, udgaaet: known.udgaaet, tid: known.tid },
  }
}

/**
 * @param {string} name
 * @param {unknown} field
 */
function checkField(name, field) {
  if (!FIELD.test(name)) throw damaged(_("den har et felt, som ingen tjekliste har"))
  if (!hasKeys(field, ["vaerdi", "tid"]) || !isTime(field.tid)) throw damaged(_("et felt er forkert"))
  const { vaerdi: value } = field
  if (name.endsWith("/gjort")) {
    if (typeof value !== "boolean") throw damaged(_("et kryds er hverken sat eller slettet"))
  } else if (typeof value !== "string") throw damaged(_("et felt er ikke tekst"))
  else if (value.length > (name === "hoved/guider" ? 4 * LONGEST : LONGEST))
    throw damaged(_("et felt er på mere end {n} tegn", { n: LONGEST }))
  else if (/\/(?:hvornaar|dato)$/.test(name) && value && !isDate(value)) throw damaged(_("en dato findes ikke"))
}

/** @param {string} reason */
const damaged = reason => new Refusal(_("Filen er beskadiget: {grund}.", { grund: reason }))
