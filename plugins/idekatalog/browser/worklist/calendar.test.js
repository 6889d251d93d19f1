// Deadlines as RFC 5545 has them: what other people's calendars open.
import assert from "node:assert/strict"
import { test } from "node:test"
import { calendar } from "./calendar.js"

const NOW = new Date("2026-05-01T07:08:09.123Z")
const deadline = { uid: "1-abc@tjekliste.invalid", date: "2026-06-05", summary: "Bank på", description: "Naboaften: Forår" }
const unfolded = text => text.replaceAll("\r\n ", "")

test("a calendar has a deadline as a whole day, which keeps nobody busy", () => {
  assert.deepEqual(calendar([deadline], NOW).split("\r\n"), [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//idekatalog//Tjekliste//DA",
    "CALSCALE:GREGORIAN",
    "BEGIN:VEVENT",
    "UID:1-abc@tjekliste.invalid",
    "DTSTAMP:20260501T070809Z",
    "DTSTART;VALUE=DATE:20260605",
    "SUMMARY:Bank på",
    "DESCRIPTION:Naboaften: Forår",
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ])
})

test("what people write begins no line of its own", () => {
  const text = calendar([{ ...deadline, uid: "1\r\nX:1", summary: "a;b,c\\d\r\nEND:VCALENDAR\ne\rf\u0000\u001b\u007f" }], NOW)
  assert.ok(text.includes("\r\nSUMMARY:a\\;b\\,c\\\\d\\nEND:VCALENDAR\\ne\\nf\r\n"))
  assert.ok(text.includes("\r\nUID:1\\nX:1\r\n"))
  assert.equal(text.match(/^END:VCALENDAR\r$/gm)?.length, 1)
})

test("a line is at most 75 octets, and no character is split", () => {
  for (const letters of ["x", "å", "🌱", "aå🌱"]) {
    const summary = letters.repeat(100)
    const text = calendar([{ ...deadline, summary }], NOW)
    for (const line of text.split("\r\n")) assert.ok(Buffer.byteLength(line) <= 75, line)
    assert.ok(unfolded(text).includes(`SUMMARY:${summary}\r\n`))
    assert.ok(!text.includes("\ufffd"))
  }
})

test("a date that is none makes no file", () => {
  assert.throws(() => calendar([{ ...deadline, date: "2026-02-30" }], NOW), /no date: 2026-02-30/)
})
