/* What people write on a checklist, as data: no page in here.

A plan, which the page calls "liste", is {id, post, felter, kendt}. "felter" holds every field ever written, under "<punkt>/<felt>", as
{vaerdi, tid}; "kendt" is the list as the plan last saw it and what had gone by then, as {tekst: {punkt: tekst}, udgaaet, tid}. */

import { isDate } from "./calendar.js"

const PREFIX = "tjekliste:"
const KIND = "tjekliste-plan"
const VERSION = 1
// What a file may hold. A plan on the device may hold twice as much: people go on writing in one that came from a file.
export const LARGEST = 1_000_000
const MOST = 1000

/** How long a field may be. */
export const LONGEST = 500

/** A reason, in Danish, why something is not taken. */
export class Refusal extends Error {}

// No crypto: some browsers have none where the page comes without TLS, and this is a name and no secret.
const random = () => Math.floor(Math.random() * 2 ** 32)

export const create = (post, items) => ({
  id: [Date.now(), random(), random()].join("-"),
  post,
  felter: {},
  kendt: { tekst: items, udgaaet: {}, tid: 0 },
})

export const value = (plan, point, field) => plan.felter[`${point}/${field}`]?.vaerdi ?? ""

/** Writes a field, later than whatever was there, even where the clock was put back. */
export function write(plan, point, field, value) {
  const name = `${point}/${field}`
  plan.felter[name] = { vaerdi: value, tid: Math.max(Date.now(), (plan.felter[name]?.tid ?? 0) + 1) }
}

export const changed = plan => Math.max(0, ...Object.values(plan.felter).map(field => field.tid))

export const empty = plan => Object.values(plan.felter).every(field => !field.vaerdi)

/** One plan of two versions of it: of each field what was written last. */
export function merge(one, other) {
  const fields = { ...one.felter }
  for (const [name, field] of Object.entries(other.felter)) {
    if (!(fields[name]?.tid >= field.tid)) fields[name] = field
  }
  return { ...one, felter: fields, kendt: other.kendt.tid > one.kendt.tid ? other.kendt : one.kendt }
}

/** What has come and what has gone since the plan last saw the list: [key, text] each. */
export function difference(plan, items) {
  const known = plan.kendt.tekst
  return {
    came: Object.entries(items).filter(([key]) => !Object.hasOwn(known, key)),
    gone: Object.entries(known).filter(([key]) => !Object.hasOwn(items, key)),
  }
}

/** The plan has seen the list as it is now. */
export function seen(plan, items) {
  const gone = Object.fromEntries(difference(plan, items).gone)
  plan.kendt = { tekst: items, udgaaet: { ...plan.kendt.udgaaet, ...gone }, tid: Math.max(Date.now(), plan.kendt.tid + 1) }
}

/** What is written about items that are no longer on the list: [text, values] each. */
export const leftOver = (plan, items) =>
  Object.entries({ ...plan.kendt.udgaaet, ...plan.kendt.tekst })
    .filter(([key]) => !Object.hasOwn(items, key))
    .map(([key, text]) => [
      text,
      Object.entries(plan.felter)
        .filter(([name, field]) => name.startsWith(`${key}/`) && field.vaerdi)
        .map(([, field]) => field.vaerdi),
    ])
    .filter(([, values]) => values.length)

const place = plan => `${PREFIX}${plan.post}:${plan.id}`

/** The plans for this checklist on this device, the latest first; and how many there are that cannot be read. */
export function all(post) {
  const keys = Object.keys(localStorage).filter(key => key.startsWith(`${PREFIX}${post}:`))
  const plans = keys.map(read).filter(Boolean)
  return { plans: plans.sort((one, other) => changed(other) - changed(one)), unreadable: keys.length - plans.length }
}

export const stored = plan => read(place(plan))

/** Puts the plan on the device, merged with what another tab has put there. */
export function store(plan) {
  const there = stored(plan)
  const whole = there ? merge(plan, there) : plan
  localStorage.setItem(place(plan), JSON.stringify(whole))
  return whole
}

export const remove = plan => localStorage.removeItem(place(plan))

export function removeAll() {
  for (const key of Object.keys(localStorage).filter(key => key.startsWith(PREFIX))) localStorage.removeItem(key)
}

export const isPlace = (key, plan) => key === null || key === place(plan)

export const file = plan => JSON.stringify({ slags: KIND, udgave: VERSION, plan }, null, 1) + "\n"

