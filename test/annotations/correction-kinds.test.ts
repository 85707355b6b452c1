import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toCorrection } from '../../src/annotations/comparing/to-correction.ts'
import { TOOLS, type Tool } from '../../src/annotations/formats.ts'
import { readReturned } from '../../src/annotations/read-returned.ts'
import { takeBack } from '../../src/annotations/take-back.ts'
import { CORRECTION } from '../../src/catalogue/ledger.ts'
import { lastToUndo, SAID_FIELDS } from '../../src/corrections/stand-of.ts'
import { SPAN_ROLES } from '../../src/domain/labels.ts'
import type { ExportedClaim } from '../../src/export/exported-claim.ts'
import { findExportFormat } from '../../src/export/registry.ts'
import * as correcting from '../../src/store/correcting/correct-claims.ts'
import type { NewCorrection } from '../../src/store/ledger/new-correction.ts'
import { findEntriesOfArticle } from '../../src/store/queries/corrected-record.ts'
import { mergeFiles } from '../../src/store/sqlite/merge/merge-files.ts'
import { buildArticleRecord, groundedIn, spanOf } from '../support/article-record.ts'
import { readExportedClaims } from '../support/exported-claims.ts'
import { proofSize } from '../support/proof-size.ts'
import { runExport } from '../support/run-export.ts'
import { makeFolder, readUntilTestEnds, storeRecordsAt } from '../support/stored-database.ts'
import { EDITS, type Files } from './edit-files.ts'

/*
 * Each kind of correction, made, stored, given away and taken back. Who adds a kind adds a row to KINDS: what makes it, and which
 * tools have a place for it. A merged database carries them all.
 */

const TEXT = '😀 Mayor Ada Roe told reporters that rents rose and that trams stop. Mr Lim denied it, she said.'
const at = (words: string) => {
  const { start, end } = spanOf(TEXT, words)
  return { start, end }
}
const RECORD = buildArticleRecord(TEXT, [
  {
    source: 'Ada Roe',
    cue: 'told',
    content: 'that rents rose and that trams stop',
    addressee: 'reporters',
    claim: { quotation: 'indirect' },
    describe: { name: groundedIn(TEXT, 'Ada Roe'), naming: 'named', role: groundedIn(TEXT, 'Mayor') },
  },
  {
    source: 'Mr Lim',
    cue: 'denied',
    content: 'it',
    from: 'Mr Lim',
    describe: { name: groundedIn(TEXT, 'Mr Lim'), naming: 'named' },
  },
])
const [TOLD, DENIED] = RECORD.claims.map(({ id }) => id) as [string, string]
const BY = { note: null, correctedBy: 'eg' }

interface Kind {
  /** One of {@link ALL_KINDS}. */
  readonly kind: string
  readonly make: (db: string) => Promise<unknown>
  /** Whose files have a place for it. What the others give back says nothing of it. */
  readonly carriedBy: readonly Tool[]
}

/** Tools that show labels of a claim beside its spans. */
const WITH_LABELS: readonly Tool[] = ['brat', 'inception', 'web-annotation']

const says = (said: Partial<NewCorrection>) => (db: string) =>
  correcting.appendCorrections(db, [TOLD], { verdict: null, source: null, ...BY, ...said })

const KINDS: readonly Kind[] = [
  { kind: 'verdict accepted', make: says({ verdict: 'accepted' }), carriedBy: [] },
  { kind: 'verdict rejected', make: says({ verdict: 'rejected' }), carriedBy: TOOLS },
  {
    kind: 'verdict withdrawn',
    make: async db => {
      await says({ act: 'promise' })(db)
      await says({ verdict: 'withdrawn' })(db)
    },
    carriedBy: [],
  },
  { kind: 'source', make: says({ source: 'Ann Other' }), carriedBy: ['brat', 'web-annotation'] },
  { kind: 'note', make: says({ note: 'as the minutes have it' }), carriedBy: [] },
  { kind: 'act', make: says({ act: 'promise' }), carriedBy: WITH_LABELS },
  { kind: 'negated', make: says({ negated: true }), carriedBy: WITH_LABELS },
  { kind: 'quotation', make: says({ quotation: 'mixed' }), carriedBy: WITH_LABELS },
  { kind: 'naming', make: says({ naming: 'unnamed' }), carriedBy: WITH_LABELS },
  { kind: 'role', make: says({ role: 'treasurer' }), carriedBy: [] },
  { kind: 'affiliation', make: says({ affiliation: 'the city' }), carriedBy: [] },
  { kind: 'source spans', make: says({ spans: { source: [at('Mayor Ada Roe')] } }), carriedBy: TOOLS },
  { kind: 'cue spans', make: says({ spans: { cue: [at('told reporters')] } }), carriedBy: TOOLS },
  { kind: 'content spans', make: says({ spans: { content: [at('rents rose')] } }), carriedBy: TOOLS },
  { kind: 'addressee spans', make: says({ spans: { addressee: [] } }), carriedBy: TOOLS },
  {
    kind: 'addClaim',
    make: db =>
      correcting.addClaim(db, RECORD.article.id, {
        ...{ verdict: null, source: null, ...BY },
        spans: { source: [at('she')], cue: [at('said')], content: [at('Mr Lim denied it')] },
      }),
    carriedBy: TOOLS,
  },
  {
    kind: 'joinClaims',
    make: db => correcting.joinClaims(db, TOLD, [DENIED], { ...BY, source: 'Ada Roe' }),
    carriedBy: TOOLS,
  },
  { kind: 'splitClaim', make: db => correcting.splitClaim(db, TOLD, [at('that trams').start], BY), carriedBy: TOOLS },
]

