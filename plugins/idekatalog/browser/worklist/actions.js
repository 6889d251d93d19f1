// What one can do with a list as a whole: open another, delete it, print it empty, keep it as a file, and put its days in a calendar.
import { element, one } from "../dom.js"
import { _, plural } from "../words.js"
import { isDate } from "./day.js"
import * as saved from "./saved.js"
import {
  attempt,
  COLUMNS,
  choice,
  device,
  get,
  isSaved,
  keep,
  list,
  mayLeave,
  on,
  options,
  points,
  read,
  rows,
  say,
  showLists,
  title,
  turnTo,
} from "./worklist.js"

// --- Lists ---

on("planer", "change", _("Listen kunne ikke åbnes."), () => {
  const other = device().lists.find(other => other.id === choice.value)
  if (!other || !mayLeave()) return showLists()
  turnTo(other, true)
  say(_("Åbnet: {liste}.", { liste: title(list) }))
})

on("ny", "click", _("Der kunne ikke laves en ny liste."), () => {
  if (!mayLeave()) return
  turnTo(saved.create(options.post, points), false)
  say(_("En ny, tom liste. Giv den et navn."))
  get("plannavn").focus()
})

const NOT_DELETED = _("Der er ikke slettet noget: browseren giver ikke lov til at se eller slette det, der er gemt.")

on("slet", "click", NOT_DELETED, () => {
  if (!confirm(_("Slet {liste}? Alt, I har skrevet i den, forsvinder.", { liste: title(list) }))) return
  if (isSaved) saved.remove(list)
  turnTo(saved.create(options.post, points), false)
  say(_("Listen er slettet."))
})

on("slet-alt", "click", NOT_DELETED, () => {
  if (!confirm(_("Slet alle lister på denne enhed, også fra de andre tjeklister?"))) return
  saved.removeAll()
  turnTo(saved.create(options.post, points), false)
  say(_("Alle lister på denne enhed er slettet."))
})

// --- Paper and files ---

addEventListener("afterprint", () => document.documentElement.classList.remove("tomt"))
on("print-tom", "click", _("Browseren kan ikke printe. Hent listen som PDF øverst på siden i stedet."), () => {
  document.documentElement.classList.add("tomt")
  window.print()
})

/**
 * @param {string} text
 * @param {string} type
 * @param {string} ending
 */
function download(text, type, ending) {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const name = `${options.file} ${read("hoved", "navn")}`
    .toLowerCase()
    .replace(/[^a-z0-9æøå]+/g, "-")
    .replace(/^-|-$/g, "")
  element("a", { href: url, download: `${name}.${ending}` }).click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

on("til-fil", "click", _("Filen kunne ikke laves."), () => {
  options.stamp?.(list)
  download(saved.file(list), "application/json", "json")
  say(_("Listen er gemt som fil."))
})

const UNCHANGED = _("Intet er ændret.")

on("fra-fil", "change", UNCHANGED, () => {
  const input = one("#fra-fil", HTMLInputElement)
  const [chosen] = input.files ?? []
  // So that the same file can be chosen again.
  input.value = ""
  if (!chosen) return
  if (chosen.size > saved.LARGEST) throw new saved.Refusal(_("Filen er for stor til at være en tjekliste."))
  chosen.text().then(
    text => attempt(UNCHANGED, () => openFile(text)),
    () => say(`${_("Filen kunne ikke læses.")} ${UNCHANGED}`),
  )
})

/** @param {string} text */
function openFile(text) {
  const opened = saved.open(text, options.post)
  const isThis = opened.id === list.id
  const there = isThis ? list : device().lists.find(other => other.id === opened.id)
  const whole = there ? saved.joined(there, opened) : opened
  if (!isThis && !mayLeave()) return
  turnTo(whole, isThis ? isSaved : Boolean(there))
  if (!isSaved || keep()) say(_("Åbnet fra fil: {liste}.", { liste: title(list) }))
}

const NO_CALENDAR = _("Kalenderfilen kunne ikke laves.")

on("ics", "click", NO_CALENDAR, () => {
  const dated = rows.filter(({ key }) => isDate(read(key, "hvornaar")))
  if (!dated.length) return say(_("Skriv en dato ved mindst et trin først."))
  const notes = COLUMNS.filter(({ type }) => type !== "date")
  const deadlines = dated.map(({ key, text, of }) => ({
    uid: `${list.id}-${key}@tjekliste.invalid`,
    date: read(key, "hvornaar"),
    summary: text ?? (read(key, "handling") || options.heading),
    description: [
      `${of || options.heading}: ${title(list)}`,
      ...notes.filter(note => read(key, note.key)).map(note => `${note.label}: ${read(key, note.key)}`),
    ].join("\n"),
  }))
  import("./calendar.js").then(
    ({ calendar }) =>
      attempt(NO_CALENDAR, () => {
        download(calendar(deadlines, new Date()), "text/calendar", "ics")
        say(plural("{n} frist er hentet som kalenderfil.", "{n} frister er hentet som kalenderfil.", deadlines.length))
      }),
    () => say(NO_CALENDAR),
  )
})
