// Which guides come first, and what is said of it.
import assert from "node:assert/strict"
import { test } from "node:test"
import { rank, summary } from "./rank.js"

/** @param {import("./rank.js").Ranked[]} ranked */
const places = ranked => ranked.map(({ place }) => place)

test("nobody is left out, whatever is chosen", () => {
  assert.deepEqual(places(rank([[0], [1], []], [])), [0, 1, 2])
  assert.deepEqual(places(rank([[0], [1], []], [1])), [1, 0, 2])
  assert.deepEqual(places(rank([[0], [1]], [0, 1])).sort(), [0, 1])
})

test("whoever carries most comes first, and says which", () => {
  const ranked = rank([[0], [0, 1, 2], [0, 2]], [2, 0, 1])
  assert.deepEqual(places(ranked), [1, 2, 0])
  assert.deepEqual(ranked[1].fits, [2, 0])
})

test("a rare choice decides between those that carry as many, and never against one that carries more", () => {
  const carries = [[0], [0], [1], [0, 2], [0, 2]]
  assert.deepEqual(places(rank(carries, [0, 1])), [2, 0, 1, 3, 4])
  assert.deepEqual(places(rank(carries, [0, 1, 2])), [3, 4, 2, 0, 1])
})

test("what is equal stays in the order of the catalogue", () => {
  assert.deepEqual(places(rank(Array(50).fill([3]), [3])), [...Array(50).keys()])
})

test("it says how well the best fit", () => {
  const carries = [[0, 1], [0], [1, 2], []]
  /** @param {number[]} chosen */
  const said = chosen => summary(rank(carries, chosen), chosen.length)
  assert.equal(said([]), "Vælg det, I ser. Her er 4 guider.")
  assert.equal(said([0]), "2 guider passer på jeres valg.")
  assert.equal(said([2]), "1 guide passer på jeres valg.")
  assert.equal(said([0, 1]), "1 guide passer på alle jeres 2 valg. 2 mere passer på noget af det.")
  assert.equal(said([0, 1, 2]), "De 2 bedste passer på 2 af jeres 3 valg. 1 mere passer på noget af det.")
  assert.equal(said([0, 2]), "De 3 bedste passer på 1 af jeres 2 valg.")
})
