import { decodeEntities } from './decode-entities.ts'

/** Where a page names its headline, each as it was written. */
export interface TitleSources {
  /** What its linked data and `meta` elements give, in order of trust. */
  readonly declared: readonly unknown[]
  /** Its first headings. */
  readonly headings: readonly string[]
  /** Its `title` element. */
  readonly windowTitle: string
  /** Names of the outlet, wherever the page gives them. */
  readonly outlets: readonly unknown[]
}

const SEPARATOR = /\s+[|–—•·»«:~-]+\s+|\s*\|\s*|\s+::\s+/gu
/** Share of its words that a heading must have in common with what the page declares to be the same headline. */
const SAME = 0.5
/** Words that a title must keep when an unknown name is cut off. */
const LEAST_KEPT = 3

/**
 * The headline of a page. The heading that readers see is trusted most, where it is about what the page declares: social
 * networks and search engines are given other wordings. Then what is declared, then any heading, then the window's title.
 */
export function chooseTitle({ declared, headings, windowTitle, outlets }: TitleSources): string {
  const given = declared
    .filter(title => typeof title === 'string')
    .map(clean)
    .filter(title => title !== '')
  const window = clean(windowTitle)
  const shown = headings.map(clean).filter(heading => heading !== '')
  const names = outlets.filter(name => typeof name === 'string').map(name => bare(clean(name)))
  const witnesses = [...given, window].filter(title => title !== '').map(title => wordsOf(title))
  const agrees = (heading: string) => Math.max(0, ...witnesses.map(words => shareOf(wordsOf(heading), words)))
  const [best] = shown
    .filter(heading => wordsOf(heading).size > 1 && !names.includes(bare(heading)) && agrees(heading) >= SAME)
    .toSorted((a, b) => agrees(b) - agrees(a))
  if (best !== undefined) return best
  const [first] = given.map(title => cutOutlet(title, names))
  if (first !== undefined && !names.includes(bare(first))) return first
  const heading = shown.find(text => !names.includes(bare(text)))
  return heading ?? cutOutlet(window, names, true)
}

/** Cuts the outlet's name off either end: `Quay to close | Selby Echo`. */
function cutOutlet(title: string, names: readonly string[], isWindow = false): string {
  const separators = [...title.matchAll(SEPARATOR)]
  const [first, last] = [separators[0], separators.at(-1)]
  if (first === undefined || last === undefined) return title
  const head = title.slice(0, last.index)
  const tail = bare(title.slice(last.index + last[0].length))
  if (names.some(name => isName(tail, name))) return cutOutlet(head, names)
  const lead = bare(title.slice(0, first.index))
  if (names.includes(lead)) return title.slice(first.index + first[0].length)
  const isBar = last[0].includes('|')
  return (isWindow || isBar) && head.split(' ').length >= LEAST_KEPT && tail.split(' ').length < head.split(' ').length
    ? head
    : title
}

function isName(tail: string, name: string): boolean {
  if (tail === '' || name === '') return false
  return (
    tail === name ||
    tail.replaceAll(' ', '') === name.replaceAll(' ', '') ||
    name.startsWith(`${tail} `) ||
    tail.startsWith(`${name} `)
  )
}

function shareOf(words: ReadonlySet<string>, others: ReadonlySet<string>): number {
  return words.size === 0
    ? 0
    : words.intersection(others).size / Math.max(words.size, Math.min(others.size, words.size))
}

function wordsOf(title: string): ReadonlySet<string> {
  return new Set(
    bare(title)
      .split(' ')
      .filter(word => word !== ''),
  )
}

function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function clean(title: string): string {
  return decodeEntities(title.slice(0, 1000)).replace(/\s+/g, ' ').trim()
}
