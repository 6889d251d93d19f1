// The search field of every page, and the plan in the making. What either needs is fetched when somebody goes to the field, or
// begins a plan, and not before: most pages are read.
const form = document.querySelector("form.soegefelt")
const field = form?.querySelector("input")
if (form instanceof HTMLFormElement && field) start(form, field)

/**
 * @param {HTMLFormElement} form
 * @param {HTMLInputElement} field
 */
function start(form, field) {
  // It is heard as what it becomes from the first time on.
  const list = form.appendChild(document.createElement("div"))
  Object.assign(list, { id: "soegeforslag", role: "listbox", ariaLabel: form.dataset.forslag, hidden: true })
  Object.assign(field, { role: "combobox", ariaAutoComplete: "list", ariaExpanded: "false" })
  field.setAttribute("aria-controls", list.id)
  // Whoever is faster than what is fetched comes to the page of all results; a plan in the making comes along.
  form.addEventListener("submit", event => {
    event.preventDefault()
    const query = field.value.trim()
    if (!query) return field.focus()
    const page = new URL("../../soeg/", import.meta.url)
    const plan = new URL(location.href).searchParams.get("valg")
    if (plan) page.searchParams.set("valg", plan)
    page.searchParams.set("q", query)
    location.assign(page)
  })

  /** @type {HTMLElement | null} */
  let before = null
  function leave() {
    ;(before ?? field).focus()
    field.blur()
    before?.focus()
  }

  const fetched = () => import("./suggest.js").then(({ start }) => start(form, field, list, leave))
  if (document.activeElement === field) fetched()
  else field.addEventListener("focus", fetched, { once: true })

  addEventListener("keydown", event => {
    const { target } = event
    const writing = target instanceof Element && target.closest("input, textarea, select, [contenteditable]")
    const asked =
      (event.key === "/" && !writing && !event.ctrlKey && !event.metaKey && !event.altKey) ||
      (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey))
    if (!asked) return
    event.preventDefault()
    const active = document.activeElement
    if (active !== field) before = active instanceof HTMLElement ? active : null
    field.focus()
    field.select()
  })
}

// Who makes a plan carries it from page to page in the address; the page of the plan itself needs no help.
const plan = () => import("../plan/carry.js")
if (new URL(location.href).searchParams.has("valg") && !document.querySelector("#ark.plan")) plan()
addEventListener("click", event => {
  const link = event.target instanceof Element && event.target.closest("a[href*='plan/?valg=']:not([data-valgt])")
  if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
  event.preventDefault()
  plan().then(
    ({ add }) => add(link),
    () => location.assign(link.href),
  )
})
