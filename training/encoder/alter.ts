import { findQuotations } from '../../pipeline/quotations/stage.ts'
import { tokenise } from '../../pipeline/tokens/stage.ts'
import type { Span } from '../../src/domain/span.ts'

/*
 * Altered copies of training articles, so that the model does not depend on the habits of the newsrooms and the names of the
 * year that it learned from. Attributions stay what they were: only marks, breaks, capitals and names change.
 */

/** Puts `text` in the place of what stands in `[start, end)` (UTF-16). */
interface Edit extends Span {
  readonly text: string
}

/** A copy of a text, and where each place of the text lies in it. */
export interface Altered {
  readonly text: string
  readonly moved: (span: Span) => Span
}

/** A number from 0 to 1. */
export type Random = () => number

const MARKS: readonly (readonly [open: string, close: string])[] = [
  ['“', '”'],
  ['“', '”'],
  ['"', '"'],
  ['"', '"'],
  ["''", "''"],
  ['‘', '’'],
  ["'", "'"],
  ['«', '»'],
  ['„', '“'],
  ['``', "''"],
]
const DASHES = ['—', ' — ', ' – ', ' - ', '--', ' -- ']
const ANY_DASH = / ?(?:—|–|--) ?| - /g
const HEADLINES = ['lower', 'upper', 'sentence', 'title', 'none'] as const

/** What every way to alter a text is given: its own dice, names of others, and the marks that this copy has. */
interface Copy {
  readonly random: Random
  readonly names: readonly string[]
  /** Null where the text keeps its own. */
  readonly marks: readonly [open: string, close: string] | null
}

/** Ways to alter a text, and the share of copies that each befalls. Of edits that lie in each other's way the first is made. */
export const WAYS = {
  marks: { share: 0.7, edit: (text, { random, marks }) => (marks ? changeMarks(text, marks, random() < 0.3) : []) },
  'open paragraphs': { share: 0.2, edit: openParagraphs },
  apostrophes: { share: 0.3, edit: (text, { random }) => changeApostrophes(text, pick(['’', "'"], random)) },
  dashes: { share: 0.4, edit: (text, { random }) => changeDashes(text, pick(DASHES, random)) },
  headline: { share: 0.4, edit: (text, { random }) => changeHeadline(text, pick(HEADLINES, random)) },
  names: { share: 0.6, edit: changeNames },
  'soft hyphens': { share: 0.15, edit: (text, { random }) => breakWords(text, random, '\u00ad') },
  'zero-width spaces': { share: 0.05, edit: (text, { random }) => breakWords(text, random, '\u200b') },
  wraps: { share: 0.25, edit: (text, { random }) => wrap(text, 56 + Math.floor(random() * 30)) },
} as const satisfies Record<string, { share: number; edit: (text: string, copy: Copy) => Edit[] }>
export type Way = keyof typeof WAYS

const ALL_WAYS = Object.keys(WAYS) as Way[]

/** A copy that some ways have befallen, by their shares. @param names other names that may stand for those of the text */
export function alter(text: string, random: Random, names: readonly string[]): Altered {
  return alterBy(
    text,
    random,
    names,
    ALL_WAYS.filter(way => random() < WAYS[way].share),
  )
}

/** A copy that exactly these ways have befallen. */
export function alterBy(text: string, random: Random, names: readonly string[], ways: readonly Way[]): Altered {
  const copy = { random, names, marks: ways.includes('marks') ? pick(MARKS, random) : null }
  return apply(
    text,
    ways.flatMap(way => WAYS[way].edit(text, copy)),
  )
}

function pick<One>(all: readonly One[], random: Random): One {
  return all[Math.floor(random() * all.length)] as One
}

/** Other quotation marks around every quotation; British papers set the comma behind them. */
function changeMarks(text: string, [open, close]: readonly [string, string], isBritish: boolean): Edit[] {
  const tokens = tokenise(text)
  return findQuotations(text, tokens).quotations.flatMap(({ start, end, inner, balanced, parent }) => {
    if (parent !== null) return []
    return inner.flatMap((one, i) => {
      const opens = i === 0 ? start : openingBefore(text, one.start)
      const edits: Edit[] = [{ start: opens, end: one.start, text: open }]
      const closes = i === inner.length - 1 && balanced ? end : one.end
      if (closes === one.end) return edits
      const comma = isBritish && text[one.end - 1] === ',' ? 1 : 0
      edits.push({ start: one.end - comma, end: closes, text: close + (comma === 1 ? ',' : '') })
      return edits
    })
  })
}

function openingBefore(text: string, start: number): number {
  let opens = start
  while (opens > 0 && /["“„«»‘'`]/.test(text[opens - 1] as string)) opens -= 1
  return opens
}

function changeApostrophes(text: string, apostrophe: string): Edit[] {
  return [...text.matchAll(/(?<=\p{L})['’](?=\p{L})/gu)].map(({ index }) => ({
    start: index,
    end: index + 1,
    text: apostrophe,
  }))
}

function changeDashes(text: string, dash: string): Edit[] {
  return [...text.matchAll(ANY_DASH)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
    text: dash,
  }))
}

