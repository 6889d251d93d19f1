// What stands side by side, and what is alike in it.
import assert from "node:assert/strict"
import { test } from "node:test"
import { fitting, named, rows } from "./table.js"

/** @param {string} query */
const ids = query => named(`https://katalog.example/sammenlign/?${query}`)
/** @param {Record<string, string[]>} said */
const guide = said => ({
  ...{ id: "", kind: "", title: "", path: "", checklist: "" },
  rows: Object.entries(said).map(([name, texts]) => ({ name, texts, taken: false })),
})

test("an address names each guide once, and no more than four", () => {
  assert.deepEqual(ids("sammenlign=a,b,a,c,d,e"), ["a", "b", "c", "d"])
  assert.deepEqual(ids("udfordringer=utryghed&sammenlign=b-2,a"), ["b-2", "a"])
})

test("what cannot be an id is not asked for", () => {
  assert.deepEqual(ids("sammenlign=../../x,A,%3Cimg%3E,,a"), ["a"])
  assert.deepEqual(ids(""), [])
})

test("a row is alike when all say the same, and empty for all it is left out", () => {
  const compared = rows([guide({ Tid: ["2 timer"], Hvor: ["Ude"], Tal: [] }), guide({ Tid: ["2 timer"], Hvor: [], Tal: [] })])
  assert.deepEqual(
    compared.map(({ name, same }) => [name, same]),
    [
      ["Tid", true],
      ["Hvor", false],
    ],
  )
  assert.deepEqual(compared[1].cells, [["Ude"], []])
})

test("one text and the same in two lines are not alike", () => {
  assert.equal(rows([guide({ Tid: ["a b"] }), guide({ Tid: ["a", "b"] })])[0].same, false)
})

test("a cell shows as many texts as it has room for, and always one", () => {
  assert.equal(fitting(["kort", "kort"]), 2)
  assert.equal(fitting(["lang".repeat(60), "kort", "lang".repeat(60), "kort"]), 2)
  assert.equal(fitting(["lang".repeat(600), "kort"]), 1)
})