const VERDICTS = (CORRECTION.verdict.labels ?? []).map(verdict => `verdict ${verdict}`)
const ALL_KINDS = [
  ...SAID_FIELDS.flatMap(field => (field === 'verdict' ? VERDICTS : [field])),
  ...SPAN_ROLES.map(role => `${role} spans`),
  // What corrects by other means than by saying something of one claim; several at once, and undoing, are tried with each kind.
  ...Object.keys(correcting).filter(name => !['appendCorrections', 'correctAll', 'undoCorrection'].includes(name)),
]

/** Before every commit each kind is tried with one tool, and all tools have their turn. */
function toolOf(kind: string): Tool {
  return TOOLS[KINDS.findIndex(one => one.kind === kind) % TOOLS.length] as Tool
}

it('every kind of correction is here: a new one takes a row of KINDS', () => {
  expect(KINDS.map(({ kind }) => kind).toSorted()).toEqual(ALL_KINDS.toSorted())
})

const folder = mkdtempSync(join(tmpdir(), 'hearsay-kinds-'))
const original = join(folder, 'claims.db')
beforeAll(() => storeRecordsAt(original, [RECORD]))
afterAll(() => rmSync(folder, { recursive: true }))

/** A database as the machine left it. */
function fresh(): string {
  const db = join(makeFolder(), 'claims.db')
  copyFileSync(original, db)
  return db
}

/** What a tool gives back that nobody did anything in. */
async function filesFor(tool: Tool, db: string): Promise<Files> {
  const { files } = await runExport(readUntilTestEnds(db).database, findExportFormat(tool))
  const names: Partial<Record<Tool, string>> = {
    doccano: 'all.jsonl',
    prodigy: 'tasks.jsonl',
    'web-annotation': 'a.jsonld',
  }
  const named = [...files].map(([name, text]) => [name || (names[tool] as string), text] as const)
  return new Map(named.filter(([name]) => !/\.(?:conf|xml)$/.test(name)))
}

async function differencesIn(db: string, files: Files) {
  const bytes = new Map([...files].map(([name, text]) => [name, new TextEncoder().encode(text)]))
  const { articles } = await readReturned(bytes, null)
  const options = { isComplete: true, accepts: false, allowsManyDeletions: true }
  const taken = await takeBack(readUntilTestEnds(db).database, articles, options)
  return taken.flatMap(({ articleId, differences }) => differences.map(difference => ({ articleId, difference })))
}

async function takeOver(db: string, files: Files): Promise<void> {
  const found = await differencesIn(db, files)
  const steps = found.map(({ articleId, difference }) => {
    const correction = toCorrection(difference, BY)
    return difference.kind === 'added' ? { articleId, correction } : { claimId: difference.claimId, correction }
  })
  await correcting.correctAll(db, steps)
}

const claimsOf = (db: string) => readExportedClaims(readUntilTestEnds(db).database)

/** What tools are told of claims, without who said so and why, and what they have no place for. */
async function toldOf(db: string) {
  return (await claimsOf(db)).map(
    ({ id, act, quotation, negated, source, cue, content, addressee }: ExportedClaim) => ({
      ...{ id, act, quotation, negated, cue: cue.spans, content: content?.spans, addressee: addressee?.spans },
      ...{ source: source?.spans, naming: source?.naming, name: source?.name },
    }),
  )
}

/** Takes back whatever can be, one after the other. */
async function undoAll(db: string): Promise<void> {
  const { database } = readUntilTestEnds(db)
  for (;;) {
    const last = lastToUndo(await findEntriesOfArticle(database, RECORD.article.id))
    if (last === null) return
    await correcting.undoCorrection(db, last.claimId, BY)
  }
}

describe.each(KINDS)('a correction of $kind', ({ kind, make, carriedBy }) => {
  it.each(proofSize<readonly Tool[]>([toolOf(kind)], TOOLS))(
    'goes out to %s and comes back to a database without it',
    async tool => {
      const [corrected, other] = [fresh(), fresh()]
      await make(corrected)
      const files = EDITS[tool].resave(await filesFor(tool, corrected))
      expect(await differencesIn(corrected, files)).toEqual([])
      if (!carriedBy.includes(tool)) {
        expect(await differencesIn(other, files)).toEqual([])
        return
      }
      const before = await toldOf(other)
      await takeOver(other, files)
      expect(await toldOf(other)).not.toEqual(before)
      expect(await toldOf(other)).toEqual(await toldOf(corrected))
      expect(await differencesIn(other, files)).toEqual([])
      await undoAll(other)
      expect(await toldOf(other)).toEqual(before)
    },
  )

  it('is in a merged database as it was, and is undone there', async () => {
    const corrected = fresh()
    await make(corrected)
    expect(await claimsOf(corrected)).not.toEqual(await claimsOf(original))
    const merged = join(makeFolder(), 'merged.db')
    await mergeFiles([original, corrected], merged)
    expect(await claimsOf(merged)).toEqual(await claimsOf(corrected))
    await undoAll(merged)
    expect(await toldOf(merged)).toEqual(await toldOf(original))
  })
})
