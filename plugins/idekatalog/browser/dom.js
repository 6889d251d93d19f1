// What every program asks of the page it runs on.

/**
 * A new element. A text among its children is shown as it is: no markup in it counts.
 *
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, string | number>} [attributes]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value))
  made.append(...children)
  return made
}

/**
 * The first element that a selector finds. Throws an Error where that is none of this kind: then page and program do not fit.
 *
 * @template {Element} Kind
 * @param {string} selector
 * @param {new () => Kind} kind
 * @param {ParentNode} [within]
 * @returns {Kind}
 */
export function one(selector, kind, within = document) {
  const found = within.querySelector(selector)
  if (found instanceof kind) return found
  throw new Error(`no ${kind.name}: ${selector}`)
}

/**
 * Every element of a kind that a selector finds, in the order of the page.
 *
 * @template {Element} Kind
 * @param {string} selector
 * @param {new () => Kind} kind
 * @param {ParentNode} [within]
 * @returns {Kind[]}
 */
export function every(selector, kind, within = document) {
  /** @type {Kind[]} */
  const all = []
  for (const found of within.querySelectorAll(selector)) if (found instanceof kind) all.push(found)
  return all
}

/**
 * The element that an event happened in, or the nearest around it, that a selector finds; null where that is none of this kind.
 *
 * @template {Element} Kind
 * @param {Event} event
 * @param {string} selector
 * @param {new () => Kind} kind
 * @returns {Kind | null}
 */
export function around(event, selector, kind) {
  const found = event.target instanceof Element ? event.target.closest(selector) : null
  return found instanceof kind ? found : null
}