/**
 * Long quotations go on in a new paragraph, which begins with a mark of its own while the one before stays open, as papers
 * set them.
 */
function openParagraphs(text: string, { random, marks }: Copy): Edit[] {
  const tokens = tokenise(text)
  return findQuotations(text, tokens).quotations.flatMap(({ start, end, balanced, parent }) => {
    if (parent !== null || !balanced || random() < 0.5) return []
    const open = marks?.[0] ?? (text[start] as string)
    return [...text.slice(start, end).matchAll(/(?<=\p{Ll}[.!?]) (?=\p{Lu})/gu)].map(({ index }) => ({
      start: start + index,
      end: start + index + 1,
      text: `\n\n${open}`,
    }))
  })
}

function changeHeadline(text: string, how: (typeof HEADLINES)[number]): Edit[] {
  const line = /^.*$/m.exec(text)
  if (line === null || line[0].length > 150) return []
  const { 0: words, index: start } = line
  const end = start + words.length
  if (how === 'none') return [{ start, end, text: '' }]
  const changed = inCase(words, how)
  // Another length would move what lies inside.
  return changed.length === words.length ? [...words].map((_, i) => charAt(start + i, changed[i] as string)) : []
}

function inCase(words: string, how: Exclude<(typeof HEADLINES)[number], 'none'>): string {
  if (how === 'upper') return words.toUpperCase()
  if (how === 'lower') return words.toLowerCase()
  if (how === 'title') return words.replace(/(?<!\p{L}['’]?)\p{Ll}/gu, first => first.toUpperCase())
  return words.slice(0, 1) + words.slice(1).toLowerCase()
}

function charAt(start: number, text: string): Edit {
  return { start, end: start + 1, text }
}

/** Words with a capital that stand inside sentences, each now and then another, the same throughout the text. */
function changeNames(text: string, { random, names }: Copy): Edit[] {
  if (names.length === 0) return []
  const found = [...text.matchAll(/(?<=[\p{L},] )\p{Lu}\p{Ll}{2,}(?=[ ,.;:!?'’”"]|$)/gmu)]
  const share = random()
  const others = new Map<string, string>()
  for (const { 0: name } of found) {
    if (others.has(name)) continue
    const other = names[Math.floor(random() * names.length)] as string
    others.set(name, random() < share ? other : name)
  }
  return [...text.matchAll(/\p{Lu}\p{Ll}{2,}/gu)].flatMap(({ 0: name, index }) => {
    const other = others.get(name)
    return other === undefined || other === name ? [] : [{ start: index, end: index + name.length, text: other }]
  })
}

/** Signs that nobody sees in long words, as pages that break words have them. */
function breakWords(text: string, random: Random, sign: string): Edit[] {
  return [...text.matchAll(/\p{L}{7,}/gu)].flatMap(({ 0: word, index }) => {
    const at = index + 3 + Math.floor(random() * (word.length - 5))
    return random() < 0.4 ? [{ start: at, end: at, text: sign }] : []
  })
}

/** Lines of a fixed width, with an empty line after each paragraph. */
function wrap(text: string, most: number): Edit[] {
  const edits: Edit[] = []
  let width = 0
  let space = -1
  for (let i = 0; i < text.length; i += 1) {
    if (text[i] === '\n') {
      if (text[i + 1] !== '\n' && text[i - 1] !== '\n') edits.push({ start: i, end: i + 1, text: '\n\n' })
      width = 0
      space = -1
      continue
    }
    if (text[i] === ' ') space = i
    width += 1
    if (width > most && space !== -1) {
      edits.push({ start: space, end: space + 1, text: '\n' })
      width = i - space
      space = -1
    }
  }
  return edits
}

/** Makes all edits, but those that lie in the way of an earlier one. */
function apply(text: string, edits: readonly Edit[]): Altered {
  const inOrder = edits
    .map((edit, rank) => ({ ...edit, rank }))
    .toSorted((a, b) => a.start - b.start || a.rank - b.rank)
  const made: Edit[] = []
  for (const edit of inOrder) if (edit.start >= (made.at(-1)?.end ?? 0)) made.push(edit)
  const parts: string[] = []
  const places = new Int32Array(text.length + 1)
  let length = 0
  let at = 0
  const copy = (to: number) => {
    for (let i = at; i < to; i += 1) places[i] = length + i - at
    parts.push(text.slice(at, to))
    length += to - at
    at = to
  }
  for (const { start, end, text: words } of made) {
    copy(start)
    for (let i = start; i < end; i += 1) places[i] = length
    parts.push(words)
    length += words.length
    at = end
  }
  copy(text.length)
  places[text.length] = length
  const ends = new Map(made.map(({ start, end, text: words }) => [end, (places[start] ?? 0) + words.length]))
  return {
    text: parts.join(''),
    moved: ({ start, end }) => ({ start: places[start] as number, end: ends.get(end) ?? (places[end] as number) }),
  }
}
