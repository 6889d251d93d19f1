/* The checklist on the screen. Nothing is stored before somebody presses "Gem på denne enhed". */

import {calendar, isDate} from "./calendar.js";
import * as saved from "./saved.js";

const get = id => document.getElementById(id);
const panel = get("panel");
const post = panel.dataset.id;
const rows = [...document.querySelectorAll("[data-punkt]")];
const items = Object.fromEntries(rows.filter(row => row.dataset.tekst).map(row => [row.dataset.punkt, row.dataset.tekst]));
const fields = [];
const COLUMNS = [["hvem", "Hvem", "text"], ["hvornaar", "Hvornår", "date"], ["note", "Note", "textarea"]];
const NOT_KEPT = "Det kunne ikke gemmes: browseren giver ikke lov, eller der er ikke plads. Gem som fil i stedet.";

let plan = saved.create(post, items);
let isSaved = false;

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

const say = text => { get("besked").textContent = text; };
const danish = text => (isDate(text) ? text.split("-").reverse().map(Number).join(".") : text);

/** Does something, or says what did not happen, and why where there is a reason. Whether it was done. */
function attempt(failed, action) {
  try {
    action();
    return true;
  } catch (error) {
    say(error instanceof saved.Refusal ? `${error.message} ${failed}` : failed);
    return false;
  }
}

/** What a control does. It is never silent about what did not happen. */
const on = (id, type, failed, action) => get(id).addEventListener(type, event => attempt(failed, () => action(event)));

// --- The fields ---

/** A field in the cell, and beside it what it holds, for paper: a field would clip a long note. Its name is that of its column;
which row it is in, the row's own header says. */
function field(cell, point, name, label, type) {
  const input = element(type === "textarea" ? "textarea" : "input", {className: "felt", autocomplete: "off", maxLength: saved.LONGEST});
  if (type === "textarea") input.rows = 1;
  else input.type = type;
  input.setAttribute("aria-label", label);
  if (cell.parentElement.dataset.punkt) input.setAttribute("aria-describedby", `trin-${point}`);
  const paper = element("span", {className: "skrevet"});
  paper.setAttribute("aria-hidden", "true");
  cell.append(input, paper);
  listen(input, point, name, paper);
}

function listen(input, point, name, paper) {
  const one = {input, point, name, paper};
  fields.push(one);
  input.addEventListener(input.type === "checkbox" ? "change" : "input", () => {
    attempt(NOT_KEPT, () => written(point, name, input.type === "checkbox" ? input.checked : input.value));
    if (paper) paper.textContent = danish(input.value);
    if (input.type === "date") input.classList.toggle("tom", !input.value);
  });
}

function show() {
  for (const {input, point, name, paper} of fields) {
    const value = saved.value(plan, point, name);
    if (input.type === "checkbox") input.checked = value === true;
    else if (input.value !== String(value)) input.value = value;
    if (input.type === "date") input.classList.toggle("tom", !input.value);
    if (paper) paper.textContent = danish(String(value));
  }
  showPlans();
  showChanges();
}

for (const row of rows) {
  const {punkt: point, eget: own} = row.dataset;
  listen(row.querySelector("input"), point, "gjort");
  if (own) field(row.cells[0], point, "handling", "Handling", "text");
  if (row.cells) COLUMNS.forEach(([key, label, type], index) => field(row.cells[index + 1], point, key, label, type));
}
for (const cell of document.querySelectorAll("[data-hoved]")) {
  const label = cell.previousElementSibling.textContent;
  // Now it is the name of the field, and is heard with it.
  cell.previousElementSibling.setAttribute("aria-hidden", "true");
  field(cell, "hoved", cell.dataset.hoved, label, cell.dataset.slags);
}
const paperName = element("p", {className: "skrevet"});
document.querySelector("h1").after(paperName);
listen(get("plannavn"), "hoved", "navn", paperName);

// --- Changes ---

function written(point, name, value) {
  saved.write(plan, point, name, value);
  const isLost = isSaved && !keep();
  if (name === "navn") showPlans();
  showState();
  if (name === "gjort" && !isLost) {
    const done = rows.filter(row => row.dataset.tekst && row.cells && saved.value(plan, row.dataset.punkt, "gjort")).length;
    say(`${done} af ${rows.filter(row => row.dataset.tekst && row.cells).length} trin er gjort.`);
  }
}

