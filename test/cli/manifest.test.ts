import { generateKeyPairSync } from 'node:crypto'
import { copyFileSync, cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { leafHash, merkleRoot } from '../../src/seal/merkle.ts'
import { type Leaf, leafBytes, type SealedFacts, sealDigest } from '../../src/seal/seal.ts'
import type { SealTable } from '../../src/store/tables/seal-tables.ts'
import { BRIDGE, DAM } from './articles.ts'
import { BACK_TO_SCHEMA_9 } from './back-to-schema-9.ts'
import { makeWorkspace, Workspace } from './hearsay.ts'

/** What every test gets a copy of: two runs, the manifest of both in `seals.jsonl`, what stood after the first in `kept`. */
const original = new Workspace()
beforeAll(async () => {
  original.write('news/bridge.txt', BRIDGE)
  await succeed(original, 'run', 'news')
  original.write('kept/first.db', readFileSync(join(original.folder, 'out/hearsay.db')))
  original.write('news/dam.txt', DAM)
  await succeed(original, 'run', 'news')
  await succeed(original, 'manifest', '-o', 'seals.jsonl')
  await succeed(original, 'manifest', '--leaves', '-o', 'leaves.jsonl')
})
afterAll(() => original.remove())

function withTwoRuns(): Workspace {
  const workspace = makeWorkspace()
  cpSync(original.folder, workspace.folder, { recursive: true })
  return workspace
}

async function succeed(workspace: Workspace, ...args: string[]): Promise<string> {
  const { status, stdout, stderr } = await workspace.run(args)
  expect(stderr).not.toMatch(/^hearsay:/)
  expect(status, stdout + stderr).toBe(0)
  return stdout
}

/** What `verify` finds with the manifest and without it. */
async function verifyBoth(workspace: Workspace, manifest = 'seals.jsonl') {
  const alone = await workspace.run(['verify', '--no-files'])
  const held = await workspace.run(['verify', '--no-files', '--manifest', manifest])
  return { alone: alone.status, status: held.status, found: held.stdout.trimEnd().split('\n') }
}

const change = (workspace: Workspace, action: (database: Database.Database) => void) => {
  const database = new Database(join(workspace.folder, 'out/hearsay.db'))
  action(database)
  database.close()
}

describe('hearsay verify --manifest', () => {
  it('agrees with the database that the manifest is of, and with what it becomes', async () => {
    const workspace = withTwoRuns()
    expect(await verifyBoth(workspace)).toEqual({ alone: 0, status: 0, found: [''] })
    const [claim] = JSON.parse(await succeed(workspace, 'claims', '--json')) as { id: string }[]
    await succeed(workspace, 'correct', claim?.id as string, '--note', 'checked')
    workspace.write('news/later.txt', 'Officials said on Friday that the road would open in May.')
    await succeed(workspace, 'run', 'news')
    expect(await verifyBoth(workspace)).toEqual({ alone: 0, status: 0, found: [''] })
  })

  it('names the seals of runs that an older copy, put back, does not have', async () => {
    const workspace = withTwoRuns()
    copyFileSync(join(workspace.folder, 'kept/first.db'), join(workspace.folder, 'out/hearsay.db'))
    expect(await verifyBoth(workspace)).toEqual({
      alone: 0,
      status: 1,
      found: [
        expect.stringMatching(
          /^mismatch: The database does not have seal 2 \(run 2, .*\) of the manifest: run 2 was deleted, or an older copy/,
        ),
      ],
    })
  })

  it('names the run that was rewritten with all that vouches for it', async () => {
    const [workspace, other] = [withTwoRuns(), makeWorkspace()]
    for (const [name, text] of [
      ['bridge', BRIDGE.replace('said', 'denied')],
      ['dam', DAM],
    ] as const) {
      other.write(`news/${name}.txt`, text)
      await succeed(other, 'run', 'news')
    }
    copyFileSync(join(other.folder, 'out/hearsay.db'), join(workspace.folder, 'out/hearsay.db'))
    const { alone, status, found } = await verifyBoth(workspace)
    expect({ alone, status }).toEqual({ alone: 0, status: 1 })
    expect(found).toHaveLength(2)
    expect(found[0]).toMatch(/^mismatch: The database does not have seal 1 \(run 1, /)
  })

  it('names the article that was rewritten and sealed anew, where the manifest has leaves', async () => {
    const workspace = withTwoRuns()
    change(workspace, database => {
      const id = database.prepare("SELECT id FROM article WHERE uri = 'news/dam.txt'").pluck().get() as string
      database.exec("UPDATE article SET publisher = 'Another Times' WHERE uri = 'news/dam.txt'")
      database.prepare("UPDATE seal_leaf SET digest = ? WHERE kind = 'article' AND subject = ?").run('0'.repeat(64), id)
      sealAnew(database)
    })
    const id = workspace.rows("SELECT id FROM article WHERE uri = 'news/dam.txt'")[0]?.id
    const { found } = await verifyBoth(workspace, 'leaves.jsonl')
    expect(found.join('\n')).toMatch(
      /The database has another seal 2 \(run 2, .*\) than the manifest: what it wrote was rewritten/,
    )
    expect(found.join('\n')).toMatch(`mismatch: Article ${id} was changed since seal 2`)
    expect((await verifyBoth(workspace)).found.join('\n')).not.toContain('was changed since')
  })

  it('names a run that was deleted, and what was written with it, though all seals agree again', async () => {
    const workspace = withTwoRuns()
    workspace.write('news/later.txt', 'Officials said on Friday that the road would open in May.')
    await succeed(workspace, 'run', 'news')
    await succeed(workspace, 'manifest', '-o', 'seals.jsonl')
    change(workspace, deleteSecondRun)
    const { status, found } = await verifyBoth(workspace)
    expect(status).toBe(1)
    expect(found.join('\n')).toMatch(/The database does not have seal 2 \(run 2, .*: run 2 was deleted/)
  })

  it('sees that an older schema was put back, and everything sealed anew by its migration', async () => {
    const workspace = withTwoRuns()
    change(workspace, database => {
      database.exec(BACK_TO_SCHEMA_9)
      database.exec("UPDATE article SET publisher = 'Another Times' WHERE uri = 'news/dam.txt'")
    })
    await succeed(workspace, 'run', 'news')
    const { alone, status, found } = await verifyBoth(workspace)
    expect({ alone, status }).toEqual({ alone: 0, status: 1 })
    expect(found.join('\n')).toMatch(
      /The database (does not have|has another) seal 1 .*\n.*The database (does not have|has another) seal 2/,
    )
  })

  it('agrees with what the database becomes when another is merged into it, and when it is copied', async () => {
    const [workspace, other] = [withTwoRuns(), makeWorkspace()]
    other.write('news/road.txt', 'Officials said on Friday that the road would open in May.')
    await succeed(other, 'run', 'news')
    copyFileSync(join(other.folder, 'out/hearsay.db'), join(workspace.folder, 'other.db'))
    await succeed(workspace, 'manifest', '--db', 'other.db', '-o', 'other.jsonl')
    await succeed(workspace, 'merge', 'out/hearsay.db', 'other.db', '--into', 'merged.db')
    await succeed(workspace, 'copy', 'merged.db', 'copied.db')
    for (const db of ['merged.db', 'copied.db'])
      for (const manifest of ['seals.jsonl', 'leaves.jsonl', 'other.jsonl'])
        await succeed(workspace, 'verify', '--no-files', '--db', db, '--manifest', manifest)
    await succeed(workspace, 'manifest', '--db', 'merged.db', '-o', 'merged.jsonl')
    await succeed(workspace, 'verify', '--no-files', '--db', 'copied.db', '--manifest', 'merged.jsonl')
    await succeed(workspace, 'manifest', 'road.txt', '--db', 'copied.db', '-o', 'road.jsonl')
    await succeed(workspace, 'verify', '--manifest', 'other.jsonl', '--proof', 'road.jsonl')
  })

  it('says when corrections were deleted, and their chain made anew', async () => {
    const workspace = withTwoRuns()
    const [claim] = JSON.parse(await succeed(workspace, 'claims', '--json')) as { id: string }[]
    for (const words of ['one', 'two']) await succeed(workspace, 'correct', claim?.id as string, '--note', words)
    await succeed(workspace, 'manifest', '-o', 'seals.jsonl')
    change(workspace, database => {
      const guards = database.prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'correction'",
      )
      for (const name of guards.pluck().all()) database.exec(`DROP TRIGGER ${name}`)
      database.exec('DELETE FROM correction_link WHERE correction_id = 2; DELETE FROM correction WHERE id = 2')
    })
    const { status, found } = await verifyBoth(workspace)
    expect(status).toBe(1)
    expect(found.join('\n')).toMatch(/The manifest tells of 2 corrections, and the database has fewer/)
  })

  it('requires the signature that --public-key is for', async () => {
    const workspace = makeWorkspace()
    const pair = generateKeyPairSync('ed25519')
    const secret = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    workspace.write('key.pem', secret)
    workspace.write('public.pem', pair.publicKey.export({ type: 'spki', format: 'pem' }).toString())
    workspace.write('other.pem', generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }))
    workspace.write('news/bridge.txt', BRIDGE)
    await succeed(workspace, 'run', 'news')
    const signing = await workspace.run(['manifest', '--key', 'key.pem', '-o', 'seals.jsonl'])
    expect(signing.stderr).toMatch(/^1 seal in seals\.jsonl, signed with the key of SHA-256 [0-9a-f]{16}\./)
    const written = readFileSync(join(workspace.folder, 'seals.jsonl'), 'utf8')
    for (const line of secret.split('\n').filter(line => line.length > 20))
      expect(signing.stderr + signing.stdout + written).not.toContain(line)
    const held = async (...args: string[]) => {
      const { status, stdout } = await workspace.run(['verify', '--no-files', '--manifest', ...args])
      return [status, stdout.split('; ')[0]]
    }
    expect(await held('seals.jsonl', '--public-key', 'public.pem')).toEqual([0, ''])
    expect(await held('seals.jsonl')).toEqual([0, expect.stringMatching(/^warning: .* is signed, but nobody checked/)])
    expect(await held('seals.jsonl', '--public-key', 'other.pem')).toEqual([
      1,
      expect.stringMatching(/^mismatch: The manifest seals\.jsonl is signed with another key/),
    ])
    workspace.write('changed.jsonl', written.replace('"articles":1', '"articles":2'))
    expect(await held('changed.jsonl', '--public-key', 'public.pem')).toEqual([
      1,
      expect.stringMatching(/^mismatch: The manifest changed\.jsonl is not what the owner of the key signed/),
    ])
    await succeed(workspace, 'manifest', '-o', 'unsigned.jsonl')
    expect(await held('unsigned.jsonl', '--public-key', 'public.pem')).toEqual([
      1,
      expect.stringMatching(/^mismatch: The manifest unsigned\.jsonl is not signed/),
    ])
  })
})

