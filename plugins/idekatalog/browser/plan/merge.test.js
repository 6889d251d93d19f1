// One plan of several guides: in the order of the address, with everything that each asks for, and nothing twice.
import assert from "node:assert/strict"
import { readdirSync, readFileSync } from "node:fs"
import { test } from "node:test"
import { chosen, couplings, every, query, roles } from "./merge.js"

const GUIDES = new URL("../../../../tests/cases/small/expected/assets/plan/guider/", import.meta.url)
const empty = { phases: {}, tasks: [], challenges: [], resources: [], materials: [], care: [] }
const party = {
  ...empty,
  id: "fest",
  title: "Fest",
  phases: {
    foer: [{ text: "Hæng plakater op", note: "Vært" }],
    under: [{ text: "Dans", note: "hvis I vil" }],
  },
  tasks: [
    { role: "Vært", presence: "", text: "Byder velkommen." },
    { role: "Politi", presence: "eventuelt", text: "Svarer." },
  ],
  challenges: ["Utryghed", "Støj"],
  resources: ["Naboer", "Borde"],
}
const walk = {
  ...empty,
  id: "vandring",
  title: "Vandring",
  phases: { foer: [{ text: "Tegn ruten", note: "1. møde" }] },
  tasks: [{ role: "Vært", presence: "", text: "Går forrest." }],
  challenges: ["Utryghed"],
  resources: ["Naboer", "Lygter"],
}
const both = [party, walk]
const ids = both.map(guide => guide.id)

test("an address names guides in its order, each once; what it names else is counted", () => {
  const read = search => {
    const { ids: named, unknown } = chosen(search, ids)
    return [named, unknown]
  }
  assert.deepEqual(read("?valg=vandring,fest"), [["vandring", "fest"], 0])
  assert.deepEqual(read("?valg=fest,%20fest%20,,<b>,__proto__&x=vandring"), [["fest"], 2])
  assert.deepEqual(read(""), [[], 0])
})

test("an address is made of what is in the plan, and of nothing else", () => {
  assert.equal(query(chosen("?valg=vandring,<script>,fest", ids).ids), "?valg=vandring,fest")
  assert.equal(query([]), "")
})

test("the steps of a phase come guide by guide, each with whose it is", () => {
  const steps = phase =>
    every(both, guide => guide.phases[phase] ?? []).map(({ item, number, title }) => [item.text, number, title])
  assert.deepEqual(steps("foer"), [
    ["Hæng plakater op", 0, "Fest"],
    ["Tegn ruten", 1, "Vandring"],
  ])
  assert.deepEqual(steps("under"), [["Dans", 0, "Fest"]])
  assert.deepEqual(steps("efter"), [])
})

test("a role of two guides has the tasks of both", () => {
  const told = roles(both).map(({ role, lines }) => [role, lines.map(({ item, title }) => `${title}: ${item.text}`)])
  assert.deepEqual(told, [
    ["Vært", ["Fest: Byder velkommen.", "Vandring: Går forrest."]],
    ["Politi", ["Fest: Svarer."]],
  ])
})

test("a challenge of two guides is one row, with each resource once", () => {
  assert.deepEqual(couplings(both), [
    { challenge: "Utryghed", answers: ["Fest", "Vandring"], resources: ["Naboer", "Borde", "Lygter"] },
    { challenge: "Støj", answers: ["Fest"], resources: ["Naboer", "Borde"] },
  ])
})

test("every step, task and thing of the small catalogue's guides is in a plan of them all", () => {
  const guides = readdirSync(GUIDES).map(name => JSON.parse(readFileSync(new URL(name, GUIDES), "utf8")))
  const phases = ["foer", "under", "efter"]
  const all = guides.flatMap(guide => Object.values(guide.phases).flat())
  assert.ok(all.length > 3)
  assert.equal(phases.flatMap(phase => every(guides, guide => guide.phases[phase] ?? [])).length, all.length)
  assert.equal(roles(guides).flatMap(({ lines }) => lines).length, guides.flatMap(guide => guide.tasks).length)
  assert.deepEqual(new Set(couplings(guides).map(row => row.challenge)), new Set(guides.flatMap(guide => guide.challenges)))
})
