// What is kept of a checklist: written, merged with another tab, put into a file, and taken from a stranger's.
import assert from "node:assert/strict"
import { beforeEach, test } from "node:test"
import * as saved from "./saved.js"

const POINTS = { "0123abcd": "Bank på hos naboerne", "0123abcd-2": "Ryd op" }

/** As much of a browser's storage as a worklist needs: what is put there are its own keys. */
class Device {
  getItem(key) {
    return Object.hasOwn(this, key) ? this[key] : null
  }
  setItem(key, value) {
    this[key] = String(value)
  }
  removeItem(key) {
    delete this[key]
  }
}

beforeEach(() => {
  globalThis.localStorage = new Device()
})

const worklist = (post = "naboaften") => saved.create(post, { ...POINTS })
const copy = value => JSON.parse(JSON.stringify(value))

test("a field that nobody wrote in is empty, and so is a list of such fields", () => {
  const list = worklist()
  assert.equal(saved.value(list, "0123abcd", "hvem"), "")
  assert.equal(saved.empty(list), true)
  saved.write(list, "0123abcd", "gjort", true)
  saved.write(list, "0123abcd", "hvem", "Ane")
  assert.deepEqual([saved.value(list, "0123abcd", "gjort"), saved.value(list, "0123abcd", "hvem")], [true, "Ane"])
  assert.equal(saved.empty(list), false)
  saved.write(list, "0123abcd", "gjort", false)
  saved.write(list, "0123abcd", "hvem", "")
  assert.equal(saved.empty(list), true)
})

test("what is written later wins, even where the clock was put back", () => {
  const list = worklist()
  list.felter["0123abcd/hvem"] = { vaerdi: "Bo", tid: Date.now() + 1_000_000 }
  saved.write(list, "0123abcd", "hvem", "Ane")
  const { tid } = list.felter["0123abcd/hvem"]
  assert.ok(tid > Date.now() + 999_000)
  assert.equal(saved.changed(list), tid)
})

test("two versions of a list merge field by field, in either order", () => {
  const one = worklist()
  const other = copy(one)
  one.felter = { "0123abcd/hvem": { vaerdi: "Ane", tid: 5 }, "0123abcd/note": { vaerdi: "kage", tid: 3 } }
  other.felter = { "0123abcd/hvem": { vaerdi: "Bo", tid: 4 }, "0123abcd/gjort": { vaerdi: true, tid: 1 } }
  other.kendt = { tekst: { "0123abcd": "Bank på" }, udgaaet: {}, tid: 9 }
  const expected = { ...one.felter, "0123abcd/gjort": { vaerdi: true, tid: 1 } }
  assert.deepEqual(saved.merge(one, other).felter, expected)
  assert.deepEqual(saved.merge(other, one).felter, expected)
  assert.equal(saved.merge(one, other).kendt, other.kendt)
  assert.equal(saved.merge(other, one).kendt, other.kendt)
})

test("a list tells what has come and gone, and keeps what was written about that", () => {
  const list = worklist()
  saved.write(list, "0123abcd", "note", "ring først")
  const now = { "0123abcd-2": "Ryd op", fedcba98: "Sig tak" }
  assert.deepEqual(saved.difference(list, now), {
    came: [["fedcba98", "Sig tak"]],
    gone: [["0123abcd", "Bank på hos naboerne"]],
  })
  for (const seen of [false, true]) {
    assert.deepEqual(saved.leftOver(list, now), [{ text: "Bank på hos naboerne", values: ["ring først"] }], String(seen))
    saved.seen(list, now)
  }
  assert.deepEqual(saved.difference(list, now), { came: [], gone: [] })
})

test("a device gives back what was put there, for this checklist only, the latest first", () => {
  const [first, second, foreign] = [worklist(), worklist(), worklist("gaardmoede")]
  first.felter["hoved/navn"] = { vaerdi: "Forår", tid: 2 }
  second.felter["hoved/navn"] = { vaerdi: "Efterår", tid: 3 }
  for (const list of [first, second, foreign]) saved.store(list)
  assert.deepEqual(saved.all("naboaften"), { lists: [second, first], unreadable: 0 })
  assert.deepEqual(saved.stored(foreign), foreign)
  saved.remove(second)
  assert.deepEqual(saved.all("naboaften").lists, [first])
  localStorage.setItem("andet", "x")
  saved.removeAll()
  assert.deepEqual(Object.keys(localStorage), ["andet"])
})

test("what another tab has stored is merged and not overwritten", () => {
  const here = worklist()
  const there = copy(here)
  saved.write(there, "0123abcd", "hvem", "Bo")
  saved.store(there)
  saved.write(here, "0123abcd", "note", "kage")
  const whole = saved.store(here)
  assert.deepEqual([saved.value(whole, "0123abcd", "hvem"), saved.value(whole, "0123abcd", "note")], ["Bo", "kage"])
  assert.deepEqual(saved.stored(here), whole)
})

test("what cannot be read is counted and left alone", () => {
  const list = worklist()
  saved.store(list)
  const [key] = Object.keys(localStorage)
  const foreign = {
    "tjekliste:naboaften:1": "{",
    "tjekliste:naboaften:2": "null",
    "tjekliste:naboaften:3": localStorage.getItem(key),
  }
  for (const [place, text] of Object.entries(foreign)) localStorage.setItem(place, text)
  assert.deepEqual(saved.all("naboaften"), { lists: [list], unreadable: 3 })
  assert.equal(localStorage.getItem("tjekliste:naboaften:1"), "{")
})

