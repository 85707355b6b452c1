import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Difference } from '../../src/annotations/comparing/compare-claims.ts'
import { toCorrection } from '../../src/annotations/comparing/to-correction.ts'
import { TOOLS, type Tool } from '../../src/annotations/formats.ts'
import { readReturned } from '../../src/annotations/read-returned.ts'
import { takeBack } from '../../src/annotations/take-back.ts'
import { SPAN_ROLES } from '../../src/domain/labels.ts'
import { CodePointText } from '../../src/domain/text/code-point-text.ts'
import type { ExportedClaim } from '../../src/export/exported-claim.ts'
import { textIri } from '../../src/export/linked-data/iri.ts'
import { findExportFormat } from '../../src/export/registry.ts'
import { correctAll, undoCorrection } from '../../src/store/correcting/correct-claims.ts'
import type { StoreDatabase } from '../../src/store/schema.ts'
import { openForReading } from '../../src/store/sqlite/open-for-reading.ts'
import { readExportedClaims } from '../support/exported-claims.ts'
import { proofSize } from '../support/proof-size.ts'
import { runExport } from '../support/run-export.ts'
import { storeRecordsAt } from '../support/stored-database.ts'
import { analyseCorpus } from './corpus-database.ts'
import { EDITS, type Files, type Move, otherAct } from './edit-files.ts'
import { toTsv } from './write-tsv.ts'

let database: StoreDatabase
const texts = new Map<string, string>()
let claims: readonly ExportedClaim[]
const files = new Map<Tool, Files>()
const folder = mkdtempSync(join(tmpdir(), 'hearsay-round-trips-'))
let close: () => Promise<void>

beforeAll(async () => {
  const path = join(folder, 'claims.db')
  const records = await analyseCorpus()
  for (const { article } of records) texts.set(article.id, article.text)
  storeRecordsAt(path, records)
  const reader = openForReading(path)
  database = reader.database
  close = () => reader.close()
  claims = await readExportedClaims(database)
  for (const tool of TOOLS) files.set(tool, await exportFor(tool))
})
afterAll(async () => {
  await close()
  rmSync(folder, { recursive: true })
})

const SINGLE: Partial<Record<Tool, string>> = {
  doccano: 'all.jsonl',
  prodigy: 'tasks.jsonl',
  'web-annotation': 'claims.jsonld',
}

async function exportFor(tool: Tool): Promise<Files> {
  const { files } = await runExport(database, findExportFormat(tool))
  const named = [...files].map(([name, text]) => [name || (SINGLE[tool] as string), text] as const)
  return new Map(named.filter(([name]) => !/\.(?:conf|xml)$/.test(name)))
}

async function compare(given: Files, of: StoreDatabase = database) {
  const bytes = new Map([...given].map(([name, text]) => [name, new TextEncoder().encode(text)]))
  const { articles } = await readReturned(bytes, null)
  const taken = await takeBack(of, articles, { isComplete: true, accepts: false, allowsManyDeletions: true })
  return {
    differences: taken.flatMap(({ differences }) => differences),
    unchanged: taken.reduce((sum, article) => sum + article.unchanged, 0),
  }
}

describe('what goes out to INCEpTION', () => {
  it('comes back as equal claims from WebAnno TSV too', async () => {
    const tsv = [...(files.get('inception') as Files)].map(([name, xmi]) => {
      const text = [...texts].find(([id]) => name.includes(id.slice(0, 16)))?.[1] as string
      return [`annotation/${name.replace(/\.xmi$/, '.tsv')}`, toTsv(xmi, text)] as const
    })
    expect(await compare(new Map(tsv))).toEqual({ differences: [], unchanged: claims.length })
  })
})

/** Only the files of one article, so that a case is quick: what stands in the others is compared in the first test. */
function forArticle(tool: Tool, { article }: ExportedClaim): Files {
  const all = files.get(tool) as Files
  if (SINGLE[tool] === undefined)
    return new Map([...all].filter(([name]) => name.includes(article.id.slice(0, 16)) || name === 'hearsay.json'))
  if (tool === 'web-annotation') return onlyOf(all, textIri(article.id))
  return new Map(
    [...all].map(([name, text]) => [
      name,
      text
        .split('\n')
        .filter(line => line.includes(article.id))
        .join('\n'),
    ]),
  )
}

/** Annotations as a program picks them from a collection: a list. */
function onlyOf(all: Files, source: string): Files {
  const pick = (text: string) =>
    JSON.parse(text).first.items.filter((item: { id: string }) => item.id.startsWith(source))
  return new Map([...all].map(([name, text]) => [name, JSON.stringify(pick(text))]))
}

