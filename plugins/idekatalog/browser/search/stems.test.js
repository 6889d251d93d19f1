// The same stems as language/danish.py: what that makes of a few words stands in tests/data/stems.json.
import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "node:test"
import { plain } from "./danish.js"

const shared = JSON.parse(readFileSync(new URL("../../../../tests/data/stems.json", import.meta.url), "utf8"))

for (const [language, stems] of Object.entries(shared))
  test(`a word has the stem that Python gives it: ${language}`, async () => {
    const { stem } = await import(`./stems-${language}.js`)
    const words = Object.keys(stems)
    assert.ok(words.length > 50)
    assert.deepEqual(Object.fromEntries(words.map(word => [word, plain(stem(word))])), stems)
  })
