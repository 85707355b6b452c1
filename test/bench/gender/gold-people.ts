import { readFileSync } from 'node:fs'
import { genderOfPronoun } from '../../../pipeline/words/gender.ts'
import type { Span } from '../../../src/domain/span.ts'
import { CodePointText } from '../../../src/domain/text/code-point-text.ts'

/** A text with named people, and the gender of the pronouns that mean each. Spans are UTF-16. */
export interface GoldText {
  readonly name: string
  readonly text: string
  readonly people: readonly GoldPerson[]
}

export interface GoldPerson {
  /** Where their names stand. */
  readonly names: readonly Span[]
  readonly gender: 'woman' | 'man'
}

/** Columns of a file of GAP that are read, by their names in its first line. */
type GapRow = Readonly<Record<string, string>>

/**
 * Reads a file of GAP (google-research-datasets/gap-coreference): whom each text's pronoun means.
 *
 * @throws Error when it is none
 */
export function readGap(path: string): GoldText[] {
  const [head, ...lines] = readFileSync(path, 'utf8').split(/\r?\n/)
  const columns = (head as string).split('\t')
  if (!columns.includes('Pronoun-offset'))
    throw new Error(`${path} is no file of GAP: it has no column Pronoun-offset.`)
  const rows = lines
    .filter(line => line !== '')
    .map((line): GapRow => {
      const cells = line.split('\t')
      return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']))
    })
  return rows.flatMap((row): GoldText[] => {
    const text = row.Text as string
    const gender = genderOfPronoun((row.Pronoun as string).toLowerCase())
    if (gender === null) return []
    const at = utf16Offsets(text)
    const people = ['A', 'B'].flatMap((column): GoldPerson[] => {
      if (row[`${column}-coref`] !== 'TRUE') return []
      const start = Number(row[`${column}-offset`])
      return [{ names: [{ start: at(start), end: at(start + [...(row[column] as string)].length) }], gender }]
    })
    return people.length === 0 ? [] : [{ name: row.ID as string, text, people }]
  })
}

interface GumMention extends Span {
  readonly name: readonly [number, number] | null
  readonly type: string
  readonly chain: string
  readonly pronoun: boolean
}

/** Reads a document of GUM as its converted annotation has it: the named people of whom pronouns say one gender. */
export function readGum(path: string): GoldText {
  const { name, text, mentions } = JSON.parse(readFileSync(path, 'utf8')) as {
    readonly name: string
    readonly text: string
    readonly mentions: readonly GumMention[]
  }
  const at = utf16Offsets(text)
  const people = [...Map.groupBy(mentions, ({ chain }) => chain).values()].flatMap((chain): GoldPerson[] => {
    const genders = chain.flatMap(({ pronoun, start, end }) =>
      pronoun ? (genderOfPronoun(text.slice(at(start), at(end)).toLowerCase()) ?? []) : [],
    )
    const [gender] = genders
    const names = chain.flatMap(({ name: span, type }) =>
      span === null || type !== 'person' ? [] : [{ start: at(span[0]), end: at(span[1]) }],
    )
    return gender === undefined || names.length === 0 || genders.some(one => one !== gender) ? [] : [{ names, gender }]
  })
  return { name, text, people }
}

function utf16Offsets(text: string): (codePoint: number) => number {
  const points = new CodePointText(text)
  return codePoint => points.toUtf16(codePoint)
}
