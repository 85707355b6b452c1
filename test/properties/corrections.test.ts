import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { verify } from '../../src/audit/verify.ts'
import { applyCorrections, type CorrectedRecord } from '../../src/corrections/apply-corrections.ts'
import type { SpanRole } from '../../src/domain/labels.ts'
import type { ClaimRecord } from '../../src/domain/record.ts'
import { undoCorrection } from '../../src/store/open-store.ts'
import { readArticleRecord } from '../../src/store/queries/article-record.ts'
import { findClaimsOfArticle } from '../../src/store/queries/claims/corrected-claims.ts'
import { PART_SEPARATOR } from '../../src/store/queries/claims/joined-texts.ts'
import { findEntriesOfArticle, readCorrectedRecord } from '../../src/store/queries/corrected-record.ts'
import type { ClaimView, StoreDatabase } from '../../src/store/schema.ts'
import { mergeFiles } from '../../src/store/sqlite/merge/merge-files.ts'
import { openForReading } from '../../src/store/sqlite/open-for-reading.ts'
import { anyDoing, doIt } from '../support/any-corrections.ts'
import { findOpenLinks } from '../support/open-links.ts'
import { proofSize } from '../support/proof-size.ts'
import { makeFolder, storeRecords } from '../support/stored-database.ts'
import { makeVariety } from '../support/variety.ts'

const TALKS = makeVariety()[0] as CorrectedRecord
const { id: ARTICLE, text } = TALKS.article
const doings = fc.array(anyDoing([...text].length), { minLength: 1, maxLength: 6 })

async function withCopy<Result>(original: string, look: (db: string, database: StoreDatabase) => Promise<Result>) {
  const db = join(makeFolder(), 'copy.db')
  copyFileSync(original, db)
  const reader = openForReading(db)
  try {
    return await look(db, reader.database)
  } finally {
    await reader.close()
  }
}

describe('corrections of any kind, in any order', () => {
  it('give a closed record whose spans lie in the text, which is what the views show and verify holds right', async () => {
    const original = storeRecords(makeVariety())
    await fc.assert(
      fc.asyncProperty(doings, async all => {
        await withCopy(original, async (db, database) => {
          for (const doing of all) await doIt(db, database, ARTICLE, doing)
          const record = await readCorrectedRecord(database, ARTICLE)
          expect(findOpenLinks(record).filter(link => !isFreeOfWords(link))).toEqual([])
          const rows = await findClaimsOfArticle(database, ARTICLE)
          expect(rows.map(toShown)).toEqual(record.claims.map(claim => describeClaim(record, claim)))
          expect(await findingsIn(db)).toEqual([])
        })
      }),
      { numRuns: proofSize(15, 60) },
    )
  })

  it('are as if they had not been when they are undone, and each undoing takes one back', async () => {
    const original = storeRecords(makeVariety())
    await fc.assert(
      fc.asyncProperty(doings, async all => {
        await withCopy(original, async (db, database) => {
          const before = [await findClaimsOfArticle(database, ARTICLE)]
          const touched: string[][] = []
          for (const doing of all) {
            const { length } = await findEntriesOfArticle(database, ARTICLE)
            if (doing.how === 'undo' || !(await doIt(db, database, ARTICLE, doing))) continue
            touched.push((await findEntriesOfArticle(database, ARTICLE)).slice(length).map(({ claimId }) => claimId))
            before.push(await findClaimsOfArticle(database, ARTICLE))
          }
          before.pop()
          for (const [first] of touched.reverse()) {
            await undoCorrection(db, first as string, { correctedBy: 'Ann' })
            expect(await findClaimsOfArticle(database, ARTICLE)).toEqual(before.pop())
          }
        })
      }),
      { numRuns: proofSize(10, 40) },
    )
  })

  it('stand as they do in whatever order they come', async () => {
    const original = storeRecords(makeVariety())
    await fc.assert(
      fc.asyncProperty(doings, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), async (all, chance) => {
        await withCopy(original, async (db, database) => {
          for (const doing of all) await doIt(db, database, ARTICLE, doing)
          const [record, ledger] = [
            await readArticleRecord(database, ARTICLE),
            await findEntriesOfArticle(database, ARTICLE),
          ]
          const shuffled = ledger
            .map(entry => [chance.next().value as number, entry] as const)
            .sort(([a], [b]) => a - b)
            .map(([, entry]) => entry)
          expect(applyCorrections(record, shuffled).claims).toEqual(applyCorrections(record, ledger).claims)
        })
      }),
      { numRuns: proofSize(5, 25) },
    )
  })

  it('stand the same whichever file is merged first, in one step or in several', async () => {
    const original = storeRecords(makeVariety())
    await fc.assert(
      fc.asyncProperty(doings, doings, async (here, there) => {
        const folder = makeFolder()
        const paths = ['one.db', 'two.db'].map(name => join(folder, name))
        for (const [path, all] of [
          [paths[0] as string, here],
          [paths[1] as string, there],
        ] as const) {
          copyFileSync(original, path)
          const reader = openForReading(path)
          for (const doing of all) await doIt(path, reader.database, ARTICLE, doing)
          await reader.close()
        }
        const [one, two] = paths as [string, string]
        const expected = await mergeStepwise([[one, two]])
        expect(await mergeStepwise([[one], [two]])).toEqual(expected)
        expect(await mergeStepwise([[two], [one], [two]])).toEqual(expected)
      }),
      { numRuns: proofSize(4, 10) },
    )
  })
})

