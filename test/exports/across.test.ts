import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ACROSS_FILES } from '../../src/export/across/across-files.ts'
import { openReader } from '../../src/store/open-reader.ts'
import { makeWorkspace } from '../cli/hearsay.ts'
import { describePostgres } from '../postgres/describe-postgres.ts'
import { storeAcross } from '../support/across-database.ts'

const hasPython = spawnSync('python3', ['-c', 'import json, sqlite3']).status === 0
if (!hasPython) console.warn('Skipped: there is no python3 with sqlite3, so nobody else reads what is exported.')

const folder = mkdtempSync(join(tmpdir(), 'hearsay-across-'))
const database = join(folder, 'across.db')
beforeAll(async () => {
  await storeAcross(database)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function exportAll(db: string): Promise<Readonly<Record<string, string>>> {
  const reader = await openReader(db)
  try {
    const files: Record<string, string> = {}
    for (const { name, write } of ACROSS_FILES) {
      files[name] = ''
      const count = await write(reader.database, piece => {
        files[name] += String(piece)
      })
      expect(files[name]?.trimEnd().split('\n')).toHaveLength(count)
    }
    return files
  } finally {
    await reader.close()
  }
}

it.skipIf(!hasPython)('Python slices the stored texts to the words of families, changes and replies', async () => {
  const workspace = makeWorkspace()
  const { status, stderr } = await workspace.run(['export', '--db', database, '--bundle', 'archive'])
  expect(status, stderr).toBe(0)
  const script = `import json, sqlite3, sys
folder = sys.argv[1]
db = sqlite3.connect(f'file:{folder}/hearsay.db?mode=ro', uri=True)
text = dict(db.execute('SELECT id, text FROM article'))
lines = lambda name: [json.loads(line) for line in open(f'{folder}/{name}.jsonl', encoding='utf-8')]
checked = 0
def check(article, words):
    global checked
    if words is None: return
    assert ' … '.join(text[article][start:end] for start, end in words['spans']) == words['text'], words
    checked += 1
families, changes, replies = lines('quotation-families'), lines('version-changes'), lines('replies')
for family in families:
    assert family['claims'] == len(family['members'])
    for member in family['members']: check(member['article']['id'], member['content'])
for change in changes:
    for side, version in (('before', 'earlier'), ('after', 'later')):
        if change['field'] == 'content' and change['span_' + side]:
            start, end = change['span_' + side]
            assert text[change[version]['id']][start:end] in change[side], change
            checked += 1
for line in replies:
    for said in [line['accusation'], *line['replies']]:
        for role in ('source', 'cue', 'content'): check(said['article']['id'], said[role])
    start, end = line['accused']['span']
    assert line['accused']['name'].split()[0] in text[line['accusation']['article']['id']][start:end]
print(json.dumps([len(families), len(changes), len(replies), checked, sorted({reply['kind'] for line in replies for reply in line['replies']}), any(reply['claim'] is None for line in replies for reply in line['replies'])]))`
  const run = spawnSync('python3', ['-c', script, join(workspace.folder, 'archive')], { encoding: 'utf8' })
  expect(run.stderr).toBe('')
  const [families, changes, replies, checked, kinds, hasUnclaimed] = JSON.parse(run.stdout)
  expect([families, replies]).toEqual([2, 2])
  expect(changes).toBeGreaterThan(0)
  expect(checked).toBeGreaterThan(15)
  expect(kinds).toContain('denial')
  expect(hasUnclaimed).toBe(true)
})

it('gives the same bytes whatever order the articles came in, and --across writes them', async () => {
  const files = await exportAll(database)
  const other = join(folder, 'other.db')
  await storeAcross(other, [3, 2, 0, 1])
  expect(await exportAll(other)).toEqual(files)
  const workspace = makeWorkspace()
  const { status, stderr } = await workspace.run(['export', '--db', database, '--across', 'across'])
  expect(status, stderr).toBe(0)
  expect(stderr).toMatch(/^quotation-families\.jsonl \(2 lines\), version-changes\.jsonl .* in across\.\n$/)
  for (const [name, content] of Object.entries(files))
    expect(readFileSync(join(workspace.folder, 'across', name), 'utf8')).toBe(content)
  expect(await workspace.run(['export', '--db', database, '--across', 'x', '--naming', 'named'])).toMatchObject({
    status: 2,
    stderr: 'hearsay: --across writes what all articles have; leave --naming out. [argument-conflict]\n',
  })
})

describePostgres('what is found across articles, exported from PostgreSQL', server => {
  it('has the same bytes as from a file', async () => {
    const url = await storeAcross(await server().createDatabase(), [2, 3, 1, 0])
    expect(await exportAll(url)).toEqual(await exportAll(database))
  })
})
