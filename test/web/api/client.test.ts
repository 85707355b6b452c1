import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { generateSource } from 'oazapfts'
import { afterAll, expect, it } from 'vitest'
import { storeRecords } from '../../support/stored-database.ts'
import { analyseNewsroom } from '../newsroom.ts'
import { startSite } from '../site.ts'
import { DOCUMENT } from './api-document.ts'

/*
 * A developer elsewhere: the document goes through a generator that is not ours, and a program on what comes out is
 * checked by the compiler and run against a real site.
 */

const root = join(import.meta.dirname, '../../..')
mkdirSync(join(root, 'out'), { recursive: true })
// Within the checkout, so that what is generated finds its runtime.
const folder = mkdtempSync(join(root, 'out/client-'))
const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc')

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const PROGRAM = `import * as hearsay from './client.ts'

export async function use(baseUrl: string) {
  hearsay.defaults.baseUrl = baseUrl
  const page = await hearsay.listClaims({ naming: ['anonymous', 'unnamed'], limit: 5 })
  if (page.status !== 200) throw new Error(String(page.status))
  const [claim] = page.data.items
  if (claim === undefined) throw new Error('no claim')
  const words: string = claim.cue.text
  const reason: string | null | undefined = claim.source?.reason
  // @ts-expect-error: no claim has such a field
  claim.speaker
  // @ts-expect-error: there is no such act
  await hearsay.listClaims({ act: ['wink'] }).catch(() => {})
  const one = await hearsay.getClaim(claim.id)
  const explanation = await hearsay.explainClaim(claim.id)
  const article = await hearsay.getArticle(claim.article.id)
  const text = await hearsay.getArticleText(claim.article.id)
  const findings = await hearsay.listFindings({ article: claim.article.id, severity: ['warning'] })
  const sources = await hearsay.listSources({ q: 'a' })
  const check = await hearsay.checkQuotation(words, { by: 'Salcedo' })
  const missing = await hearsay.getClaim('abcdef')
  const corrected = await hearsay.correctClaim(claim.id, { note: 'as in the minutes', by: 'Ada' })
  return {
    statuses: [one, explanation, article, text, findings, sources, check, missing, corrected].map(({ status }) => status),
    problem: missing.status === 404 ? missing.data.detail : null,
    note: corrected.status === 201 ? corrected.data.correction?.note : null,
    reason,
    text: text.status === 200 ? text.data.length : 0,
  }
}
`

it('a client that is generated from the document passes the compiler, and its calls pass', async () => {
  writeFileSync(join(folder, 'document.json'), JSON.stringify(DOCUMENT))
  writeFileSync(join(folder, 'client.ts'), await generateSource(join(folder, 'document.json')))
  writeFileSync(join(folder, 'program.ts'), PROGRAM)
  const options = [
    '--noEmit',
    '--strict',
    '--target',
    'es2024',
    '--module',
    'nodenext',
    '--types',
    '',
    '--skipLibCheck',
  ]
  const extended = [...options, '--allowImportingTsExtensions', '--lib', 'es2024,dom', '--ignoreConfig']
  const compiled = spawnSync(process.execPath, [tsc, ...extended, 'program.ts'], { cwd: folder, encoding: 'utf8' })
  expect(compiled.stdout + compiled.stderr).toBe('')
  const site = await startSite(storeRecords(await analyseNewsroom(4)), { isEditable: true })
  const { use } = (await import(/* @vite-ignore */ join(folder, 'program.ts'))) as {
    use(baseUrl: string): Promise<Record<string, unknown>>
  }
  expect(await use(`${site.running.url}api/v1`)).toMatchObject({
    statuses: [200, 200, 200, 200, 200, 200, 200, 404, 201],
    problem: expect.stringContaining('abcdef'),
    note: 'as in the minutes',
    text: expect.any(Number),
  })
})