/** The plan in a file. Throws a Refusal. */
export function open(text, post) {
  let content
  try {
    content = JSON.parse(text)
  } catch {
    throw new Refusal("Filen er beskadiget eller er ikke gemt fra en tjekliste.")
  }
  if (content?.slags !== KIND) throw new Refusal("Filen er ikke gemt fra en tjekliste.")
  if (content.udgave !== VERSION)
    throw new Refusal("Filen er gemt fra en anden udgave af tjeklisten, som denne side ikke kan læse.")
  if (!keys(content, ["slags", "udgave", "plan"])) throw new Refusal("Filen er beskadiget: noget mangler eller er forkert.")
  check(content.plan, MOST)
  if (content.plan.post !== post) throw new Refusal(`Filen hører til en anden tjekliste: ${content.plan.post}.`)
  return content.plan
}

/** A plan of the device, merged with one from a file. Throws a Refusal where both together are too much. */
export function joined(there, opened) {
  const plan = merge(there, opened)
  check(plan, MOST)
  return plan
}

/** The plan under a key of the device; null where there is none, or something that no checklist has put there. */
function read(key) {
  try {
    const plan = JSON.parse(localStorage.getItem(key))
    check(plan, 2 * MOST)
    return place(plan) === key ? plan : null
  } catch (error) {
    if (error instanceof Refusal || error instanceof SyntaxError) return null
    throw error
  }
}

const object = value => typeof value === "object" && value !== null && !Array.isArray(value)
const keys = (value, known) =>
  object(value) && Object.keys(value).length === known.length && known.every(key => Object.hasOwn(value, key))
// Far enough from the largest number that a later one can always be written.
const time = value => Number.isInteger(value) && value >= 0 && value < 2 ** 52
// Longer than any point on a list.
const text = value => typeof value === "string" && value.length <= 5000
// A point is known by a digest of its words, and by a number where two have the same.
const POINT = /^(?:[0-9a-f]{8}(?:-\d{1,3})?|eget-\d)$/
const FIELD =
  /^(?:(?:[0-9a-f]{8}(?:-\d{1,3})?|eget-\d)\/(?:gjort|hvem|hvornaar|note|handling)|hoved\/(?:sted|dato|ansvarlig|naeste|navn))$/

/** Throws a Refusal for whatever no checklist writes: an unknown key, another type, a day there is not, too much of anything. */
function check(plan, most) {
  const refuse = reason => {
    throw new Refusal(`Filen er beskadiget: ${reason}.`)
  }
  const count = all => Object.keys(all).length > most && refuse("der er for meget i den")
  if (!keys(plan, ["id", "post", "felter", "kendt"])) refuse("noget mangler eller er forkert")
  if (typeof plan.id !== "string" || !/^[0-9-]{1,40}$/.test(plan.id)) refuse("listens nummer er forkert")
  if (typeof plan.post !== "string" || !/^[a-z0-9-]{1,80}$/.test(plan.post))
    refuse("den siger ikke, hvilken tjekliste den hører til")
  if (!object(plan.felter)) refuse("felterne mangler")
  count(plan.felter)
  for (const [name, field] of Object.entries(plan.felter)) {
    if (!FIELD.test(name)) refuse("den har et felt, som ingen tjekliste har")
    if (!keys(field, ["vaerdi", "tid"]) || !time(field.tid)) refuse("et felt er forkert")
    const { vaerdi } = field
    if (name.endsWith("/gjort")) {
      if (typeof vaerdi !== "boolean") refuse("et kryds er hverken sat eller slettet")
    } else if (typeof vaerdi !== "string") refuse("et felt er ikke tekst")
    else if (vaerdi.length > LONGEST) refuse(`et felt er på mere end ${LONGEST} tegn`)
    else if (/\/(?:hvornaar|dato)$/.test(name) && vaerdi && !isDate(vaerdi)) refuse("en dato findes ikke")
  }
  if (!keys(plan.kendt, ["tekst", "udgaaet", "tid"]) || !time(plan.kendt.tid)) refuse("noget mangler eller er forkert")
  for (const points of [plan.kendt.tekst, plan.kendt.udgaaet]) {
    if (!object(points) || !Object.entries(points).every(([key, value]) => POINT.test(key) && text(value)))
      refuse("et punkt på listen er forkert")
    count(points)
  }
}
