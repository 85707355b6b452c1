import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'libpg-query'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createProgram } from '../src/cli/program.ts'
import { Workspace } from './cli/hearsay.ts'
import { callsOfHearsay, commandsIn, fencesIn, readFences } from './docs/fences.ts'
import { storeRecordsAt } from './support/stored-database.ts'
import { makeVariety } from './support/variety.ts'
import { type ApiSite, openApiSite } from './web/api/api-site.ts'

const root = join(import.meta.dirname, '..')
const workspace = new Workspace()
afterAll(() => workspace.remove())

/** What runs the examples of a page, by page and language. Shell commands are run, or read by the program, below. */
const RUN_BY: Readonly<Record<string, string>> = {
  'docs/how-to/cluster.md sql': 'test/postgres/add-reader.ts',
  'docs/how-to/newsroom-rules.md text': 'test/rules/worked-example.test.ts',
  'docs/how-to/newsroom-rules.md ts': 'test/library-examples.test.ts',
  'docs/how-to/newsroom-rules.md yaml': 'test/rules/worked-example.test.ts',
  'docs/how-to/policy.md yaml': 'src/policy/reading/read-policy.test.ts',
  'docs/reference/library.md ts': 'test/library-examples.test.ts',
  'docs/reference/policy.md yaml': 'src/policy/reading/read-policy.test.ts',
  'docs/reference/seals.md python': 'test/exports/provenance-python.test.ts',
}

/** Nothing that could be run: help texts, and the settings of another program. */
const NO_EXAMPLES = ['docs/architecture.md mermaid', 'docs/reference/cli.md text', 'docs/how-to/cluster.md yaml']

describe('every example of the documents', () => {
  it('is run by a test: filled by npm run docs, read as a command, or named here with what runs it', () => {
    const run = readFences().filter(({ isFilled, language }) => !isFilled && language !== 'sh')
    const kinds = [...new Set(run.map(({ page, language }) => `${page} ${language}`))]
    expect(kinds.filter(kind => !(kind in RUN_BY) && !NO_EXAMPLES.includes(kind)).toSorted()).toEqual([])
    for (const [kind, test] of Object.entries(RUN_BY)) {
      expect(kinds).toContain(kind)
      expect(existsSync(join(root, test)), test).toBe(true)
    }
  })

  it('shows commands of hearsay with arguments and options that they take', async () => {
    const lines = readFences()
      .filter(({ language }) => language === 'sh')
      .flatMap(({ page, text }) => commandsIn(text).map(line => ({ page, line })))
    const calls = lines.flatMap(({ page, line }) => callsOfHearsay(line).map(args => ({ page, line, args })))
    expect(calls.length).toBeGreaterThan(50)
    const faults = await Promise.all(calls.map(async ({ args }) => await faultOf(args)))
    const refused = calls.map(({ page, line }, index) => ({ page, line, fault: faults[index] }))
    expect(refused.filter(({ fault }) => fault !== null)).toEqual([])
  })
})

/** Why the program does not take a command line, or null; nothing is done. */
async function faultOf(args: readonly string[]): Promise<string | null> {
  const program = await createProgram()
  for (const command of program.commands) command.action(() => {})
  try {
    program.parse(args, { from: 'user' })
    return null
  } catch (error) {
    return (error as Error).message
  }
}

describe('the API’s examples', () => {
  const path = join(workspace.folder, 'api.db')
  let site: ApiSite

  beforeAll(async () => {
    storeRecordsAt(path, makeVariety())
    site = await openApiSite(path, true)
  })

  afterAll(() => site.close())

  it('are answered, and the correction is made', async () => {
    const [claim] = makeVariety().flatMap(({ claims }) => claims)
    const lines = fencesIn('docs/reference/api.md', 'sh')
      .flatMap(commandsIn)
      .filter(line => line.startsWith('curl '))
    expect(lines.length).toBeGreaterThan(4)
    for (const line of lines) {
      const address = /https?:\/\/[^/\s']+(\/[^\s']*)/.exec(line)?.[1]?.replace('3f9a2c', String(claim?.id)) ?? ''
      const given = [...line.matchAll(/--data-urlencode '([^=]+)=([^']*)'/g)]
      const asked = new URLSearchParams(given.map(([, name = '', value = '']): [string, string] => [name, value]))
      const query = given.length === 0 ? '' : `?${asked}`
      const body = / -d '([^']*)'/.exec(line)?.[1] ?? (line.includes('-d @article.json') ? '{}' : null)
      const asking = body === null ? {} : { method: 'POST', body, headers: { 'Content-Type': 'application/json' } }
      const { status } = await site.ask(address + query, asking)
      // An empty article says which fields are wrong; any other answer would say that there is no such route.
      expect(status, line).toBe(body === '{}' ? 400 : body === null ? 200 : 201)
    }
  })
})

it('the signature of a manifest is checked by OpenSSL as the page says', async ({ skip }) => {
  if (workspace.shell('openssl version').status !== 0) skip('There is no openssl here.')
  storeRecordsAt(join(workspace.folder, 'out.db'), makeVariety())
  const [text = ''] = fencesIn('docs/reference/seals.md', 'sh')
  const [make = '', ...check] = text.split('# without Hearsay:\n')
  expect(workspace.shell(make).stderr).not.toMatch(/rror/)
  const made = await workspace.run(['manifest', '--key', 'hearsay.pem', '--db', 'out.db', '-o', 'seals.jsonl'])
  expect(made.status, made.stderr).toBe(0)
  expect(workspace.shell(check.join(''))).toMatchObject({ status: 0, stdout: 'Signature Verified Successfully\n' })
  const seals = readFileSync(join(workspace.folder, 'seals.jsonl'), 'utf8')
  writeFileSync(join(workspace.folder, 'seals.jsonl'), seals.replace('"version":1', '"version":2'))
  expect(workspace.shell(check.join('')).status).not.toBe(0)
})

it('PostgreSQL reads the statements for a user that only reads', async () => {
  const [text = ''] = fencesIn('docs/how-to/cluster.md', 'sql')
  expect((await parse(text)).stmts?.length).toBe(text.match(/;/g)?.length)
})