/** Saves what is written, and says so where it cannot. Where another tab has deleted the plan, it is not put back behind people's
backs. Whether it is saved. */
function keep() {
  return attempt(NOT_KEPT, () => {
    if (saved.stored(plan)) plan = saved.store(plan);
    else deletedElsewhere();
  }) && isSaved;
}

function deletedElsewhere() {
  isSaved = false;
  showPlans();
  say("Listen er slettet i en anden fane. Det, der står her, er ikke længere gemt.");
}

addEventListener("storage", event => attempt("En anden fane har ændret noget, som denne side ikke kan læse.", () => {
  if (isSaved && saved.isPlace(event.key, plan)) {
    const there = saved.stored(plan);
    if (!there) return deletedElsewhere();
    plan = saved.merge(plan, there);
    show();
    say("Listen er hentet igen: den blev ændret i en anden fane.");
  } else showPlans();
}));

// --- Plans ---

const title = plan => saved.value(plan, "hoved", "navn") || "Liste uden navn";

/** The plans on the device; none where the browser gives no leave to look. */
function device() {
  try {
    return saved.all(post);
  } catch {
    return {plans: [], unreadable: 0};
  }
}

function showPlans() {
  const others = device().plans.filter(other => other.id !== plan.id);
  get("planer").replaceChildren(
    element("option", {value: plan.id, selected: true, textContent: title(plan) + (isSaved ? "" : " (ikke gemt)")}),
    ...others.map(other => element("option", {value: other.id, textContent: title(other)})),
  );
  showState();
  get("tilstand").textContent = isSaved
    ? "Listen er gemt på denne enhed, og ændringer gemmes, mens I skriver. Andre, der bruger enheden, kan læse den."
    : "Listen er ikke gemt. Den forsvinder, når I lukker siden.";
  get("gem").hidden = isSaved;
}

/** What the closed panel says of the plan. */
function showState() {
  get("plan-nu").textContent = isSaved ? `${title(plan)}, gemt på denne enhed` : saved.empty(plan) ? "Gem, print, og hent frister" : `${title(plan)}, ikke gemt`;
}

const unsaved = () => !isSaved && !saved.empty(plan);
const mayLeave = () => !unsaved() || confirm("Listen er ikke gemt. Vil I forlade den?");

function turnTo(other, onDevice) {
  plan = other;
  isSaved = onDevice;
  show();
}

on("planer", "change", "Listen kunne ikke åbnes.", event => {
  const other = device().plans.find(other => other.id === event.target.value);
  if (!other || !mayLeave()) return showPlans();
  turnTo(other, true);
  say(`Åbnet: ${title(plan)}.`);
});

on("ny", "click", "Der kunne ikke laves en ny liste.", () => {
  if (!mayLeave()) return;
  turnTo(saved.create(post, items), false);
  say("En ny, tom liste. Giv den et navn.");
  get("plannavn").focus();
});

on("gem", "click", NOT_KEPT, () => {
  plan = saved.store(plan);
  isSaved = true;
  show();
  say("Gemt på denne enhed.");
  get("planer").focus();
});

const NOT_DELETED = "Der er ikke slettet noget: browseren giver ikke lov til at se eller slette det, der er gemt.";

on("slet", "click", NOT_DELETED, () => {
  if (!confirm(`Slet ${title(plan)}? Alt, I har skrevet i den, forsvinder.`)) return;
  if (isSaved) saved.remove(plan);
  turnTo(saved.create(post, items), false);
  say("Listen er slettet.");
});

on("slet-alt", "click", NOT_DELETED, () => {
  if (!confirm("Slet alle lister på denne enhed, også fra de andre tjeklister?")) return;
  saved.removeAll();
  turnTo(saved.create(post, items), false);
  say("Alle lister på denne enhed er slettet.");
});

addEventListener("beforeunload", event => {
  if (unsaved()) event.preventDefault();
});

// --- When the record has changed ---

function showChanges() {
  const {came, gone} = saved.difference(plan, items);
  for (const row of rows) row.classList.toggle("nyt", came.some(([key]) => key === row.dataset.punkt));
  get("aendret").hidden = !came.length && !gone.length;
  get("aendret").querySelector("ul").replaceChildren(
    ...came.map(([, text]) => element("li", {textContent: `Nyt: ${text}`})),
    ...gone.map(([, text]) => element("li", {textContent: `Udgået: ${text}`})),
  );
  const kept = saved.leftOver(plan, items);
  get("udgaaet").hidden = !kept.length;
  get("udgaaet").querySelector("ul").replaceChildren(
    ...kept.map(([text, values]) => element("li", {textContent: `${text} (${values.map(value => (value === true ? "gjort" : danish(value))).join(", ")})`})),
  );
}

