// The words of the programs in the language of the site. They stand in the programs in Danish; a site in another language is
// published with its own words here (frames/screen.py).

/** @type {Record<string, string>} */
const WORDS = {}
export const LANGUAGE = "da-DK"

/**
 * A text in the language of the site, with a value in place of every name in braces.
 *
 * @param {string} danish
 * @param {Record<string, string | number>} [values]
 */
export const _ = (danish, values = {}) =>
  (WORDS[danish] ?? danish).replace(/\{(\w+)\}/g, (name, key) => String(values[key] ?? name))

/**
 * A text for one or for many, with their number in place of `{n}`.
 *
 * @param {string} one
 * @param {string} many
 * @param {number} n
 * @param {Record<string, string | number>} [values]
 */
export const plural = (one, many, n, values = {}) => _(n === 1 ? one : many, { ...values, n })
