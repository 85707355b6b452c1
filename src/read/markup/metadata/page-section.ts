import { decodeEntities } from '../html/decode-entities.ts'
import { isItem, own } from '../linked-data/linked-data.ts'

const LONGEST = 80
const LONGEST_LIST = 1000
const MOST_CRUMBS = 30
/** The first step of breadcrumbs, which is no section. */
const START = /^(?:home|home ?page|front page|start|main)$/i

/** What systems put where an article has no section. */
const NONE = /^(?:uncategori[sz]ed|none|null|undefined|default|articles?|news ?article|story|posts?|\d+)$/i

/**
 * The section that a page names, or null: the first of a list, as what follows are subjects; of breadcrumbs the first step below
 * the start page, unless it is the article.
 */
export function readSection(value: unknown, outlets: readonly string[]): string | null {
  if (isItem(value)) return readCrumbs(value, outlets) ?? lineOf(own(value, 'name'))
  const one: unknown = Array.isArray(value) ? value[0] : value
  // A list in one string has no spaces behind its commas.
  return lineOf(typeof one === 'string' ? one.slice(0, LONGEST_LIST).split(/,(?=\S)/)[0] : one)
}

function readCrumbs(item: unknown, outlets: readonly string[]): string | null {
  const list = isItem(item) ? own(item, 'itemListElement') : undefined
  if (!Array.isArray(list)) return null
  const steps = list
    .slice(0, MOST_CRUMBS)
    .filter(isItem)
    .map((step, index) => {
      const inner = own(step, 'item')
      const name = own(step, 'name') ?? (isItem(inner) ? own(inner, 'name') : undefined)
      const position = Number(own(step, 'position') ?? index)
      return { name: lineOf(name), position: Number.isNaN(position) ? index : position }
    })
    .toSorted((a, b) => a.position - b.position)
  const below = steps.filter(({ name }) => name !== null && !START.test(name) && !outlets.includes(name))
  // The last step is the page itself.
  return below.length < 2 ? null : (below[0]?.name ?? null)
}

function lineOf(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const line = decodeEntities(value.slice(0, 4 * LONGEST))
    .replace(/\s+/g, ' ')
    .trim()
  return line === '' || line.length > LONGEST || /^https?:/i.test(line) || NONE.test(line) ? null : line
}
