// The checklist of one guide: its rows stand on the page already.
import { every, one } from "../dom.js"
import { begin, draw } from "../worklist/worklist.js"

const { id = "", titel = "" } = one("#panel", HTMLElement).dataset
draw()
begin({ post: id, heading: titel, file: `tjekliste-${id}` })

// A plan of several guides, which somebody is choosing, comes along to the guide.
const chosen = new URLSearchParams(location.search).get("valg") ?? ""
if (/^[a-z0-9,-]{1,2000}$/.test(chosen)) {
  for (const link of every("nav.crumb a, a.minplan", HTMLAnchorElement)) link.search = `?valg=${chosen}`
}
