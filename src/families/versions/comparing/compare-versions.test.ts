import { describe, expect, it } from 'vitest'
import { buildArticleRecord, type ClaimWords } from '../../../../test/support/article-record.ts'
import type { VersionChange } from '../change.ts'
import type { VersionText } from '../version-text.ts'
import { compareVersions } from './compare-versions.ts'

/** A version with claims by their words. */
function version(text: string, claims: readonly ClaimWords[] = [], more: Partial<VersionText> = {}): VersionText {
  const record = buildArticleRecord(text, claims)
  const sources = new Map(record.sources.map(source => [source.id, source]))
  return {
    id: record.article.id,
    title: null,
    text,
    leftOut: [],
    claims: record.claims.map(({ id, quotation, act, negated, spans, sourceId }) => {
      const source = sources.get(sourceId ?? '')
      return {
        id,
        quotation,
        act,
        negated,
        spans,
        naming: source?.naming ?? 'unstated',
        name: source?.name?.value ?? null,
        source: source?.spans[0]?.text ?? null,
      }
    }),
    ...more,
  }
}

function told(before: VersionText, after: VersionText): string[] {
  return compareVersions(before, after).changes.map(describeOne)
}

function describeOne({ change, field, before, after }: VersionChange): string {
  return `${change} ${field}: ${before} → ${after}`
}

const naming = (name: string | null) => ({ name: name === null ? null : { value: name, span: null } })

describe('a claim', () => {
  const rose = (name: string | null, text = 'Ann Lee came. She said rents rose.') =>
    version(text, [{ source: 'She', cue: 'said', content: 'rents rose', from: 'She', describe: naming(name) }])

  it('that is read otherwise in the same words is no change', () => {
    const found = compareVersions(rose('Ann Lee'), rose(null))
    expect(found).toMatchObject({ changes: [], readOtherwise: 1 })
    expect(compareVersions(rose('Ann Lee'), version('Ann Lee came. She said rents rose.'))).toMatchObject({
      changes: [],
      readOtherwise: 1,
    })
  })

  it('is somebody else’s only where words changed that say so', () => {
    const text = 'Bo Roy came. She said rents rose.'
    expect(told(rose('Ann Lee'), rose('Bo Roy', text))).toEqual([
      'gone text: Ann Lee came. → null',
      'added text: null → Bo Roy came.',
      'renamed source: Ann Lee → Bo Roy',
    ])
    // Both are named in both texts, far from the claim.
    const both = (rain: string) => `Ann Lee and Bo Roy met. ${rain} It was cold. It was late. She said rents rose.`
    expect(told(rose('Ann Lee', both('Rain fell.')), rose('Bo Roy', both('Snow fell.')))).toEqual([
      'changed text: Rain fell. → Snow fell.',
    ])
  })

  it('by a fuller form of the name is the same source’s, in other words', () => {
    const said = (source: string) =>
      version(`${source} said rents rose.`, [
        { source, cue: 'said', content: 'rents rose', describe: naming(source.replace('Mayor ', '')) },
      ])
    expect(told(said('Lee'), said('Ann Lee'))).toEqual(['changed source: Lee → Ann Lee'])
    expect(told(said('Ann Lee'), said('Ann Roy'))).toEqual(['renamed source: Ann Lee → Ann Roy'])
  })

  it('is made anonymous where its source asks for it now, though it had no name', () => {
    const aide = (more: string, naming: 'unnamed' | 'anonymous') =>
      version(`An aide${more} said rents rose.`, [
        { source: 'An aide', cue: 'said', content: 'rents rose', describe: { naming } },
      ])
    expect(told(aide('', 'unnamed'), aide(', who asked not to be named,', 'anonymous'))).toEqual([
      'anonymised source: An aide → An aide',
      'changed text: An aide said rents rose. → An aide, who asked not to be named, said rents rose.',
    ])
  })

  it('keeps its cue and its content where only their order changed', () => {
    const before = version('“Rents rose,” Ann Lee said.', [
      { source: 'Ann Lee', cue: 'said', content: '“Rents rose,”', describe: naming('Ann Lee') },
    ])
    const after = version('Ann Lee said: “Rents rose.”', [
      { source: 'Ann Lee', cue: 'said', content: '“Rents rose.”', describe: naming('Ann Lee') },
    ])
    expect(told(before, after).filter(change => !change.includes('text'))).toEqual([])
  })
})

describe('words that are no claim’s', () => {
  it('are told sentence by sentence, with where they stand', () => {
    const before = version('😀 Rain fell. The river rose by 12 cm. Roads closed.')
    const after = version('😀 Rain fell. The river rose by 21 cm. Two bridges were lost.')
    const { changes } = compareVersions(before, after)
    expect(changes.map(describeOne)).toEqual([
      'changed text: The river rose by 12 cm. → The river rose by 21 cm.',
      'gone text: Roads closed. → null',
      'added text: null → Two bridges were lost.',
    ])
    const [first] = changes
    expect([...before.text].slice(first?.spanBefore?.start, first?.spanBefore?.end).join('')).toBe(
      'The river rose by 12 cm',
    )
  })

  it('are one where a sentence is cut in two, but for what was put in', () => {
    const before = version('The council, which met on Monday, closed the bridge to lorries.')
    const after = version('The council met on Monday. It closed the bridge to lorries.')
    expect(told(before, after)).toHaveLength(1)
  })

  it('have changed where the title beside the text has, once', () => {
    const before = version('Rain fell.', [], { title: 'Rain in Leeds' })
    const after = version('Rain fell. Roads closed.', [], { title: 'Roads closed in Leeds' })
    expect(told(before, after)).toEqual([
      'changed text: Rain in Leeds → Roads closed in Leeds',
      'added text: null → Roads closed.',
    ])
    const inText = (title: string) => version(`${title}\nIt fell all day.`, [], { title })
    expect(told(inText('Rain in Leeds'), inText('Snow in Leeds'))).toEqual([
      'changed text: Rain in Leeds → Snow in Leeds',
    ])
  })
})

describe('a note', () => {
  it('that stands beside the text counts, and what it says is no claim', () => {
    const note = 'An earlier version of this article misstated the toll.'
    expect(told(version('Rain fell.'), version('Rain fell.', [], { leftOut: ['Share', note] }))).toEqual([
      `noted null: null → ${note}`,
    ])
    const claim = { source: 'An earlier version of this article', cue: 'misstated', content: 'the toll' }
    expect(told(version('Rain fell.'), version(`Rain fell.\n${note}`, [claim]))).toEqual([`noted null: null → ${note}`])
  })
})