describe('hearsay verify --proof', () => {
  const prove = (workspace: Workspace, file: string, manifest = 'seals.jsonl') =>
    workspace.run(['verify', '--proof', file, '--manifest', manifest, '--db', 'nowhere.db'])

  it('checks an article, and exported claims, without the database', async () => {
    const workspace = withTwoRuns()
    await succeed(workspace, 'manifest', 'bridge.txt', '-o', 'bridge.jsonl')
    await succeed(workspace, 'export', '--proofs', '-o', 'claims.jsonl')
    expect(await prove(workspace, 'bridge.jsonl')).toMatchObject({
      status: 0,
      stdout: '',
      stderr: '1 proof and 0 exported claims in bridge.jsonl checked with seals.jsonl: as they were sealed.\n',
    })
    const { status, stderr } = await prove(workspace, 'claims.jsonl')
    expect(status).toBe(0)
    expect(stderr).toMatch(/^2 proofs and [1-9]\d* exported claims in claims\.jsonl checked/)
    // A later manifest has the seals of earlier ones, and an earlier one not those of later runs.
    workspace.write('news/later.txt', 'Officials said on Friday that the road would open in May.')
    await succeed(workspace, 'run', 'news')
    await succeed(workspace, 'manifest', '-o', 'later.jsonl')
    await succeed(workspace, 'manifest', 'later.txt', '-o', 'later.proof')
    expect(await prove(workspace, 'bridge.jsonl', 'later.jsonl')).toMatchObject({ status: 0 })
    const early = await prove(workspace, 'later.proof')
    expect(early.status).toBe(1)
    expect(early.stdout).toContain('the manifest does not hold the seal that it leads to')
  })

  it('names the claim that was changed on the way, and the article whose rows were', async () => {
    const workspace = withTwoRuns()
    const lines = (await succeed(workspace, 'export', '--proofs')).trimEnd().split('\n')
    const [first = ''] = lines
    const { id } = JSON.parse(first) as { id: string }
    workspace.write(
      'claim.jsonl',
      `${lines.with(0, first.replace(/"confidence":[0-9.]+/, '"confidence":1')).join('\n')}\n`,
    )
    expect(await prove(workspace, 'claim.jsonl')).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(
        `^mismatch: Claim ${id} of claim.jsonl is not as it was sealed: confidence is other; .*\n  claim ${id}\n$`,
      ),
    })
    workspace.write('added.jsonl', [first.replace(id, `${id.slice(0, -4)}ffff`), ...lines].join('\n'))
    expect((await prove(workspace, 'added.jsonl')).stdout).toContain(
      'is none of those that were sealed with its article',
    )
    const proof = lines.findIndex(line => line.startsWith('{"proof"'))
    workspace.write('rows.jsonl', lines.with(proof, (lines[proof] as string).replace('"cue"', '"content"')).join('\n'))
    expect((await prove(workspace, 'rows.jsonl')).stdout).toMatch(
      /^mismatch: Article .* is not proved: a row was changed/,
    )
    workspace.write('without.jsonl', lines.toSpliced(proof, 1).join('\n'))
    expect((await prove(workspace, 'without.jsonl')).stdout).toMatch(
      /^mismatch: Article .* has claims and no proof behind them/,
    )
    const json = await workspace.run(['verify', '--json', '--proof', 'claim.jsonl', '--manifest', 'seals.jsonl'])
    expect(JSON.parse(json.stdout)).toMatchObject({
      articles: 2,
      mismatches: 1,
      findings: [{ kind: 'proof', claimIds: [id] }],
    })
  })

  it.each<[string, string[], string]>([
    ['no manifest', ['verify', '--proof', 'news/bridge.txt'], 'say which with --manifest FILE'],
    ['a key alone', ['verify', '--public-key', 'news/bridge.txt'], 'A public key is for a manifest'],
    [
      'no proof',
      ['verify', '--proof', 'news/bridge.txt', '--manifest', 'seals.jsonl'],
      'carries no proofs: line 1: it is not JSON',
    ],
    [
      'claims alone',
      ['verify', '--proof', 'claims.jsonl', '--manifest', 'seals.jsonl'],
      'holds no proof; hearsay manifest ARTICLE prints one',
    ],
    [
      'nothing there',
      ['verify', '--manifest', 'gone.jsonl'],
      'The manifest gone.jsonl is not there; give another file',
    ],
    ['a folder', ['verify', '--manifest', 'news'], 'The manifest news is no regular file'],
    [
      'a pipe',
      ['verify', '--proof', 'pipe', '--manifest', 'seals.jsonl'],
      'The file of proofs pipe is no regular file',
    ],
    ['no manifest inside', ['verify', '--manifest', 'news/bridge.txt'], 'news/bridge.txt is no manifest: line 1'],
    ['no key', ['manifest', '--key', 'news/bridge.txt'], 'The key news/bridge.txt is no key in PEM; openssl genpkey'],
    ['the key to write to', ['manifest', '--key', 'kept/key.pem', '-o', './kept/key.pem'], 'is the key itself'],
    ['a signed proof', ['manifest', 'bridge.txt', '--key', 'news/bridge.txt'], 'leave --key and --leaves out'],
    ['another format', ['export', '--format', 'csv', '--proofs'], 'csv has no place for proofs'],
  ])('says what to do when it is given %s', async (_, args, message) => {
    const workspace = withTwoRuns()
    await succeed(workspace, 'export', '--limit', '1', '-o', 'claims.jsonl')
    workspace.shell('mkfifo pipe')
    const { status, stderr } = await workspace.run(args)
    expect(stderr).toContain(message)
    expect(status).toBe(2)
  })

  it('proves nothing of an article whose rows were changed', async () => {
    const workspace = withTwoRuns()
    change(workspace, database => database.exec("UPDATE article SET publisher = 'Another Times'"))
    const { status, stderr } = await workspace.run(['manifest', 'bridge.txt'])
    expect(status).toBe(1)
    expect(stderr).toContain('are not those that were sealed, so nothing can be proved of it; hearsay verify says what')
  })
})