/** A claim that somebody added may have no cue, and a source that somebody named no words. */
function isFreeOfWords(link: string): boolean {
  return link.startsWith('no cue in') || link.startsWith('no words in')
}

async function mergeStepwise(steps: readonly (readonly string[])[]): Promise<ClaimView[]> {
  const into = join(makeFolder(), 'all.db')
  for (const paths of steps) await mergeFiles(paths, into)
  expect(await findingsIn(into)).toEqual([])
  const reader = openForReading(into)
  try {
    return await findClaimsOfArticle(reader.database, ARTICLE)
  } finally {
    await reader.close()
  }
}

async function findingsIn(db: string): Promise<string[]> {
  const reader = openForReading(db)
  try {
    const messages: string[] = []
    await verify(reader, { onFinding: ({ message }) => messages.push(message) })
    return messages
  } finally {
    await reader.close()
  }
}

/** What both a row of the view and a claim of the record say. */
function toShown(row: ClaimView) {
  const { id, act, negated, quotation, cue_lemma, cue, content, addressee, source, name, naming, role, affiliation } =
    row
  const { start, end, context_start, context_end, cue_start, source_start, content_start } = row
  const place = { start, end, context_start, context_end, cue_start, source_start, content_start }
  return {
    ...{ id, act, negated, quotation, cue_lemma, cue, content, addressee, source, name, naming, role, affiliation },
    ...place,
  }
}

function describeClaim(record: CorrectedRecord, claim: ClaimRecord): ReturnType<typeof toShown> {
  const of = (role: SpanRole) => claim.spans.filter(span => span.role === role)
  const words = (role: SpanRole) => {
    const parts = of(role).map(span => span.text)
    return parts.length === 0 ? null : parts.join(PART_SEPARATOR)
  }
  const source = record.sources.find(({ id }) => id === claim.sourceId)
  const set = record.standings.get(claim.id)?.spans.source
  const first = source?.spans.map(span => span.text).join(PART_SEPARATOR) ?? ''
  return {
    id: claim.id,
    act: claim.act,
    negated: Number(claim.negated),
    quotation: claim.quotation,
    cue_lemma: claim.cueLemma,
    cue: words('cue') ?? '',
    content: words('content'),
    addressee: words('addressee'),
    source: set === undefined ? first || null : words('source'),
    name: source?.name?.value ?? null,
    naming: source?.naming ?? 'unstated',
    role: source?.role?.value ?? null,
    affiliation: source?.affiliation?.value ?? null,
    start: Math.min(...claim.spans.map(({ start }) => start)),
    end: Math.max(...claim.spans.map(({ end }) => end)),
    context_start: claim.context.start,
    context_end: claim.context.end,
    cue_start: of('cue')[0]?.start ?? null,
    source_start: of('source')[0]?.start ?? null,
    content_start: of('content')[0]?.start ?? null,
  }
}