test("a key of the device is this list's, or all are", () => {
  const list = worklist()
  assert.deepEqual(
    [null, `tjekliste:naboaften:${list.id}`, "tjekliste:naboaften:1", "andet"].map(key => saved.isPlace(key, list)),
    [true, true, false, false],
  )
})

test("a file gives back the list it was made of", () => {
  const list = worklist()
  saved.write(list, "0123abcd", "gjort", true)
  saved.write(list, "0123abcd-2", "hvornaar", "2026-05-01")
  saved.write(list, "hoved", "navn", '"><img src=x>\n')
  saved.write(list, "eget-1", "handling", "🌱")
  assert.deepEqual(saved.open(saved.file(list), "naboaften"), list)
})

/** The file of a list after somebody has changed it. */
function changed(change) {
  const list = worklist()
  saved.write(list, "0123abcd", "hvem", "Ane")
  const content = JSON.parse(saved.file(list))
  change(content, content.plan)
  return JSON.stringify(content)
}

const REFUSED = {
  "no JSON": ["{", /beskadiget eller er ikke gemt fra en tjekliste/],
  nothing: ["null", /ikke gemt fra en tjekliste/],
  "another kind of file": [changed(file => Object.assign(file, { slags: "x" })), /ikke gemt fra en tjekliste/],
  "another version": [changed(file => Object.assign(file, { udgave: 2 })), /anden udgave/],
  "the version as text": [changed(file => Object.assign(file, { udgave: "1" })), /anden udgave/],
  "a key more": [changed(file => Object.assign(file, { mere: 1 })), /noget mangler eller er forkert/],
  "no plan": [changed(file => Object.assign(file, { plan: null })), /noget mangler eller er forkert/],
  "a key more in the list": [changed((_, list) => Object.assign(list, { mere: 1 })), /noget mangler eller er forkert/],
  "an id that is no number": [changed((_, list) => Object.assign(list, { id: "../x" })), /listens nummer/],
  "a record that is none": [changed((_, list) => Object.assign(list, { post: "<b>" })), /hvilken tjekliste/],
  "another checklist": [changed((_, list) => Object.assign(list, { post: "gaardmoede" })), /en anden tjekliste: gaardmoede/],
  "fields in a list": [changed((_, list) => Object.assign(list, { felter: [] })), /felterne mangler/],
  "a field of no checklist": [
    changed((_, { felter }) => Object.assign(felter, { "0123abcd/cpr": felter["0123abcd/hvem"] })),
    /ingen tjekliste har/,
  ],
  "a field without a time": [changed((_, { felter }) => delete felter["0123abcd/hvem"].tid), /et felt er forkert/],
  "a time beyond all others": [
    changed((_, { felter }) => Object.assign(felter["0123abcd/hvem"], { tid: 2 ** 52 })),
    /et felt er forkert/,
  ],
  "a number for a text": [changed((_, { felter }) => Object.assign(felter["0123abcd/hvem"], { vaerdi: 1 })), /ikke tekst/],
  "a text for a tick": [
    changed((_, { felter }) => Object.assign(felter, { "0123abcd/gjort": { vaerdi: "ja", tid: 1 } })),
    /et kryds/,
  ],
  "a text that is too long": [
    changed((_, { felter }) => Object.assign(felter["0123abcd/hvem"], { vaerdi: "x".repeat(501) })),
    /mere end 500 tegn/,
  ],
  "a day there is not": [
    changed((_, { felter }) => Object.assign(felter, { "0123abcd/hvornaar": { vaerdi: "2026-02-30", tid: 1 } })),
    /en dato findes ikke/,
  ],
  "a point that is none": [changed((_, { kendt }) => Object.assign(kendt.tekst, { __x__: "x" })), /et punkt på listen/],
  "a point without end": [
    changed((_, { kendt }) => Object.assign(kendt.udgaaet, { "0123abcd": "x".repeat(5001) })),
    /et punkt på listen/,
  ],
  "too many fields": [
    changed((_, { felter }) => {
      for (let number = 0; number < 1001; number++)
        felter[`${number.toString(16).padStart(8, "0")}/note`] = { vaerdi: "", tid: 1 }
    }),
    /for meget/,
  ],
}

for (const [what, [text, reason]] of Object.entries(REFUSED)) {
  test(`a file is refused for ${what}`, () => {
    assert.throws(
      () => saved.open(text, "naboaften"),
      error => error instanceof saved.Refusal && reason.test(error.message),
    )
  })
}

test("a file and the list it was made of are one list, and together no more than a list may hold", () => {
  const many = start => {
    const list = { ...worklist(), id: "1" }
    for (let number = start; number < start + 600; number++) {
      list.felter[`${number.toString(16).padStart(8, "0")}/note`] = { vaerdi: "x", tid: 1 }
    }
    return list
  }
  assert.equal(Object.keys(saved.joined(many(0), many(100)).felter).length, 700)
  assert.throws(() => saved.joined(many(0), many(500)), saved.Refusal)
})

test("a plan keeps which guides it is of, and the steps of each", () => {
  const plan = saved.create("plan", { "naboaften.0123abcd": "Bank på hos naboerne" })
  saved.write(plan, "hoved", "guider", "naboaften,gaardmoede")
  assert.equal(saved.empty(plan), true)
  saved.write(plan, "naboaften.0123abcd", "hvem", "Ane")
  const opened = saved.open(saved.file(plan), "plan")
  assert.equal(saved.value(opened, "naboaften.0123abcd", "hvem"), "Ane")
  assert.equal(saved.value(opened, "hoved", "guider"), "naboaften,gaardmoede")
  assert.throws(() => saved.open(saved.file(plan), "naboaften"), saved.Refusal)
})