/** As somebody would who knows how seals are made. */
function deleteSecondRun(database: Database.Database): void {
  database.pragma('foreign_keys = OFF')
  database.exec(`
    DELETE FROM article WHERE rowid IN (SELECT article_rowid FROM done WHERE run_id = 2);
    DELETE FROM seal_leaf WHERE seal_id IN (SELECT id FROM seal WHERE run_id = 2);
    DELETE FROM seal WHERE run_id = 2;
    DELETE FROM run WHERE id = 2;`)
  sealAnew(database)
}

/** Gives seals the roots of their leaves, and chains them from the first on. */
function sealAnew(database: Database.Database): void {
  let previous: string[] = []
  const seals = database.prepare<[], SealTable>('SELECT * FROM seal ORDER BY number').all()
  const leaves = database.prepare<[number], Leaf>(
    'SELECT * FROM seal_leaf WHERE seal_id = ? ORDER BY kind, subject, id',
  )
  for (const [index, { id, kind, sealed_at, run_digest, corrections, corrections_head }] of seals.entries()) {
    const hashes = leaves.all(id).map(leaf => leafHash(leafBytes(leaf)))
    const facts: SealedFacts = {
      kind,
      sealedAt: sealed_at as string,
      run: run_digest,
      size: hashes.length,
      root: merkleRoot(hashes).toString('hex'),
      corrections: { count: corrections as number, head: corrections_head },
      previous,
    }
    previous = [sealDigest(facts)]
    database
      .prepare('UPDATE seal SET number = ?, size = ?, root = ?, previous = ?, digest = ? WHERE id = ?')
      .run(index + 1, facts.size, facts.root, JSON.stringify(facts.previous), previous[0], id)
  }
}
