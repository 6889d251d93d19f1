// One action plan of several guides, as data: no page in here.

/** @typedef {{
 *   action: string, skippable: boolean, occasion: string | null, meeting: string | null, role: string | null, editorial: boolean,
 * }} Step */
/** @typedef {{ role: string, task: string, presence: string }} Task */
/** @typedef {{ text: string, editorial: boolean }} Item */
/**
 * A guide as `plan.json` has it.
 *
 * @typedef {{
 *   id: string, noun: string, title: string, version: string, reviewed: string, reviewer: string, guide: string, checklist: string,
 *   phases: Record<string, Step[]>, tasks: Task[], challenges: string[], resources: string[], materials: Item[], care: Item[],
 * }} Guide
 */

/**
 * The guides that the query of an address names, each once, in its order; and how many it names that there are not.
 *
 * @param {string} search
 * @param {Guide[]} all
 */
export function chosen(search, all) {
  const named = (new URLSearchParams(search).get("valg") ?? "").split(",").map(id => id.trim())
  const ids = [...new Set(named.filter(Boolean))]
  const guides = ids.flatMap(id => all.find(guide => guide.id === id) ?? [])
  return { guides, unknown: ids.length - guides.length }
}

/**
 * What names these guides in an address, and nothing else: whatever somebody has written into this one goes no further.
 *
 * @param {Guide[]} guides
 */
export const query = guides => (guides.length ? `?valg=${guides.map(guide => guide.id).join(",")}` : "")

/** @param {{ editorial: boolean }} part */
const suggested = part => (part.editorial ? "Redaktionens forslag" : "")

/** @param {(string | null | false)[]} parts */
const joined = parts => parts.filter(Boolean).join(" · ")

/**
 * Every step of a phase, guide by guide, with what is said small after it.
 *
 * @param {Guide[]} guides
 * @param {string} phase
 */
export const steps = (guides, phase) =>
  guides.flatMap(guide =>
    (guide.phases[phase] ?? []).map(step => ({
      action: step.action,
      note: joined([step.skippable && "hvis I vil", step.meeting, step.occasion, guide.title, step.role, suggested(step)]),
    })),
  )

/**
 * What each role has to do, role by role: "guide: task", or "guide (fx): task" where it is not always part of it.
 *
 * @param {Guide[]} guides
 */
export function roles(guides) {
  /** @type {Map<string, string[]>} */
  const tasks = new Map()
  for (const guide of guides) {
    for (const { role, task, presence } of guide.tasks) {
      const line = `${guide.title}${presence === "altid" ? "" : ` (${presence})`}: ${task}`
      tasks.set(role, [...(tasks.get(role) ?? []), line])
    }
  }
  return [...tasks].map(([role, lines]) => ({ role, lines }))
}

/**
 * From each challenge to the guides that answer it, and the resources they use.
 *
 * @param {Guide[]} guides
 */
export function couplings(guides) {
  const challenges = [...new Set(guides.flatMap(guide => guide.challenges))]
  return challenges.map(challenge => {
    const answers = guides.filter(guide => guide.challenges.includes(challenge))
    return {
      challenge,
      answers: answers.map(guide => guide.title),
      resources: [...new Set(answers.flatMap(guide => guide.resources))],
    }
  })
}

/**
 * What the guides ask people to bring, or to take care of, with what is said small after it.
 *
 * @param {Guide[]} guides
 * @param {"materials" | "care"} field
 */
export const items = (guides, field) =>
  guides.flatMap(guide => guide[field].map(item => ({ text: item.text, note: joined([guide.title, suggested(item)]) })))
