import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildArticleRecord, groundedIn, spanOf } from '../../../test/support/article-record.ts'
import { makeFolder, readUntilTestEnds, storeRecords } from '../../../test/support/stored-database.ts'
import type { NewCorrection } from '../ledger/new-correction.ts'
import { findClaimsByIds } from '../queries/claims/corrected-claims.ts'
import { findClaims } from '../queries/claims.ts'
import { findCorrections } from '../queries/corrections/corrections.ts'
import { addClaim, appendCorrections, joinClaims, splitClaim, undoCorrection } from './correct-claims.ts'

const TEXT =
  '😀 Ms Roy said “rents rose” and denied that it rained. Paul Osei told reporters that they left.\nIt was late, aides said.'
const RECORD = buildArticleRecord(TEXT, [
  { source: 'Ms Roy', cue: 'said', content: '“rents rose”', describe: { name: groundedIn(TEXT, 'Ms Roy') } },
  { source: 'Paul Osei', cue: 'told', content: 'that they left', describe: { name: groundedIn(TEXT, 'Paul Osei') } },
  { source: 'aides', cue: 'said', content: 'It was late', from: 'It was', describe: { naming: 'unnamed' } },
])
const { id: ARTICLE } = RECORD.article
const idOf = (content: string) =>
  RECORD.claims.find(({ spans }) => spans.some(span => span.text === content))?.id as string
const [ROSE, LEFT, LATE] = [idOf('“rents rose”'), idOf('that they left'), idOf('It was late')]
const NOTHING: NewCorrection = { verdict: null, source: null, note: null, correctedBy: 'desk' }
const BY = { note: null, correctedBy: 'desk' }

function store() {
  const path = storeRecords([RECORD])
  const { database } = readUntilTestEnds(path)
  const find = async (id: string) => (await findClaimsByIds(database, [id]))[0]
  return { path, database, find }
}

const at = (words: string) => {
  const { start, end } = spanOf(TEXT, words)
  return { start, end }
}

describe('a correction', () => {
  it('puts words in the place of the machine’s, which are quoted as the marks around them say', async () => {
    const { path, find } = store()
    await appendCorrections(path, [ROSE], { ...NOTHING, spans: { content: [at('rents')] } })
    expect(await find(ROSE)).toMatchObject({
      content: 'rents',
      quotation: 'direct',
      machine_content: '“rents rose”',
      origin: 'machine',
    })
    await appendCorrections(path, [ROSE], {
      ...NOTHING,
      act: 'denial',
      spans: { content: [at('it rained')], cue: [at('denied')] },
    })
    expect(await find(ROSE)).toMatchObject({
      content: 'it rained',
      quotation: 'indirect',
      cue: 'denied',
      act: 'denial',
      machine_act: 'statement',
      machine_cue: 'said',
    })
  })

  it('takes marked words for the source of the article that they are, and others for one without a name', async () => {
    const { path, find } = store()
    await appendCorrections(path, [LATE], { ...NOTHING, spans: { source: [at('Paul Osei')] } })
    expect(await find(LATE)).toMatchObject({ source: 'Paul Osei', name: 'Paul Osei', naming: 'named' })
    await appendCorrections(path, [LATE], { ...NOTHING, spans: { source: [at('reporters')] } })
    expect(await find(LATE)).toMatchObject({
      source: 'reporters',
      name: null,
      naming: 'unnamed',
      machine_source: 'aides',
    })
    await appendCorrections(path, [LATE], { ...NOTHING, spans: { source: [] } })
    expect(await find(LATE)).toMatchObject({ source: null, name: null, naming: 'unstated' })
  })

  it('knows whom the article mentions by the marked words: by a whole mention, or by the name in it', async () => {
    const entity = { id: 'entity-roy', name: 'Ada Roy', kind: 'person' as const }
    const [whole, name] = [at('Ms Roy'), at('Roy')]
    const mention = { ...whole, text: 'Ms Roy', type: 'person' as const, name, chain: 0, entityId: entity.id }
    for (const [words, known] of [
      ['Roy', 'Ada Roy'],
      ['Ms', null],
      ['Roy said', null],
    ] as const) {
      const path = storeRecords([{ ...RECORD, entities: [entity], mentions: [mention] }])
      const { database } = readUntilTestEnds(path)
      await appendCorrections(path, [LATE], { ...NOTHING, spans: { source: [at(words)] } })
      expect((await findClaimsByIds(database, [LATE]))[0]?.name ?? null, words).toBe(known)
    }
  })

  it('hides a name where the source is said to be without one', async () => {
    const { path, find } = store()
    await appendCorrections(path, [LEFT], { ...NOTHING, naming: 'anonymous' })
    expect(await find(LEFT)).toMatchObject({ name: null, naming: 'anonymous', machine_name: 'Paul Osei' })
  })

  it('is found by the words that it gives, and no longer by the machine’s', async () => {
    const { path, database } = store()
    await appendCorrections(path, [ROSE], { ...NOTHING, spans: { content: [at('it rained')] } })
    const found = async (text: string) => (await findClaims(database, { text })).map(({ id }) => id)
    expect([await found('rained'), await found('rents')]).toEqual([[ROSE], []])
  })

  it.each([
    [{ content: [{ start: 5, end: 3 }] }, 'The content cannot be 5-3: it ends before it begins'],
    [{ content: [{ start: 5, end: 5 }] }, 'it is empty'],
    [{ cue: [{ start: 0, end: 4_000 }] }, `the text ends at ${[...TEXT].length}`],
    [
      {
        content: [
          { start: 9, end: 12 },
          { start: 11, end: 14 },
        ],
      },
      'it overlaps 9-12',
    ],
    [
      {
        content: [
          { start: 9, end: 12 },
          { start: 1, end: 4 },
        ],
      },
      'it comes before 9-12',
    ],
    [{ content: [{ start: 0.5, end: 4 }] }, 'whole numbers'],
    [{ cue: [], content: [] }, 'neither cue nor content'],
  ])('refuses %j in a sentence, and says nothing', async (spans, sentence) => {
    const { path, database } = store()
    await expect(appendCorrections(path, [ROSE], { ...NOTHING, spans })).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining(sentence),
    })
    expect(await findCorrections(database)).toEqual([])
  })

  it('makes no database where there is none: a correction is of something', async () => {
    const path = join(makeFolder(), 'gone.db')
    await expect(appendCorrections(path, ['c1'], NOTHING)).rejects.toThrow(/There is no database at/)
    expect(existsSync(path)).toBe(false)
  })
})

