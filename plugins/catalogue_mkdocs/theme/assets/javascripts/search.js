// Whoever searches gets Material's script, its search worker and the index; whoever reads gets none of them.
const script = document.getElementById("material")
const field = document.querySelector("[data-md-component=search-query]")
const toggle = document.getElementById("__search")
const button = document.querySelector("[data-search]")

function load() {
  const material = document.createElement("script")
  material.src = script.src
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
