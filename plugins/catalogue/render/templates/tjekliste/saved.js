/* What people write on a checklist, as data: no page in here.

A plan, which the page calls "liste", is {id, post, felter, kendt}. "felter" holds every field ever written, under "<punkt>/<felt>", as
{vaerdi, tid}; "kendt" is the list as the plan last saw it and what had gone by then, as {tekst: {punkt: tekst}, udgaaet, tid}. */

const PREFIX = "tjekliste:";
const KIND = "tjekliste-plan";
const VERSION = 1;
const LARGEST = 1_000_000;

export const create = (post, items) => ({id: crypto.getRandomValues(new Uint32Array(3)).join("-"), post, felter: {}, kendt: {tekst: items, udgaaet: {}, tid: 0}});

export const value = (plan, point, field) => plan.felter[`${point}/${field}`]?.vaerdi ?? "";

/** Writes a field, later than whatever was there, even where the clock was put back. */
export function write(plan, point, field, value) {
  const name = `${point}/${field}`;
  plan.felter[name] = {vaerdi: value, tid: Math.max(Date.now(), (plan.felter[name]?.tid ?? 0) + 1)};
}

export const changed = plan => Math.max(0, ...Object.values(plan.felter).map(field => field.tid));

export const empty = plan => Object.values(plan.felter).every(field => !field.vaerdi);

/** One plan of two versions of it: of each field what was written last. */
export function merge(one, other) {
  const fields = {...one.felter};
  for (const [name, field] of Object.entries(other.felter)) {
    if (!(fields[name]?.tid >= field.tid)) fields[name] = field;
  }
  return {...one, felter: fields, kendt: other.kendt.tid > one.kendt.tid ? other.kendt : one.kendt};
}

/** What has come and what has gone since the plan last saw the list: [key, text] each. */
export function difference(plan, items) {
  const known = plan.kendt.tekst;
  return {
    came: Object.entries(items).filter(([key]) => !Object.hasOwn(known, key)),
    gone: Object.entries(known).filter(([key]) => !Object.hasOwn(items, key)),
  };
}

/** The plan has seen the list as it is now. */
export function seen(plan, items) {
  const gone = Object.fromEntries(difference(plan, items).gone);
  plan.kendt = {tekst: items, udgaaet: {...plan.kendt.udgaaet, ...gone}, tid: Math.max(Date.now(), plan.kendt.tid + 1)};
}

/** What is written about items that are no longer on the list: [text, values] each. */
export const leftOver = (plan, items) => Object.entries({...plan.kendt.udgaaet, ...plan.kendt.tekst})
  .filter(([key]) => !Object.hasOwn(items, key))
  .map(([key, text]) => [text, Object.entries(plan.felter).filter(([name, field]) => name.startsWith(`${key}/`) && field.vaerdi).map(([, field]) => field.vaerdi)])
  .filter(([, values]) => values.length);

const place = plan => `${PREFIX}${plan.post}:${plan.id}`;

/** The plans for this checklist on this device, the latest first. */
export function all(post) {
  return Object.keys(localStorage)
    .filter(key => key.startsWith(`${PREFIX}${post}:`))
    .map(key => parse(localStorage.getItem(key)))
    .filter(plan => plan?.post === post)
    .sort((one, other) => changed(other) - changed(one));
}

export const stored = plan => parse(localStorage.getItem(place(plan)));

/** Puts the plan on the device, merged with what another tab has put there. */
export function store(plan) {
  const there = stored(plan);
  const whole = there ? merge(plan, there) : plan;
  localStorage.setItem(place(plan), JSON.stringify(whole));
  return whole;
}

export const remove = plan => localStorage.removeItem(place(plan));

export function removeAll() {
  for (const key of Object.keys(localStorage).filter(key => key.startsWith(PREFIX))) localStorage.removeItem(key);
}

export const isPlace = (key, plan) => key === null || key === place(plan);

export const file = plan => JSON.stringify({slags: KIND, udgave: VERSION, plan}, null, 1) + "\n";

/** The plan in a file. Throws an Error that says in Danish why the file cannot be used. */
export function open(text, post) {
  if (text.length > LARGEST) throw new Error("Filen er for stor til at være en tjekliste.");
  let content;
  try {
    content = JSON.parse(text);
  } catch {
    throw new Error("Filen er beskadiget eller er ikke gemt fra en tjekliste.");
  }
  if (content?.slags !== KIND) throw new Error("Filen er ikke gemt fra en tjekliste.");
  if (content.udgave !== VERSION) throw new Error("Filen er gemt fra en anden udgave af tjeklisten, som denne side ikke kan læse.");
  if (!valid(content.plan)) throw new Error("Filen er beskadiget: noget mangler eller er forkert.");
  if (content.plan.post !== post) throw new Error(`Filen hører til en anden tjekliste: ${content.plan.post}.`);
  return content.plan;
}

function parse(text) {
  try {
    const plan = JSON.parse(text);
    return valid(plan) ? plan : null;
  } catch {
    return null;
  }
}

const object = value => typeof value === "object" && value !== null && !Array.isArray(value);
// Far enough from the largest number that a later one can always be written.
const time = value => Number.isInteger(value) && value >= 0 && value < 2 ** 52;
const texts = value => object(value) && Object.values(value).every(text => typeof text === "string");
const valid = plan => object(plan) && typeof plan.post === "string" && /^[0-9-]{1,40}$/.test(plan.id)
  && object(plan.felter) && Object.values(plan.felter).every(field => object(field) && time(field.tid) && ["string", "boolean"].includes(typeof field.vaerdi))
  && object(plan.kendt) && time(plan.kendt.tid) && texts(plan.kendt.tekst) && texts(plan.kendt.udgaaet);
