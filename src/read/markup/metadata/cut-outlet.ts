import { bareTitle } from './bare-title.ts'

/** What may stand beside a headline in a title, in bare words. */
export interface OutletNames {
  readonly outlets: readonly string[]
  readonly sections: readonly string[]
  /** Headings that the page shows: what stands in one as it is, is of the headline. */
  readonly shown: ReadonlySet<string>
}

const SEPARATOR = /\s+[|–—•·»«:~-]+\s+|\s*\|\s*/gu
/** Words that a title must keep when an unknown name is cut off. */
const LEAST_KEPT = 3
/** Words of the longest unknown name that is cut off, and how many more than the known name a known one may have: `Selby Echo Online`. */
const LONGEST_UNKNOWN = 5
const LONGER = 2

/** What templates put between headline and outlet. */
const PARTS: ReadonlySet<string> = new Set([
  'news',
  'world',
  'world news',
  'uk news',
  'us news',
  'politics',
  'business',
  'opinion',
  'comment',
  'sport',
  'sports',
  'culture',
  'life',
  'lifestyle',
  'entertainment',
  'technology',
  'tech',
  'science',
  'health',
  'environment',
  'travel',
  'home',
  'local news',
  'national',
  'international',
  'video',
  'blog',
  'blog archive',
])

/**
 * A title without the names of the outlet and the section at its ends: `Quay to close | Selby Echo`, `Selby Echo: Quay to close`,
 * `Quay to close - Politics - Selby Echo`. What only looks like a name is cut off behind a bar, or where the title is the window's,
 * which as a rule ends with one.
 */
export function cutOutlet(title: string, names: OutletNames, { isWindow = false } = {}): string {
  let cut = title
  let hasCut = false
  // A title has three names beside it at most: the outlet, a section, a part of the site.
  for (let time = 0; time < 3; time += 1) {
    const next = cutEnd(cut, names, { isWindow, hasCut }) ?? cutBeginning(cut, names, { isWindow, hasCut })
    if (next === null || bareTitle(next) === '') break
    cut = next
    hasCut = true
  }
  return cut
}

interface Circumstances {
  readonly isWindow: boolean
  /** Whether the outlet was cut off already, so that what is left may still have the section. */
  readonly hasCut: boolean
}

function cutEnd(title: string, names: OutletNames, { isWindow, hasCut }: Circumstances): string | null {
  const last = [...title.matchAll(SEPARATOR)].at(-1)
  if (last === undefined || last.index === 0) return null
  const head = title.slice(0, last.index).trim()
  const tail = title.slice(last.index + last[0].length)
  const bare = bareTitle(tail)
  if (names.outlets.some(name => isName(bare, name))) return head
  const isBar = last[0].includes('|')
  // Only a bar is never of the headline itself.
  if (names.shown.has(bareTitle(title)) && !isBar) return null
  if (hasCut && (names.sections.includes(bare) || PARTS.has(bare))) return head
  if (names.sections.includes(bare) && isBar) return head
  const mayBeName = !hasCut && (isWindow || isBar) && looksLikeName(tail)
  const [before, behind] = [head.split(' ').length, bare.split(' ').length]
  return mayBeName && before >= LEAST_KEPT && behind < before ? head : null
}

function cutBeginning(title: string, names: OutletNames, { hasCut }: Circumstances): string | null {
  const colon = title.indexOf(': ')
  if (colon > 0 && names.outlets.includes(bareTitle(title.slice(0, colon)))) return title.slice(colon + 2).trim()
  const [first] = title.matchAll(SEPARATOR)
  if (first === undefined) return null
  const lead = bareTitle(title.slice(0, first.index))
  const rest = title.slice(first.index + first[0].length).trim()
  if (names.outlets.includes(lead)) return rest
  if (names.shown.has(bareTitle(title))) return null
  if ((hasCut && names.sections.includes(lead)) || (first[0].includes('|') && PARTS.has(lead))) return rest
  // A section, as in `Politics | City elects a mayor`.
  const isShort = lead !== '' && lead.split(' ').length < LEAST_KEPT && bareTitle(rest).split(' ').length > LEAST_KEPT
  return first[0].includes('|') && isShort ? rest : null
}

/** Whether words are an outlet's name, or nearly: `Echo` and `Selby Echo Online` for `Selby Echo`. */
function isName(words: string, name: string): boolean {
  if (words === '' || name === '') return false
  if (words === name || words.replaceAll(' ', '') === name.replaceAll(' ', '')) return true
  if (words === `the ${name}` || name === `the ${words}`) return true
  if (name.startsWith(`${words} `)) return true
  return words.startsWith(`${name} `) && words.split(' ').length <= name.split(' ').length + LONGER
}

/** Names have capitals; what goes on in small letters is the title itself: `Bridge shut – and nobody knows why`. */
function looksLikeName(tail: string): boolean {
  const words = tail.trim().split(/\s+/)
  if (words.length > LONGEST_UNKNOWN || /[?!…]$/.test(tail)) return false
  return (
    words.every(word => !/^\p{Ll}{4,}/u.test(word) || /\.\p{L}{2,}$/u.test(word)) && !/^\p{Ll}/u.test(words[0] ?? '')
  )
}