on("set", "click", "Ændringerne kunne ikke gemmes som set.", () => {
  saved.seen(plan, items);
  if (isSaved && !keep()) return show();
  show();
  say("Ændringerne er set. Det, I har skrevet, er her stadig.");
  panel.querySelector("summary").focus();
});

// --- Paper and files ---

function print(blank) {
  document.documentElement.classList.toggle("tomt", blank);
  window.print();
}
addEventListener("afterprint", () => document.documentElement.classList.remove("tomt"));
const NOT_PRINTED = "Browseren kan ikke printe. Hent listen som PDF øverst på siden i stedet.";
on("print-med", "click", NOT_PRINTED, () => print(false));
on("print-tom", "click", NOT_PRINTED, () => print(true));

function download(text, type, ending) {
  const url = URL.createObjectURL(new Blob([text], {type}));
  const name = title(plan).toLowerCase().replace(/[^a-z0-9æøå]+/g, "-").replace(/^-|-$/g, "");
  element("a", {href: url, download: `${post}-${name}.${ending}`}).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

on("til-fil", "click", "Filen kunne ikke laves.", () => {
  download(saved.file(plan), "application/json", "json");
  say("Listen er gemt som fil.");
});

const UNCHANGED = "Intet er ændret.";

on("fra-fil", "change", UNCHANGED, ({target}) => {
  const [chosen] = target.files;
  // So that the same file can be chosen again.
  target.value = "";
  if (!chosen) return;
  if (chosen.size > saved.LARGEST) throw new saved.Refusal("Filen er for stor til at være en tjekliste.");
  chosen.text().then(text => attempt(UNCHANGED, () => openFile(text)), () => say(`Filen kunne ikke læses. ${UNCHANGED}`));
});

function openFile(text) {
  const opened = saved.open(text, post);
  const isThis = opened.id === plan.id;
  const there = isThis ? plan : device().plans.find(other => other.id === opened.id);
  const whole = there ? saved.joined(there, opened) : opened;
  if (!isThis && !mayLeave()) return;
  turnTo(whole, isThis ? isSaved : Boolean(there));
  if (!isSaved || keep()) say(`Åbnet fra fil: ${title(plan)}.`);
}

on("ics", "click", "Kalenderfilen kunne ikke laves.", () => {
  const dated = rows.filter(row => isDate(saved.value(plan, row.dataset.punkt, "hvornaar")));
  if (!dated.length) return say("Skriv en dato ved mindst et trin først.");
  const events = dated.map(({dataset: {punkt: point, tekst: text}}) => ({
    uid: `${plan.id}-${point}@tjekliste.invalid`,
    date: saved.value(plan, point, "hvornaar"),
    summary: text ?? (saved.value(plan, point, "handling") || panel.dataset.titel),
    description: [`${panel.dataset.titel}: ${title(plan)}`, ...COLUMNS.filter(([key]) => key !== "hvornaar")
      .map(([key, label]) => [label, saved.value(plan, point, key)]).filter(([, text]) => text)
      .map(([label, text]) => `${label}: ${text}`)].join("\n"),
  }));
  download(calendar(events, new Date()), "text/calendar", "ics");
  say(`${events.length} ${events.length === 1 ? "frist" : "frister"} er hentet som kalenderfil.`);
});

// A plan of several guides, which somebody is choosing, comes along to the guide.
const chosen = new URLSearchParams(location.search).get("valg");
if (/^[a-z0-9,-]{1,2000}$/.test(chosen)) for (const link of document.querySelectorAll("nav[aria-label=Tilbage] a")) link.search = `?valg=${chosen}`;
document.documentElement.classList.add("levende");
const {plans: [latest], unreadable} = device();
turnTo(latest ?? plan, Boolean(latest));
if (unreadable === 1) say("En liste på denne enhed kan ikke læses. Den er beskadiget eller fra en anden udgave af siden, og den er ikke rørt.");
if (unreadable > 1) say(`${unreadable} lister på denne enhed kan ikke læses. De er beskadigede eller fra en anden udgave af siden, og de er ikke rørt.`);
