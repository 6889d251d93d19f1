// Deadlines as a calendar file: RFC 5545.

import { isDate } from "./day.js"

/** @typedef {{ uid: string, date: string, summary: string, description: string }} Deadline Its `date` is a day: "2026-05-01". */

/**
 * A text as the standard writes it: no control character is left, and a line break is two letters.
 *
 * @param {string} text
 */
const escaped = text =>
  text
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\r\n|\r|\n/g, "\\n")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it takes away.
    .replace(/[\0-\x08\x0b-\x1f\x7f]/g, "")

/**
 * A content line in pieces of at most 75 octets; no character is split.
 *
 * @param {string} line
 */
function fold(line) {
  const encoder = new TextEncoder()
  let folded = ""
  let length = 0
  for (const character of line) {
    const octets = encoder.encode(character).length
    if (length + octets > 75) {
      folded += "\r\n "
      length = 1
    }
    folded += character
    length += octets
  }
  return folded
}

/**
 * Deadlines as the text of an .ics file. Throws an Error where a date is none.
 *
 * @param {Deadline[]} deadlines
 * @param {Date} now
 */
export function calendar(deadlines, now) {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, "")
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//idekatalog//Tjekliste//DA", "CALSCALE:GREGORIAN"]
  for (const { uid, date, summary, description } of deadlines) {
    if (!isDate(date)) throw new Error(`no date: ${date}`)
    lines.push(
      "BEGIN:VEVENT",
      `UID:${escaped(uid)}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${date.replaceAll("-", "")}`,
      `SUMMARY:${escaped(summary)}`,
      `DESCRIPTION:${escaped(description)}`,
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    )
  }
  lines.push("END:VCALENDAR")
  return lines.map(line => `${fold(line)}\r\n`).join("")
}
