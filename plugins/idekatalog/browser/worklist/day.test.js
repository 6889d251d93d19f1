// A day as people type it, and as it is kept.
import assert from "node:assert/strict"
import { test } from "node:test"
import { day, inFull, isDate, short } from "./day.js"

test("a day there is", () => {
  for (const day of ["2026-05-01", "2028-02-29", "0001-01-01"]) assert.equal(isDate(day), true, day)
  for (const none of [
    "",
    "2026-02-29",
    "2026-13-01",
    "2026-5-1",
    "1. maj",
    "2026-05-01T00:00",
    "2026-05-01\n",
    "20260501",
    "0000-01-01",
  ]) {
    assert.equal(isDate(none), false, none)
  }
})

test("a day as Danes write it", () => {
  const today = new Date("2026-11-28T12:00:00Z")
  const read = text => day(text, today)
  for (const text of [
    "10/12",
    "10.12",
    "10. 12.",
    "10-12-2026",
    "10.12.26",
    " 10. december ",
    "10 dec 2026",
    "den 10/12",
    "2026-12-10",
  ])
    assert.equal(read(text), "2026-12-10", text)
  assert.equal(read("3/2"), "2027-02-03")
  assert.equal(read("1. november"), "2026-11-01")
  assert.equal(read("1/8"), "2027-08-01")
  for (const none of ["", "snart", "10", "32/12", "10/13", "31. juni", "12/10/2026/1", "10. dxc", "1/2/3"])
    assert.equal(read(none), "", none)
})

test("a day is told as Danes write it, and in full", () => {
  assert.equal(short("2026-12-10"), "10.12.2026")
  assert.equal(short("medio maj"), "medio maj")
  assert.match(inFull("2026-12-10"), /torsdag.* 10\. december 2026/)
})
