import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import type { ArticleRecord } from '../../domain/record.ts'
import type { Span } from '../../domain/span.ts'
import type { AcrossLink, WordsOf } from '../../evaluate/replies/score-across.ts'
import { updateAcross } from '../../families/update.ts'
import { openReader } from '../../store/open-reader.ts'
import { openStore } from '../../store/open-store.ts'
import { findRepliesElsewhere } from '../../store/queries/across/pages-across.ts'
import { readVersion } from '../version.ts'

/** What answers accusations in other articles, among these: in a database of their own, as any articles are held against one another. */
export async function findRepliesAcross(records: readonly ArticleRecord[]): Promise<readonly AcrossLink[]> {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-replies-'))
  try {
    const db = join(folder, 'claims.db')
    await storeAll(db, records)
    await updateAcross(db)
    return await readLinks(db, records)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function storeAll(db: string, records: readonly ArticleRecord[]): Promise<void> {
  const store = await openStore(db)
  try {
    const configuration = { hearsay: readVersion(), node: process.version, libraries: {}, stages: [], options: {} }
    const run = await store.startRun(configuration)
    await store.write(run, { records, dead: [], skipped: [] })
    const claims = records.reduce((sum, record) => sum + record.claims.length, 0)
    const counts = { inputs: records.length, done: records.length, unchanged: 0, skipped: 0, dead: 0, claims }
    await store.endRun(run, 'finished', counts)
  } finally {
    await store.close()
  }
}

async function readLinks(db: string, records: readonly ArticleRecord[]): Promise<AcrossLink[]> {
  const cues = new Map(
    records.flatMap(({ claims }) => claims.map(({ id, spans }) => [id, spans.filter(({ role }) => role === 'cue')])),
  )
  const reader = await openReader(db)
  try {
    const rows = await findRepliesElsewhere(reader.database)
    const wordsOf = (name: string, id: string, other: readonly Span[]): WordsOf => ({
      name,
      cues: cues.get(id) ?? other,
    })
    return rows.map(({ accusation_id, reply_id, start, end, from, to }) => ({
      accusation: wordsOf(from, accusation_id, []),
      reply: wordsOf(to, reply_id, start === null || end === null ? [] : [{ start, end }]),
    }))
  } finally {
    await reader.close()
  }
}
