// A plan in the making, on the pages between: what is chosen stands in the address of each page one goes on to.
// Nothing is stored. Without this, "Læg i min plan" is a link to a plan with that guide alone.
import { around, element, every, one } from "../dom.js"
import { _, plural } from "../words.js"

const root = new URL("../../", import.meta.url).href
let chosen = read(location.href)

/**
 * The ids in an address. Only what can be an id, and no more than a catalogue has: an address is written by whoever sends it.
 *
 * @param {string} address
 */
function read(address) {
  const ids = (new URL(address).searchParams.get("valg") ?? "").split(",").filter(id => /^[a-z0-9-]{1,80}$/.test(id))
  return [...new Set(ids)].slice(0, 500)
}

/**
 * An address that names what is chosen.
 *
 * @param {string} address
 * @param {string[]} ids
 */
function carrying(address, ids = chosen) {
  const url = new URL(address)
  url.searchParams.set("valg", ids.join(","))
  return url.href.replaceAll("%2C", ",")
}

function write() {
  if (chosen.length) history.replaceState(history.state, "", carrying(location.href))
}

/**
 * Puts the guide of a link into the plan; the link then leads to the plan.
 *
 * @param {HTMLAnchorElement} link
 */
export function add(link) {
  chosen = [...new Set([...chosen, guide(link)])]
  write()
  show()
  one("#sagt", HTMLElement).textContent = plural(
    "Lagt i min plan. Der er {n} guide i den.",
    "Lagt i min plan. Der er {n} guider i den.",
    chosen.length,
  )
}

/**
 * The id of the guide that a link puts into the plan.
 *
 * @param {HTMLAnchorElement} link
 */
function guide(link) {
  link.dataset.valg ??= read(link.href)[0]
  return link.dataset.valg
}

function show() {
  for (const link of every("a[href*='plan/?valg=']:not(.minplan)", HTMLAnchorElement)) {
    const id = guide(link)
    const has = chosen.includes(id)
    link.href = carrying(link.href, has ? chosen : [...chosen, id])
    if (!has || "valgt" in link.dataset) continue
    link.dataset.valgt = ""
    link.removeAttribute("aria-label")
    link.textContent = _("Se min plan")
  }
  for (const link of every(".minplan", HTMLAnchorElement)) {
    // It leads to the plan, and puts nothing there.
    link.dataset.valgt = ""
    if (chosen.length) link.replaceChildren(_("Min plan"), " ", counted())
  }
}

/** How many guides are chosen: seen as a number. */
function counted() {
  const [number, ...guides] = plural("{n} guide", "{n} guider", chosen.length).split(" ")
  return element("span", { class: "plan-count" }, number, element("span", { class: "heard" }, ` ${guides.join(" ")}`))
}

/**
 * Every page of the site that a link leads to is told what is chosen. A file has no use for it.
 *
 * @param {Event} event
 */
function carry(event) {
  const link = around(event, "a[href]", HTMLAnchorElement)
  if (!link || !chosen.length || link.dataset.valg || link.getAttribute("href")?.startsWith("#")) return
  if (link.href.startsWith(root) && new URL(link.href).pathname.endsWith("/")) link.href = carrying(link.href)
}

addEventListener("click", carry, true)
addEventListener("auxclick", carry, true)
// An older address of the same page, from before the latest choice.
addEventListener("popstate", write)
// Results come and go.
new MutationObserver(show).observe(one("main", HTMLElement), { childList: true, subtree: true })
show()