/** Words of a role without their first one. */
function movesOf(claim: ExportedClaim): Move[] {
  const text = texts.get(claim.article.id) as string
  return SPAN_ROLES.flatMap(role => {
    const [start, end] = claim[role]?.spans[0] ?? []
    if (start === undefined || end === undefined) return []
    const first = /^(\S+ )[^\s]/.exec(new CodePointText(text).slice({ start, end }))?.[1]
    return first === undefined ? [] : [{ claim, role, start, end, newStart: start + Array.from(first).length, text }]
  })
}
const RUNS = proofSize(8, 25)

describe.each(TOOLS)('what goes out to %s', tool => {
  const { resave, move, remove, relabel } = EDITS[tool]
  const anyClaim = fc.nat().map(index => claims[index % claims.length] as ExportedClaim)

  it('comes back as equal claims', async () => {
    expect(await compare(resave(files.get(tool) as Files))).toEqual({ differences: [], unchanged: claims.length })
  })

  it('comes back with one correction where words of one role are others', async () => {
    await fc.assert(
      fc.asyncProperty(anyClaim, fc.nat(), async (claim, at) => {
        const moves = movesOf(claim)
        const chosen = moves[at % moves.length]
        fc.pre(chosen !== undefined && (tool !== 'prodigy' || isToldApart(chosen)))
        if (chosen === undefined) return
        const { role, start, newStart } = chosen
        const spans = (claim[role]?.spans ?? []).map(([from, end]) => ({
          start: from === start ? newStart : from,
          end,
        }))
        const { differences } = await compare(move(forArticle(tool, claim), chosen))
        expect(differences).toEqual([{ kind: 'changed', claimId: claim.id, says: { spans: { [role]: spans } } }])
      }),
      { numRuns: RUNS },
    )
  })

  it('comes back with one rejection where a claim was deleted', async () => {
    await fc.assert(
      fc.asyncProperty(anyClaim, async claim => {
        fc.pre(tool !== 'prodigy' || !isShared({ claim, role: 'cue' }))
        const { differences } = await compare(remove(forArticle(tool, claim), claim))
        expect(differences).toEqual([{ kind: 'rejected', claimId: claim.id }])
      }),
      { numRuns: RUNS },
    )
  })

  it.runIf(relabel !== null)('comes back with one correction where its act is another', async () => {
    await fc.assert(
      fc.asyncProperty(anyClaim, async claim => {
        const { differences } = await compare(relabel?.(forArticle(tool, claim), claim) as Files)
        expect(differences).toEqual([{ kind: 'changed', claimId: claim.id, says: { spans: {}, act: otherAct(claim) } }])
      }),
      { numRuns: RUNS },
    )
  })
})

describe('what was taken back', () => {
  it.each(TOOLS)('from %s says nothing new a second time, nor after an undo', async tool => {
    const path = join(folder, `${tool}.db`)
    copyFileSync(join(folder, 'claims.db'), path)
    const reader = openForReading(path)
    try {
      const candidates = claims.flatMap(movesOf).filter(move => move.role === 'content' && !isShared(move))
      const chosen = candidates[candidates.length >> 1] as Move
      const { claim } = chosen
      const given = EDITS[tool].move(forArticle(tool, claim), chosen)
      const [difference, ...others] = (await compare(given, reader.database)).differences
      expect(others).toEqual([])
      const correction = toCorrection(difference as Difference, { note: null, correctedBy: null })
      await correctAll(path, [{ claimId: claim.id, correction }])
      expect((await compare(given, reader.database)).differences).toEqual([])
      await undoCorrection(path, claim.id, { correctedBy: null })
      expect((await compare(given, reader.database)).differences).toEqual([])
    } finally {
      await reader.close()
    }
  })
})

/**
 * Whether Prodigy's marks say whose words were moved: not where they are those of several claims, nor where they are one
 * part of several that lead to the cue of another claim, too, since a mark that was drawn anew may be either's.
 */
function isToldApart(move: Move): boolean {
  const { claim, role } = move
  return !isShared(move) && ((claim[role]?.spans.length ?? 0) < 2 || !isShared({ claim, role: 'cue' }))
}

/** Whether other claims have the same words in that role: Prodigy has one mark for all of them. */
function isShared({ claim, role }: Pick<Move, 'claim' | 'role'>): boolean {
  const key = (other: ExportedClaim) => `${other.article.id} ${other[role]?.spans[0]?.join(' ')}`
  return claims.some(other => other !== claim && key(other) === key(claim))
}