describe('a claim that is added', () => {
  const spans = { cue: [at('denied')], content: [at('it rained')], source: [at('Ms Roy')] }

  it('stands beside the machine’s, and goes when it is taken back', async () => {
    const { path, database, find } = store()
    const id = await addClaim(path, ARTICLE, { ...NOTHING, act: 'denial', spans })
    expect(await find(id)).toMatchObject({
      ...{ origin: 'editor', cue: 'denied', content: 'it rained', name: 'Ms Roy', naming: 'named', act: 'denial' },
      ...{ quotation: 'indirect', confidence: 1, machine_content: null, machine_naming: null },
    })
    expect((await findClaims(database, { text: 'rained' })).map(claim => claim.id)).toEqual([id])
    await expect(addClaim(path, ARTICLE, { ...NOTHING, spans })).rejects.toThrow(`Claim ${id} has this cue`)
    await undoCorrection(path, id, BY)
    expect(await find(id)).toBeUndefined()
    expect(await addClaim(path, ARTICLE, { ...NOTHING, spans })).toBe(id)
    expect(await find(id)).toMatchObject({ act: 'statement' })
  })

  it('needs words', async () => {
    const { path } = store()
    await expect(addClaim(path, ARTICLE, { ...NOTHING, spans: { source: [at('aides')] } })).rejects.toThrow(
      'needs the words of a cue or of a content',
    )
  })
})

describe('claims that are joined or split', () => {
  it('are as before when that is undone, all together', async () => {
    const { path, database, find } = store()
    const before = await findClaims(database, { rejected: true })
    await joinClaims(path, ROSE, [LEFT], { ...BY, source: 'Paul Osei' })
    expect(await find(ROSE)).toMatchObject({
      content: '“rents rose” … that they left',
      quotation: 'mixed',
      name: 'Paul Osei',
    })
    expect(await find(LEFT)).toMatchObject({ status: 'rejected', note: `joined into ${ROSE}` })
    await undoCorrection(path, LEFT, BY)
    expect(await findClaims(database, { rejected: true })).toEqual(before)

    const [added] = await splitClaim(path, LEFT, [at('they').start], BY)
    expect(await find(LEFT)).toMatchObject({ content: 'that' })
    expect(await find(added as string)).toMatchObject({ content: 'they left', cue: 'told', name: 'Paul Osei' })
    await undoCorrection(path, LEFT, BY)
    expect(await findClaims(database, { rejected: true })).toEqual(before)
    await expect(undoCorrection(path, LEFT, BY)).rejects.toThrow('Nothing is said of claim')
  })

  it('have one source: others are named, and joined only where it is said who says all of it', async () => {
    const { path, find } = store()
    const joining = joinClaims(path, ROSE, [LATE, LEFT], BY)
    await expect(joining).rejects.toMatchObject({ exitCode: 2 })
    await expect(joining).rejects.toThrow(
      /^Claim \w{8} is said by Ms Roy, claim \w{8} by Paul Osei, .* say who says all of it \(--source NAME/,
    )
    expect(await find(ROSE)).toMatchObject({ content: '“rents rose”', corrected_at: null })
    await joinClaims(path, ROSE, [LEFT], { ...BY, source: 'ms roy' })
    expect(await find(ROSE)).toMatchObject({ name: 'Ms Roy', content: '“rents rose” … that they left' })
  })

  it('are cut within their content alone', async () => {
    const { path } = store()
    await expect(splitClaim(path, LEFT, [3], BY)).rejects.toThrow(/cannot be split at 3: its content goes from/)
    await expect(joinClaims(path, LEFT, [LEFT], BY)).rejects.toThrow('has to be joined with another one')
  })
})
