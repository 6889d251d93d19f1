// One plan of several guides: in the order of the address, with everything that each asks for, and nothing twice.
import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "node:test"
import { chosen, couplings, query, roles, steps } from "./merge.js"

const PLAN = new URL("../../../../tests/cases/small/expected/assets/plan/plan.json", import.meta.url)
const empty = { phases: {}, tasks: [], challenges: [], resources: [], materials: [], care: [] }
const party = {
  ...empty,
  id: "fest",
  title: "Fest",
  phases: {
    foer: [{ text: "Hæng plakater op", note: "Fest · Vært" }],
    under: [{ text: "Dans", note: "hvis I vil · Fest" }],
  },
  tasks: [
    { role: "Vært", text: "Fest: Byder velkommen." },
    { role: "Politi", text: "Fest (eventuelt): Svarer." },
  ],
  challenges: ["Utryghed", "Støj"],
  resources: ["Naboer", "Borde"],
}
const walk = {
  ...empty,
  id: "vandring",
  title: "Vandring",
  phases: { foer: [{ text: "Tegn ruten", note: "1. møde · Vandring" }] },
  tasks: [{ role: "Vært", text: "Vandring: Går forrest." }],
  challenges: ["Utryghed"],
  resources: ["Naboer", "Lygter"],
}
const both = [party, walk]

test("an address names guides in its order, each once; what it names else is counted", () => {
  const read = search => {
    const { guides, unknown } = chosen(search, both)
    return [guides.map(guide => guide.id), unknown]
  }
  assert.deepEqual(read("?valg=vandring,fest"), [["vandring", "fest"], 0])
  assert.deepEqual(read("?valg=fest,%20fest%20,,<b>,__proto__&x=vandring"), [["fest"], 2])
  assert.deepEqual(read(""), [[], 0])
})

test("an address is made of what is in the plan, and of nothing else", () => {
  assert.equal(query(chosen("?valg=vandring,<script>,fest", both).guides), "?valg=vandring,fest")
  assert.equal(query([]), "")
})

test("the steps of a phase come guide by guide", () => {
  assert.deepEqual(steps(both, "foer"), [
    { text: "Hæng plakater op", note: "Fest · Vært" },
    { text: "Tegn ruten", note: "1. møde · Vandring" },
  ])
  assert.deepEqual(steps(both, "under"), [{ text: "Dans", note: "hvis I vil · Fest" }])
  assert.deepEqual(steps(both, "efter"), [])
})

test("a role of two guides has the tasks of both", () => {
  assert.deepEqual(roles(both), [
    { role: "Vært", lines: ["Fest: Byder velkommen.", "Vandring: Går forrest."] },
    { role: "Politi", lines: ["Fest (eventuelt): Svarer."] },
  ])
})

test("a challenge of two guides is one row, with each resource once", () => {
  assert.deepEqual(couplings(both), [
    { challenge: "Utryghed", answers: ["Fest", "Vandring"], resources: ["Naboer", "Borde", "Lygter"] },
    { challenge: "Støj", answers: ["Fest"], resources: ["Naboer", "Borde"] },
  ])
})

test("every step, task and thing of the small catalogue's guides is in a plan of them all", () => {
  const { guides } = JSON.parse(readFileSync(PLAN, "utf8"))
  const phases = ["foer", "under", "efter"]
  const all = guides.flatMap(guide => Object.values(guide.phases).flat())
  assert.ok(all.length > 3)
  assert.equal(phases.flatMap(phase => steps(guides, phase)).length, all.length)
  assert.equal(roles(guides).flatMap(({ lines }) => lines).length, guides.flatMap(guide => guide.tasks).length)
  assert.deepEqual(new Set(couplings(guides).map(row => row.challenge)), new Set(guides.flatMap(guide => guide.challenges)))
})
