// Whoever searches gets Material's script, its search worker and the index; whoever reads gets none of them.
const script = document.currentScript
const field = document.querySelector("[data-md-component=search-query]")
const toggle = document.getElementById("__search")
const button = document.querySelector("[data-search]")

// What Material's script expects to find, and writes nothing with.
window.__md_scope = new URL(JSON.parse(document.getElementById("__config").textContent).base, location)
window.__md_hash = () => 0
window.__md_get = () => null
window.__md_set = () => {}
document.documentElement.classList.add("js")

function load() {
  const material = document.createElement("script")
  material.src = script.dataset.material
  document.body.append(material)
}

function open() {
  toggle.checked = true
  toggle.dispatchEvent(new Event("change"))
  field.focus()
}

if (field) {
  field.addEventListener("focus", load, { once: true })
  button.addEventListener("click", open)
  // Material leaves the keyboard nowhere when its search is closed.
  field.addEventListener("keydown", event => event.key === "Escape" && setTimeout(() => button.focus()))
}
