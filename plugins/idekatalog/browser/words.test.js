import assert from "node:assert/strict"
import { test } from "node:test"
import { _, plural } from "./words.js"

test("a text without a translation is shown in Danish, with its values", () => {
  assert.equal(_("Viser {antal} af {alle}", { antal: 0, alle: 12 }), "Viser 0 af 12")
  assert.equal(_("{ukendt} bliver stående", {}), "{ukendt} bliver stående")
})

test("one and many have a text each", () => {
  assert.deepEqual(
    [0, 1, 2].map(n => plural("{n} trin", "{n} trin i alt", n)),
    ["0 trin i alt", "1 trin", "2 trin i alt"],
  )
})
