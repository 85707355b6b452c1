import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { citron } from '../../src/export/annotation-tools/citron.ts'
import { prodigy } from '../../src/export/annotation-tools/prodigy.ts'
import { csv } from '../../src/export/tables/csv.ts'
import { readExportedClaims } from '../support/exported-claims.ts'
import { exportText, runExport } from '../support/run-export.ts'
import { makeFolder, readUntilTestEnds } from '../support/stored-database.ts'
import { storeVariety } from '../support/variety.ts'

const hasPython = spawnSync('python3', ['-c', 'import csv, sqlite3']).status === 0
if (!hasPython) console.warn('Skipped: there is no python3 with csv and sqlite3, so neither reads what is exported.')

function python(script: string, ...args: readonly string[]): unknown {
  const { stdout, stderr } = spawnSync('python3', ['-c', script, ...args], { encoding: 'utf8' })
  expect(stderr).toBe('')
  return JSON.parse(stdout)
}

describe.skipIf(!hasPython)('Python', () => {
  it('reads the CSV with its csv module', async () => {
    const { database } = readUntilTestEnds(storeVariety())
    const path = join(makeFolder(), 'claims.csv')
    writeFileSync(path, await exportText(database, csv))
    const rows = python(
      `import csv, json, sys
print(json.dumps([[r['id'], r['content'], r['content_spans'], r['title']] for r in csv.DictReader(open(sys.argv[1], newline='', encoding='utf-8'))]))`,
      path,
    )
    const claims = await readExportedClaims(database)
    expect(rows).toEqual(
      claims.map(({ id, content, article }) => [
        id,
        content?.text ?? '',
        content?.spans.map(span => span.join(':')).join(' ') ?? '',
        article.title?.replace(/^=/, `'=`),
      ]),
    )
  })

  it('reads the database with its sqlite3 module, and slices the text to the same words', async () => {
    const path = storeVariety()
    const { database } = readUntilTestEnds(path)
    const rows = python(
      `import json, sqlite3, sys, pathlib
db = sqlite3.connect(pathlib.Path(sys.argv[1]).as_uri() + '?mode=ro', uri=True)
wrong = [row for row in db.execute('SELECT text, start, "end", stored FROM v_audit JOIN article ON article.id = article_id') if row[0][row[1]:row[2]] != row[3]]
print(json.dumps([wrong, [list(row) for row in db.execute('SELECT id, name, content FROM v_claim ORDER BY uri, start, id')]]))`,
      path,
    )
    const claims = await readExportedClaims(database)
    expect(rows).toEqual([
      [],
      claims.map(({ id, source, content }) => [id, source?.name ?? null, content?.text ?? null]),
    ])
  })

  it("slices the texts of Citron's and Prodigy's formats to the same words", async () => {
    const { database } = readUntilTestEnds(storeVariety())
    const folder = makeFolder()
    writeFileSync(join(folder, 'tasks.jsonl'), await exportText(database, prodigy))
    for (const [name, content] of (await runExport(database, citron)).files) writeFileSync(join(folder, name), content)
    const counts = python(
      `import glob, json, sys
quotes = tokens = 0
for name in glob.glob(sys.argv[1] + '/*.json'):
    document = json.load(open(name, encoding='utf-8'))
    for quote in document['quotes']:
        quotes += 1
        for span in [quote['cue'], *quote['sources'], *quote['contents'], *quote['coreferences']]:
            assert document['text'][span['start']:span['end']] == span['text']
for line in open(sys.argv[1] + '/tasks.jsonl', encoding='utf-8'):
    task = json.loads(line)
    for token in task['tokens']:
        tokens += 1
        assert task['text'][token['start']:token['end']] == token['text']
print(json.dumps([quotes, tokens > 0]))`,
      folder,
    )
    expect(counts).toEqual([(await readExportedClaims(database)).length, true])
  })
})
