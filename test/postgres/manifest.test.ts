import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readManifest } from '../../src/seal/manifest/manifest.ts'
import { BRIDGE, DAM } from '../cli/articles.ts'
import { makeWorkspace, type Workspace } from '../cli/hearsay.ts'
import { describePostgres } from './describe-postgres.ts'
import { query } from './start-postgres.ts'

async function succeed(workspace: Workspace, ...args: string[]): Promise<string> {
  const { status, stdout, stderr } = await workspace.run(args)
  expect(status, stderr).toBe(0)
  return stdout
}

describePostgres('a manifest of a PostgreSQL', server => {
  it('has the contents and articles of the same on SQLite, and proves them', async () => {
    const url = await server().createDatabase()
    const workspace = makeWorkspace()
    workspace.write('news/bridge.txt', BRIDGE)
    workspace.write('news/dam.txt', DAM)
    const manifests = []
    for (const db of [url, 'local.db']) {
      await succeed(workspace, 'run', 'news', '--db', db)
      await succeed(workspace, 'manifest', '--leaves', '--db', db, '-o', 'seals.jsonl')
      const manifest = readManifest(readFileSync(join(workspace.folder, 'seals.jsonl'), 'utf8'), 'seals.jsonl')
      const articles = [...manifest.leaves.values()].flat().filter(({ kind }) => kind === 'article')
      manifests.push({ contents: manifest.contents, articles })
      await succeed(workspace, 'verify', '--db', db, '--manifest', 'seals.jsonl')
      await succeed(workspace, 'manifest', 'dam.txt', '--db', db, '-o', 'dam.jsonl')
      await succeed(workspace, 'verify', '--manifest', 'seals.jsonl', '--proof', 'dam.jsonl')
      await succeed(workspace, 'export', '--proofs', '--db', db, '-o', 'claims.jsonl')
      await succeed(workspace, 'verify', '--manifest', 'seals.jsonl', '--proof', 'claims.jsonl')
    }
    expect(manifests[0]?.articles).toHaveLength(2)
    expect(manifests[0]).toEqual(manifests[1])
  })

  it('names a run whose seal was taken away, and an article that is no longer as it was sealed', async () => {
    const url = await server().createDatabase()
    const workspace = makeWorkspace()
    for (const [name, text] of [
      ['bridge', BRIDGE],
      ['dam', DAM],
    ] as const) {
      workspace.write(`news/${name}.txt`, text)
      await succeed(workspace, 'run', 'news', '--db', url)
    }
    await succeed(workspace, 'manifest', '--db', url, '-o', 'seals.jsonl')
    await query(url, "UPDATE source SET name = 'Ada Banda' WHERE name = 'Ada Mwale'")
    const refused = await workspace.run(['manifest', 'dam.txt', '--db', url])
    expect(refused).toMatchObject({ status: 1, stderr: expect.stringContaining('are not those that were sealed') })
    await query(url, "UPDATE source SET name = 'Ada Mwale' WHERE name = 'Ada Banda'")
    await query(url, 'DELETE FROM seal_leaf WHERE seal_id = (SELECT id FROM seal WHERE number = 2)')
    await query(url, 'DELETE FROM seal WHERE number = 2')
    const { status, stdout } = await workspace.run(['verify', '--db', url, '--manifest', 'seals.jsonl'])
    expect(status).toBe(1)
    expect(stdout).toMatch(/The database does not have seal 2 \(run 2, .*: run 2 was deleted, or an older copy/)
  })
})
