// The same terms as catalogue/danish.py: what that makes of a fixed corpus stands in tests/data/terms.json.
import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "node:test"
import { asDanish, parts, slug, term, words } from "./danish.js"

const shared = JSON.parse(readFileSync(new URL("../../../../tests/data/terms.json", import.meta.url), "utf8"))
const [stop, known] = [new Set(shared.stop), new Set(shared.known)]

test("a word becomes the terms that Python makes of it", () => {
  const corpus = Object.keys(shared.terms)
  assert.ok(corpus.length > 500)
  assert.deepEqual(Object.fromEntries(corpus.map(word => [word, [term(word), ...parts(word, known, stop)]])), shared.terms)
})

test("a text becomes the words and the id that Python makes of it", () => {
  const made = Object.keys(shared.texts).map(text => [text, [words(text, stop), slug(text)]])
  assert.deepEqual(Object.fromEntries(made), shared.texts)
})

test("a text of words that every text has keeps none of them", () => {
  assert.deepEqual(words("hvad gør vi paa en", stop), [])
})

test("a Norwegian or Swedish word becomes the Danish one where only letters differ", () => {
  for (const [word, danish] of [
    ["trygghet", "tryghed"],
    ["møte", "møde"],
    ["möten", "møder"],
    ["föreningar", "foreninger"],
    ["gate", "gade"],
  ])
    assert.equal(term(asDanish(word)), term(danish), word)
})
