import { decodeEntities } from '../html/decode-entities.ts'
import { bareTitle } from './bare-title.ts'
import { cutOutlet, type OutletNames } from './cut-outlet.ts'
import type { PageFacts } from './page-facts.ts'

interface Told {
  readonly value: unknown
  readonly origin: string
}

/** What else a page tells that titles are held against. */
export interface TitleContext {
  readonly facts: PageFacts
  /** Names of the outlet, wherever the page gives them. */
  readonly outlets: readonly string[]
  /** Its canonical address, whose host is a name of the outlet too. */
  readonly address: string | undefined
  readonly section: unknown
}

/** A title with the place that tells it. */
export interface ChosenTitle {
  readonly value: string
  readonly origin: string
}

/** Share of its words that a heading must have in common with what the page declares to be the same headline. */
const SAME = 0.5
/** Share of a declared title's words that are the headline's, as outlets add their names. */
const PART = 0.7
const WINDOW = '<title>'
const HEADING = 'h1'

/**
 * The headline of a page: of what it declares and shows, in the order of trust, the first that can be one. The outlet's and the
 * section's names at its ends are cut off.
 *
 * @param candidates in the order of trust
 */
export function chooseTitle(
  candidates: readonly Told[],
  { facts, outlets, address, section }: TitleContext,
): ChosenTitle | null {
  const texts = candidates.flatMap(({ value, origin }) => textsOf(value).map(text => ({ value: text, origin })))
  const headings = texts.filter(({ origin }) => origin === HEADING)
  const window = texts.find(({ origin }) => origin === WINDOW)?.value ?? ''
  const declared = texts.filter(({ origin }) => origin !== HEADING && origin !== WINDOW)
  const known: OutletNames = {
    outlets: [...outlets, ...namesInHost(address ?? facts.meta.get('ogurl')?.[0]?.value)].map(bareTitle),
    sections: typeof section === 'string' ? [bareTitle(section)] : [],
    shown: new Set(headings.map(({ value }) => bareTitle(value))),
  }
  const isOutlet = (title: string) => title === '' || known.outlets.includes(bareTitle(title))
  const witnesses = declared.flatMap(({ value }) => (isOutlet(value) ? [] : [wordsOf(value)]))
  const ofWindow = wordsOf(cutOutlet(window, known, { isWindow: true }))
  const agrees = (heading: string) => {
    const words = wordsOf(heading)
    return Math.max(agreement(words, ofWindow, 1), ...witnesses.map(declaration => agreement(words, declaration, PART)))
  }
  const fits = headings
    .filter(({ value }) => !isOutlet(value) && agrees(value) >= SAME)
    .toSorted((a, b) => agrees(b.value) - agrees(a.value))
  // Headings that are none of the article's are the outlet's or the section's.
  const others = headings.filter(({ value }) => agrees(value) < SAME).map(({ value }) => bareTitle(value))
  const names = { ...known, outlets: [...known.outlets, ...others] }
  const titles = declared
    .map(({ value, origin }) => ({ value: cutOutlet(value, names), origin }))
    .filter(({ value }) => !isOutlet(value) && !others.includes(bareTitle(value)))
  const [best] = fits
  if (best !== undefined) return withoutLabel(best, titles, cutOutlet(best.value, names))
  if (titles[0] !== undefined) return titles[0]
  const whole = findInWindow(window, facts)
  if (whole !== null && !isOutlet(whole.value)) return whole
  const cut = cutOutlet(window, names, { isWindow: true })
  if (!isOutlet(cut)) return { value: cut, origin: WINDOW }
  return headings.find(({ value }) => !isOutlet(value)) ?? (cut === '' ? null : { value: cut, origin: WINDOW })
}

/** A heading may run a label into the headline, before it or behind it. */
function withoutLabel(best: Told, titles: readonly ChosenTitle[], heading: string): ChosenTitle {
  const bare = bareTitle(heading)
  const inner = titles.find(({ value }) => {
    const title = bareTitle(value)
    return (
      title.length < bare.length && title.includes(' ') && bare.endsWith(title) && heading.endsWith(value.slice(-4))
    )
  })
  return inner === undefined ? { value: heading, origin: best.origin } : inner
}

/** How long a heading must be beside the longest of what the window's title has between its separators. */
const MOST_OF_WINDOW = 0.5

/** A heading that the window's title has whole between two of its separators. */
function findInWindow(window: string, { shown }: PageFacts): ChosenTitle | null {
  const parts = window.split(/\s+[|–—•·»«:~-]+\s+|\s*\|\s*/u).map(bareTitle)
  const longest = Math.max(...parts.map(part => part.length))
  if (parts.length < 2) return null
  const whole = ['h1', 'h2', 'h3']
    .flatMap(name => shown.get(name) ?? [])
    .map(({ value, origin }) => ({ value: clean(value), origin }))
    .filter(({ value }) => {
      const bare = bareTitle(value)
      // One word may be the name of anything.
      return bare.includes(' ') && bare.length >= MOST_OF_WINDOW * longest && parts.includes(bare)
    })
  // The outlet's name may be a heading too, and is shorter as a rule.
  return whole.toSorted((a, b) => b.value.length - a.value.length)[0] ?? null
}

/** `tarnpost` of `https://www.tarnpost.co.example/…`. */
function namesInHost(address: string | undefined): readonly string[] {
  if (address === undefined || !URL.canParse(address)) return []
  const labels = new URL(address).hostname.replace(/^www\./, '').split('.')
  const [last] = labels.slice(0, -1).toSorted((a, b) => b.length - a.length)
  return last === undefined ? [] : [labels.join('.'), last]
}

function textsOf(value: unknown): readonly string[] {
  const all = Array.isArray(value) ? value.slice(0, 3) : [value]
  return all
    .filter(text => typeof text === 'string')
    .map(clean)
    .filter(text => text !== '')
}

/**
 * How much of a heading is in a declared title, where it is not only a part of that, such as the outlet's name.
 *
 * @param part share of the declared title's words that the headline must have at least
 */
function agreement(heading: ReadonlySet<string>, declared: ReadonlySet<string>, part: number): number {
  const most = Math.max(heading.size, part * declared.size)
  return most === 0 ? 0 : heading.intersection(declared).size / most
}

function wordsOf(title: string): ReadonlySet<string> {
  return new Set(
    bareTitle(title)
      .split(' ')
      .filter(word => word !== ''),
  )
}

function clean(title: string): string {
  return decodeEntities(title.slice(0, 1000)).replace(/\s+/g, ' ').trim()
}
