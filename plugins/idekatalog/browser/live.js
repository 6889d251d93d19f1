// Runs before what follows it is drawn: what a script fills in gets its place at once, and nothing moves when it comes.
// A page opened from a folder stays as it is without scripts: there, browsers fetch no modules.
if (location.protocol !== "file:") document.documentElement.classList.add("levende")
// Whoever comes with a query waits for an answer.
const asked = new URLSearchParams(location.search)
if (asked.get("valg")) document.documentElement.classList.add("valgt")
if (asked.get("q")) document.documentElement.classList.add("spurgt")
