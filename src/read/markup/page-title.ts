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

const SEPARATOR = /\s+[|–—•·»«:~-]+\s+|\s*\|\s*/gu
/** Share of its words that a heading must have in common with what the page declares to be the same headline. */
const SAME = 0.5
/** Share of a declared title's words that are the headline's, as outlets add their names. */
const PART = 0.7
/** Words that a title must keep when an unknown name is cut off. */
const LEAST_KEPT = 3

/**
 * The headline of a page. The heading that readers see is trusted most, where it is about what the page declares: social
 * networks and search engines are given other wordings. Then what is declared, then any heading, then the window's title.
 */
export function chooseTitle({ declared, headings, windowTitle, outlets }: TitleSources): string {
  const named = outlets.filter(name => typeof name === 'string').map(name => bare(clean(name)))
  const shown = headings.map(clean).filter(heading => heading !== '')
  const window = clean(windowTitle)
  const given = declared.filter(title => typeof title === 'string').map(clean)
  const witnesses = (given.some(title => title !== '') ? given : [window]).filter(title => title !== '').map(wordsOf)
  const agrees = (heading: string) => Math.max(0, ...witnesses.map(words => agreement(wordsOf(heading), words)))
  const isHeadline = (heading: string) => !named.includes(bare(heading)) && agrees(heading) >= SAME
  const names = [...named, ...shown.filter(heading => !isHeadline(heading)).map(bare)]
  const titles = given
    .map(title => cutOutlet(title, names))
    .filter(title => title !== '' && !named.includes(bare(title)))
  const [best] = shown.filter(isHeadline).toSorted((a, b) => agrees(b) - agrees(a))
  // A heading may run a label into the headline.
  const inner =
    best === undefined ? undefined : titles.find(title => best.length > title.length && best.endsWith(title))
  const chosen = inner ?? (best === undefined ? undefined : cutOutlet(best, names)) ?? titles[0]
  if (chosen !== undefined) return chosen
  const cut = cutOutlet(window, names, true)
  return cut === '' || named.includes(bare(cut)) ? (shown.find(text => !named.includes(bare(text))) ?? cut) : cut
}

/** Cuts the outlet's name off either end: `Quay to close | Selby Echo`. */
function cutOutlet(title: string, names: readonly string[], isWindow = false): string {
  const separators = [...title.matchAll(SEPARATOR)]
  const [first, last] = [separators[0], separators.at(-1)]
  if (first === undefined || last === undefined) return cutLead(title, names)
  const head = title.slice(0, last.index)
  const tail = bare(title.slice(last.index + last[0].length))
  if (names.some(name => isName(tail, name))) return cutOutlet(head, names)
  const lead = bare(title.slice(0, first.index))
  const rest = title.slice(first.index + first[0].length)
  if (names.includes(lead)) return rest
  // A section, as in `Politics | City elects a mayor`.
  if (first[0].includes('|') && lead.split(' ').length < LEAST_KEPT && bare(rest).split(' ').length > LEAST_KEPT)
    return cutOutlet(rest, names, isWindow)
  const isBar = last[0].includes('|')
  return (isWindow || isBar) && head.split(' ').length >= LEAST_KEPT && tail.split(' ').length < head.split(' ').length
    ? head
    : title
}

/** `Selby Echo: Quay to close`. */
function cutLead(title: string, names: readonly string[]): string {
  const colon = title.indexOf(': ')
  return colon > 0 && names.includes(bare(title.slice(0, colon))) ? title.slice(colon + 2) : title
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

/** How much of a heading is in a declared title, where it is not only a part of that, such as the outlet's name. */
function agreement(heading: ReadonlySet<string>, declared: ReadonlySet<string>): number {
  const most = Math.max(heading.size, PART * declared.size)
  return most === 0 ? 0 : heading.intersection(declared).size / most
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
