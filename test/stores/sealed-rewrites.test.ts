import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import type { Finding } from '../../src/audit/finding.ts'
import { keptSealsOf } from '../../src/audit/manifest/kept-seals.ts'
import { verifyManifest } from '../../src/audit/manifest/verify-manifest.ts'
import { verify } from '../../src/audit/verify.ts'
import type { ArticleRecord } from '../../src/domain/record.ts'
import { writeManifest } from '../../src/export/proofs/manifest.ts'
import { type Manifest, readManifest } from '../../src/seal/manifest/manifest.ts'
import { openReader } from '../../src/store/open-reader.ts'
import { sealLater } from '../../src/store/sqlite/seal/seal-later.ts'
import { collect } from '../support/collect.ts'
import { makeFolder, storeRecordsAt } from '../support/stored-database.ts'
import { makeVariety } from '../support/variety.ts'

const [TALKS, SUMS] = makeVariety() as [ArticleRecord, ArticleRecord]
const SEAL_TABLES = ['seal_leaf', 'seal', 'correction_link', 'voice_correction_link']
/** Somebody who lets the program itself seal what they changed: nothing in the file contradicts anything else. */
const REWRITES: Readonly<Record<string, (path: string, before: string) => void>> = {
  'a claim changed, and sealed as if there had been no seals': path => {
    const database = new Database(path)
    database.exec("UPDATE claim SET act = 'denial' WHERE rowid = 1")
    for (const table of SEAL_TABLES) database.exec(`DELETE FROM ${table}`)
    // As a migration does that finds none.
    database.transaction(() => sealLater(database)).immediate()
    database.close()
  },
  'the last run taken away with all that it wrote': path => {
    const database = new Database(path)
    database.pragma('foreign_keys = ON')
    database.exec(`DELETE FROM article WHERE rowid IN (SELECT article_rowid FROM done WHERE run_id = 2);
      DELETE FROM input WHERE run_id = 2; DELETE FROM seal_leaf WHERE seal_id = 2; DELETE FROM seal WHERE id = 2;
      DELETE FROM run WHERE id = 2`)
    database.close()
  },
  'an older copy of the file put back': (path, before) => copyFileSync(before, path),
  'everything analysed anew, but for one article': path => {
    const fresh = join(makeFolder(), 'fresh.db')
    storeRecordsAt(fresh, [TALKS])
    copyFileSync(fresh, path)
  },
  'everything analysed anew, one article in another way': path => {
    const fresh = join(makeFolder(), 'fresh.db')
    storeRecordsAt(fresh, [{ ...TALKS, claims: TALKS.claims.map(claim => ({ ...claim, confidence: 0.1 })) }])
    storeRecordsAt(fresh, [SUMS])
    copyFileSync(fresh, path)
  },
}

it.each(Object.keys(REWRITES))(
  '%s: the file agrees with itself, and not with a manifest kept elsewhere',
  async name => {
    const [path, before] = [join(makeFolder(), 'claims.db'), join(makeFolder(), 'before.db')]
    storeRecordsAt(path, [TALKS])
    copyFileSync(path, before)
    storeRecordsAt(path, [SUMS])
    const manifest = await keepManifest(path)
    expect(await findings(path, manifest)).toEqual([[], []])
    REWRITES[name]?.(path, before)
    const [own, withManifest] = await findings(path, manifest)
    expect(own).toEqual([])
    expect(withManifest).not.toEqual([])
  },
)

async function keepManifest(path: string): Promise<Manifest> {
  const reader = await openReader(path)
  let text = ''
  const options = { leaves: true, key: null, madeAt: new Date().toISOString(), madeBy: 'a test' }
  await writeManifest(reader.database, options, line => {
    text += String(line)
  })
  await reader.close()
  return readManifest(text, 'manifest')
}

/** Of the file by itself, and held against the manifest. */
async function findings(path: string, manifest: Manifest): Promise<[string[], string[]]> {
  const reader = await openReader(path)
  const own: Finding[] = []
  await verify(reader, { onFinding: finding => own.push(finding) })
  const others = await collect(verifyManifest(manifest, keptSealsOf(reader.database)))
  await reader.close()
  return [own.map(({ message }) => message), others.map(({ message }) => message)]
}
