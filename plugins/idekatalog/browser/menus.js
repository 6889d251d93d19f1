// What folds out of a row of buttons: it closes where somebody presses elsewhere, and with Escape, which leads back to its button.
import { every, one } from "./dom.js"

const open = () => every("details:is(.menu, .tool)[open]", HTMLDetailsElement)

addEventListener("click", event => {
  for (const menu of open()) if (!(event.target instanceof Node && menu.contains(event.target))) menu.open = false
})

addEventListener("keydown", event => {
  if (event.key !== "Escape") return
  for (const menu of open()) {
    menu.open = false
    one("summary", HTMLElement, menu).focus()
  }
})
