// Days, as people write them and as they are kept.
import { LANGUAGE } from "../words.js"

/**
 * Whether a text is a day there is, as a date field gives it: "2026-05-01".
 *
 * @param {string} text
 */
export const isDate = text =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  text > "0001" &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text)

/** @param {Intl.DateTimeFormatOptions} parts */
const written = parts => new Intl.DateTimeFormat(LANGUAGE, { ...parts, timeZone: "UTC" })
const MONTHS = Array.from({ length: 12 }, (_, month) =>
  written({ month: "long" }).format(Date.UTC(2026, month)).slice(0, 3).toLowerCase(),
)
const TYPED = /^(?:den |d\. ?)?(\d{1,2})[./ -]+(\d{1,2}|[a-zæøå]{3,9})(?:[./ -]+(\d{4}|\d{2}))?\.?$/
const DAYS = 24 * 60 * 60 * 1000

/**
 * The day that a text names as people here write it, day first, such as "10/12", "10.12.26" or "10. december": "2026-12-10"; "" where it names none.
 * Without a year it is the day within the last three months or the next nine.
 *
 * @param {string} text
 * @param {Date} today
 */
export function day(text, today) {
  const typed = text.trim().toLowerCase()
  if (isDate(typed)) return typed
  const found = TYPED.exec(typed)
  if (!found) return ""
  const [, date, word, year] = found
  const month = Number(word) || MONTHS.indexOf(word.slice(0, 3)) + 1
  /** @param {number} year */
  const inYear = year => `${year}-${String(month).padStart(2, "0")}-${date.padStart(2, "0")}`
  const years = year ? [Number(year.padStart(4, "20"))] : [-1, 0, 1].map(more => today.getFullYear() + more)
  const near = years.map(inYear).filter(isDate)
  if (year) return near[0] ?? ""
  const away = near.map(one => (Date.parse(one) - today.getTime()) / DAYS)
  return near[away.findIndex(days => days > -92)] ?? ""
}

/**
 * A day in numbers, as people here write it; any other text as it is.
 *
 * @param {string} text
 */
export const short = text =>
  isDate(text) ? written({ day: "numeric", month: "numeric", year: "numeric" }).format(new Date(text)) : text

/**
 * A day in full: "torsdag den 10. december 2026".
 *
 * @param {string} date
 */
export const inFull = date => written({ dateStyle: "full" }).format(new Date(date))
