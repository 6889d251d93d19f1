// A plan in the making, on the pages between: what is chosen stands in the address of each page one goes on to.
// Nothing is stored. Without this, "Læg i min plan" is a link to a plan with that guide alone.
const root = new URL("../../", import.meta.url).href
let chosen = read(location.href)

// Only what can be an id, and no more than a catalogue has: an address is written by whoever sends it.
function read(address) {
  const ids = (new URL(address).searchParams.get("valg") ?? "").split(",").filter(id => /^[a-z0-9-]{1,80}$/.test(id))
  return [...new Set(ids)].slice(0, 500)
}

function carrying(address, ids = chosen) {
  const url = new URL(address)
  url.searchParams.set("valg", ids.join(","))
  return url.href.replaceAll("%2C", ",")
}

const write = () => chosen.length && history.replaceState(history.state, "", carrying(location.href))

/** Puts the guide of a link into the plan; the link then leads to the plan. */
export function add(link) {
  chosen = [...new Set([...chosen, link.dataset.valg])]
  write()
  show()
  document.querySelector("#sagt").textContent =
    `Lagt i min plan. ${chosen.length === 1 ? "Der er 1 guide" : `Der er ${chosen.length} guider`} i den.`
}

function show() {
  for (const link of document.querySelectorAll("a[href*='plan/?valg=']:not(.minplan)")) {
    link.dataset.valg ??= read(link.href)[0]
    const has = chosen.includes(link.dataset.valg)
    link.href = carrying(link.href, has ? chosen : [...chosen, link.dataset.valg])
    if (!has || "valgt" in link.dataset) continue
    link.dataset.valgt = ""
    link.removeAttribute("aria-label")
    link.textContent = "Se min plan"
  }
  for (const link of document.querySelectorAll(".minplan")) {
    // It leads to the plan, and puts nothing there.
    link.dataset.valgt = ""
    if (chosen.length) link.textContent = `Min plan (${chosen.length})`
  }
}

/** Every page of the site that a link leads to is told what is chosen. A file has no use for it. */
function carry({ target }) {
  const link = target.closest?.("a[href]")
  if (!link || !chosen.length || link.dataset.valg || link.getAttribute("href").startsWith("#")) return
  if (link.href.startsWith(root) && new URL(link.href).pathname.endsWith("/")) link.href = carrying(link.href)
}

addEventListener("click", carry, true)
addEventListener("auxclick", carry, true)
// An older address of the same page, from before the latest choice.
addEventListener("popstate", write)
// Results come and go.
new MutationObserver(show).observe(document.querySelector("main"), { childList: true, subtree: true })
show()
