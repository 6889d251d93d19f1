// What is found first, in the index of the small catalogue that the golden cases hold.
import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "node:test"
import { term } from "./danish.js"
import { Engine } from "./engine.js"
import { answering, passage } from "./passage.js"

const EXPECTED = new URL("../../../../tests/cases/small/expected/assets/soeg/", import.meta.url)
const read = file => JSON.parse(readFileSync(new URL(file, EXPECTED), "utf8"))
const data = read("indeks.json")
const engine = new Engine(data)
const found = async query => (await engine.search(query, 5)).results.map(({ id }) => id.split("#")[0])

test("a title comes first, in any form of its word", async () => {
  for (const query of ["naboaften", "Naboaftenen", "NABOAFTENER"]) assert.equal((await found(query))[0], "naboaften", query)
})

test("a title without Danish letters, or with a slip, is still the title", async () => {
  for (const query of ["gaardmode", "gårdmøed", "gårdmøte"]) assert.equal((await found(query))[0], "gaardmoede", query)
})

test("the last word may be half", async () => {
  assert.equal((await found("naboaf"))[0], "naboaften")
  assert.equal((await found("gårdmø"))[0], "gaardmoede")
})

test("a compound written in two is the compound", async () => {
  assert.equal((await found("nabo aften"))[0], "naboaften")
})

test("a word that somebody else uses finds what the vocabulary says it means", async () => {
  assert.ok(data.rows.split("\n\n")[1].includes("nabo:genbo"))
  assert.equal((await found("genbo"))[0], "naboaften")
  assert.ok((await found("ssp")).length > 0)
  const without = new Engine({ ...data, rows: `${data.rows.split("\n\n")[0]}\n\n` })
  assert.deepEqual((await without.search("genbo", 5)).results, [])
})

test("a sentence that somebody would say finds the page it belongs to, and is no passage", async () => {
  assert.equal((await found("vi hilser kun på trappen"))[0], "naboaften")
  assert.ok(!JSON.stringify(read("tekst/0.json")).includes("trappen"))
})

test("the page about the matter comes before templates and lists", async () => {
  const ids = await found("naboaften")
  assert.ok(ids.indexOf("naboaften") < ids.indexOf("naboaften-ark"), String(ids))
})

test("what is sure stands above a line, and nothing is where only little of the question is met", async () => {
  const whole = await engine.search("naboaften")
  assert.ok(whole.sure >= 1 && whole.sure < whole.total, JSON.stringify([whole.sure, whole.total]))
  assert.equal((await engine.search("qzxwv zzyxq vvwkq mødes")).sure, 0)
})

test("a kind that is asked for comes first", async () => {
  assert.equal((await found("naboaften"))[0], "naboaften")
  assert.equal((await found("ark naboaften"))[0], "naboaften-ark")
  assert.equal((await found("print til naboaften"))[0], "naboaften-ark")
})

test("what stands in one section comes before the same words here and there", async () => {
  const page = (id, title) => [id, "indsats", `/${id}/`, title, 0, 0]
  // Two pages of a head and two sections: the first has "kaffe" and "trappe" in two sections, the second in one.
  const two = new Engine({
    ...data,
    found: [page("spredt", "Et"), page("samlet", "To")],
    anchors: [["a", "b"]],
    lengths: data.fields.map(() => [1, 1, 1, 1, 1, 1]),
    terms: ["0kaf\n0trap"],
    rows: "41,3\n42,2\n\n",
  })
  assert.deepEqual(
    (await two.search("kaffe trappe")).results.map(({ id }) => id),
    ["samlet#a", "spredt#a"],
  )
})

test("what answers nothing is nothing, and the nearest word is offered", async () => {
  assert.deepEqual(await engine.search("qzxwv"), { total: 0, sure: 0, results: [] })
  assert.equal(engine.nearest("naboaften"), "")
  assert.equal(engine.nearest("gardmaede"), "gårdmøde")
  assert.deepEqual(await engine.search("  "), { total: 0, sure: 0, results: [] })
})

test("an index in shards finds the same, and asks only for those that a query needs", async () => {
  const terms = engine.known.terms
  const [rows, meant] = data.rows.split("\n\n").map(text => text.split("\n"))
  const starts = Array.from({ length: Math.ceil(terms.length / 20) }, (_, number) => 20 * number)
  // No term has a letter from the one before: the simplest front coding there is.
  const cut = {
    ...data,
    rows: undefined,
    terms: starts.map(at =>
      terms
        .slice(at, at + 20)
        .map(term => `0${term}`)
        .join("\n"),
    ),
  }
  const asked = []
  const sharded = new Engine(cut, number => {
    asked.push(number)
    const last = terms[20 * number + 20] ?? "~"
    const typed = meant.flatMap(row =>
      row
        .split(":")[1]
        .split(",")
        .map(one => [row.split(":")[0], one]),
    )
    const its = typed.filter(([, one]) => (!number || one >= terms[20 * number]) && one < last).map(pair => pair.join(":"))
    return `${rows.slice(20 * number, 20 * number + 20).join("\n")}\n\n${its.join("\n")}`
  })
  for (const query of ["naboaften", "spise sammen", "gårdmøed", "utryg"]) {
    assert.deepEqual(await sharded.search(query), await engine.search(query), query)
  }
  assert.ok(new Set(asked).size === asked.length && asked.length < starts.length, String(asked))
})

test("a shard that could not be fetched is asked for anew", async () => {
  let online = false
  const { rows, ...rest } = data
  const moved = new Engine(rest, async () => {
    if (!online) throw new Error("offline")
    return rows
  })
  await assert.rejects(moved.search("naboaften"), /offline/)
  online = true
  assert.deepEqual(await moved.search("naboaften"), await engine.search("naboaften"))
})

test("a passage is the sentence that answers, its words marked in any form", () => {
  const text = "Først spiser alle. Så går naboerne hjem fra mødet."
  const pieces = passage(text, new Set(["møde", "nabo"].map(term)), engine)
  assert.equal(pieces.map(([piece]) => piece).join(""), "… Så går naboerne hjem fra mødet.")
  assert.deepEqual(
    pieces.filter(([, marked]) => marked).map(([piece]) => piece),
    ["naboerne", "mødet"],
  )
})

test("a section that is found by a label alone leaves the passage to the summary", () => {
  const terms = new Set(["nabo"].map(term))
  assert.equal(answering(["Tid: To timer.", "Naboer mødes."], terms, engine), "Naboer mødes.")
  assert.equal(answering(["Naboen kommer.", "Naboer mødes."], terms, engine), "Naboen kommer.")
  assert.equal(answering(["", "De mødes."], terms, engine), "De mødes.")
  assert.equal(answering(["", ""], terms, engine), "")
})

test("a passage is a sentence and no row of labels, and a line with a number is told from the next", () => {
  const shown = text =>
    passage(text, new Set(["kaf"]), { known: new Set(), stop: new Set() })
      .map(([piece]) => piece)
      .join("")
  assert.equal(shown("Kaffe\nFoto\nNaboer\nDer er kaffe hver fredag.\nAftale"), "Der er kaffe hver fredag.")
  assert.equal(shown("70 kom til kaffe\n5 hjalp"), "70 kom til kaffe · 5 hjalp")
  assert.equal(shown("Kaffe"), "Kaffe")
})
