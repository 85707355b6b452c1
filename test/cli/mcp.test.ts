import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { Client } from '@modelcontextprotocol/client'
import { getDefaultEnvironment, StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { COMPILED } from '../shared/compiled.ts'
import { copyDatabase } from '../support/copy-database.ts'
import { BRIDGE, DAM } from './articles.ts'
import { makeWorkspace, Workspace } from './hearsay.ts'

const CLI = join(import.meta.dirname, '../../src/cli/hearsay.js')

/** What every test gets a copy of. */
const original = new Workspace()
beforeAll(async () => {
  original.write('news/bridge.txt', BRIDGE)
  original.write('news/dam.txt', DAM)
  expect((await original.run(['run', 'news'])).status).toBe(0)
})
afterAll(() => original.remove())

function withArticles(): Workspace {
  const workspace = makeWorkspace()
  copyDatabase(original, workspace)
  return workspace
}

interface Answer {
  readonly isError?: boolean
  readonly text: string
  readonly data: Readonly<Record<string, unknown>>
}

/** An answer's data without the marks around what strangers wrote, which `test/mcp/` tries. */
function unmark(data: unknown): Answer['data'] {
  const { quoted, ...answer } = (data ?? {}) as { readonly quoted?: { readonly begin: string; readonly end: string } }
  if (quoted === undefined) return answer
  return JSON.parse(JSON.stringify(answer).replaceAll(quoted.begin, '').replaceAll(quoted.end, ''))
}

interface Cited {
  readonly id: string
  readonly article: { readonly id: string; readonly uri: string }
  readonly words: readonly {
    readonly role: string
    readonly start: number
    readonly end: number
    readonly text: string
  }[]
}

/** An assistant's side: the protocol's own client, which starts the real command line. */
async function connect({ folder }: Workspace) {
  const client = new Client({ name: 'test', version: '1.0.0' })
  const garbled: Error[] = []
  client.onerror = error => garbled.push(error)
  const args = [CLI, 'mcp']
  const env = { ...getDefaultEnvironment(), NODE_COMPILE_CACHE: COMPILED }
  await client.connect(
    new StdioClientTransport({ command: process.execPath, args, cwd: folder, env, stderr: 'ignore' }),
  )
  onTestFinished(() => client.close())
  const call = async (name: string, given: Record<string, unknown>): Promise<Answer> => {
    const { isError = false, content, structuredContent } = await client.callTool({ name, arguments: given })
    const [first] = content
    const text = first?.type === 'text' ? first.text : ''
    if (!isError) expect(JSON.parse(text)).toEqual(structuredContent)
    return { isError, text, data: unmark(structuredContent) }
  }
  const search = async (given: Record<string, unknown> = {}) =>
    (await call('search', given)).data as unknown as { readonly total: number; readonly claims: readonly Cited[] }
  return { client, call, search, garbled }
}

describe('hearsay mcp', () => {
  it('offers eight tools that only read, each with the shape of its input', async () => {
    const { client } = await connect(withArticles())
    const { tools } = await client.listTools()
    expect(tools.map(({ name }) => name)).toEqual([
      'search',
      'get',
      'explain',
      'verify',
      'check_quotation',
      'quotation',
      'replies',
      'versions',
    ])
    for (const { description, inputSchema, annotations } of tools) {
      expect(description?.length).toBeGreaterThan(40)
      expect(inputSchema).toMatchObject({ type: 'object', additionalProperties: false })
      expect(annotations).toMatchObject({ readOnlyHint: true })
    }
  })

  it('search gives claims whose offsets are those of the words in the article', async () => {
    const workspace = withArticles()
    const { search, call } = await connect(workspace)
    const { claims, total } = await search({ attitudes: true })
    expect(claims).toHaveLength(total)
    expect(total).toBeGreaterThan(3)
    for (const { article, words } of claims)
      for (const { start, end, text } of words) {
        const [row] = workspace.rows(
          `SELECT substr(text, ${start + 1}, ${end - start}) AS words FROM article WHERE id = '${article.id}'`,
        )
        expect(row).toEqual({ words: text })
      }
    const found = await search({ text: 'dam safe', source: 'Mwale', quotation: ['direct'] })
    expect(found.claims.map(({ article }) => article.uri)).toEqual(['news/dam.txt'])
    expect((await search({ naming: ['anonymous'] })).claims[0]?.words.map(({ role }) => role)).toContain('source')
    const page = await call('search', { attitudes: true, limit: 1, offset: 1 })
    expect(page.data).toMatchObject({ total, offset: 1, claims: [{ id: claims[1]?.id }] })
  })

  it('get gives a claim in its sentences, and an article page by page', async () => {
    const { search, call } = await connect(withArticles())
    const { claims } = await search({ article: 'dam.txt', text: 'safe' })
    const id = claims[0]?.id as string
    expect((await call('get', { claim: id.slice(0, 10) })).data).toMatchObject({
      claim: { id },
      context: { text: expect.stringContaining('The dam is safe') },
    })
    let text = ''
    for (let start: number | null = 0; start !== null; ) {
      const { page } = (await call('get', { article: 'dam.txt', start, length: 13 })).data as {
        page: { start: number; text: string; next: number | null }
      }
      expect(page.start).toBe(start)
      text += page.text
      start = page.next
    }
    expect(text).toBe(DAM)
    expect((await call('get', { article: 'dam.txt' })).data).not.toHaveProperty('places')
    expect((await call('get', { article: 'dam.txt', left_out: true })).data.places).toEqual([
      expect.objectContaining({ location: 'news/dam.txt', section: null, left_out_in_all: 0, left_out: [] }),
    ])
    const { data } = await call('get', { article: 'dam.txt', start: 9_999 })
    expect(data).toMatchObject({ page: { text: '', next: null }, claims: [] })
  })

  it('explain and verify say where a claim comes from and that it stands there', async () => {
    const { search, call } = await connect(withArticles())
    const id = (await search()).claims[0]?.id as string
    const { data } = await call('explain', { claim: id })
    expect(data).toMatchObject({ claim: { id }, stands: { status: 'accepted' }, spans: expect.any(Array) })
    expect((data.spans as { agrees: boolean }[]).every(({ agrees }) => agrees)).toBe(true)
    expect((await call('verify', { claim: id })).data).toMatchObject({ agrees: true, claim_id: id, findings: [] })
    expect((await call('verify', { article: 'bridge.txt' })).data).toMatchObject({ agrees: true, claim_id: null })
  })

  it('verify names what does not agree, for the claims that it hits', async () => {
    const workspace = withArticles()
    const database = new Database(join(workspace.folder, 'out/hearsay.db'))
    database.exec("UPDATE claim_span SET text = 'fold' WHERE role = 'cue' AND text = 'told'")
    database.close()
    const { search, call } = await connect(workspace)
    const [told] = (await search({ cue: 'tell' })).claims
    const [other] = (await search({ source: 'Ingrid' })).claims
    const broken = await call('verify', { claim: told?.id })
    expect(broken.data).toMatchObject({ agrees: false, findings: [{ kind: 'claim-span', claimIds: [told?.id] }] })
    expect((await call('verify', { claim: other?.id })).data).toMatchObject({ agrees: true })
  })

  it('sees what is corrected while it runs', async () => {
    const workspace = withArticles()
    const { search } = await connect(workspace)
    const before = await search()
    const id = before.claims[0]?.id as string
    expect((await workspace.run(['correct', id, '--reject'])).status).toBe(0)
    const after = await search()
    expect(after.total).toBe(before.total - 1)
    expect(after.claims.map(claim => claim.id)).not.toContain(id)
  })

  it('answers many questions at once, each its own', async () => {
    const { search, call } = await connect(withArticles())
    const ids = (await search({ attitudes: true })).claims.map(({ id }) => id)
    const asked = Array.from({ length: 40 }, (_, index) => ids[index % ids.length] as string)
    const answers = await Promise.all(asked.map(claim => call('get', { claim })))
    expect(answers.map(({ data }) => (data.claim as Cited).id)).toEqual(asked)
  })

  it('answers what makes no sense with an error of the tool, and goes on', async () => {
    const { call, search, garbled } = await connect(withArticles())
    const { total } = await search()
    const senseless: readonly (readonly [string, Record<string, unknown>])[] = [
      ['search', { text: 5 }],
      ['search', { text: '' }],
      ['search', { text: 'x'.repeat(501) }],
      ['search', { limit: 1_000_000 }],
      ['search', { limit: -1 }],
      ['search', { limit: 1.5 }],
      ['search', { offset: 1e300 }],
      ['search', { naming: ['secret'] }],
      ['search', { naming: 'anonymous' }],
      ['search', { since: 'soon' }],
      ['search', { article: "'; DROP TABLE claim; --" }],
      ['search', { sql: 'DELETE FROM claim' }],
      ['search', { db: '/etc/passwd' }],
      ['search', JSON.parse('{"__proto__": {"limit": 1}, "rejected": true}')],
      ['get', {}],
      ['get', { claim: 'a', article: 'b' }],
      ['get', { claim: '%' }],
      ['get', { claim: '\u0000' }],
      ['get', { article: '../../../../etc/passwd' }],
      ['get', { article: 'dam.txt', start: -5 }],
      ['get', { article: 'dam.txt', length: 10_000_000 }],
      ['explain', {}],
      ['explain', { claim: null }],
      ['explain', { claim: ['a'] }],
      ['explain', { claim: 'zzz' }],
      ['verify', {}],
      ['verify', { claim: 'zzz' }],
      ['verify', { article: 'x'.repeat(500_000) }],
    ]
    for (const [name, given] of senseless) {
      const { isError, text } = await call(name, given)
      expect({ name, given, isError }).toEqual({ name, given, isError: true })
      expect(text).not.toMatch(/defect|\n {4}at |SQLITE/)
    }
    for (const nothing of [{ text: '\u0000' }, { source: '\u0000' }, { cue: '\u0000' }, { source: 'Mwale\u0000' }])
      expect((await search(nothing)).total, JSON.stringify(nothing)).toBe(0)
    await expect(call('delete_everything', {})).rejects.toThrow(/delete_everything/)
    for (const text of ['" OR 1=1', 'NEAR(', 'a AND', '*', 'x\u0000y', '\ud800', '{content}:', 'colon: -minus ^caret'])
      expect((await call('search', { text })).isError, text).toBe(false)
    expect((await search()).total).toBe(total)
    expect(garbled).toEqual([])
  })

  it('says nothing on standard output but the protocol, and ends with its input', async () => {
    const workspace = withArticles()
    const file = () => readFileSync(join(workspace.folder, 'out/hearsay.db'))
    const before = file()
    const initialize = {
      protocolVersion: '2025-06-18',
      capabilities: {},
      clientInfo: { name: 'raw', version: '1' },
    }
    const lines = [
      'this is no JSON',
      '{"jsonrpc":"2.0","id":1,"method":"nonsense"}',
      JSON.stringify({ jsonrpc: '2.0', id: 2, method: 'initialize', params: initialize }),
      '{"jsonrpc":"2.0","method":"notifications/initialized"}',
      '[]',
      'null',
      'x'.repeat(2_000_000),
      '{"jsonrpc":"2.0","id":3,"method":"tools/call","params":"search"}',
      '{"jsonrpc":"2.0","id":4,"method":"tools/list"}',
    ]
    const child = spawn(process.execPath, [CLI, 'mcp'], { cwd: workspace.folder, stdio: ['pipe', 'pipe', 'ignore'] })
    child.stdin.write(`${lines.join('\n')}\n`)
    const answers: { readonly jsonrpc?: string; readonly id?: number; readonly result?: unknown }[] = []
    for await (const line of createInterface(child.stdout)) {
      answers.push(JSON.parse(line))
      if (answers.at(-1)?.id === 4) child.stdin.end()
    }
    expect(await once(child, 'close')).toEqual([0, null])
    expect(answers.filter(({ jsonrpc }) => jsonrpc !== '2.0')).toEqual([])
    // Lines that are no messages are answered at once, before answers that take a while.
    expect(answers.map(({ id }) => String(id)).toSorted()).toEqual(['1', '2', '3', '4', 'null', 'null', 'null', 'null'])
    expect(answers.find(({ id }) => id === 4)?.result).toHaveProperty('tools')
    expect(file().equals(before)).toBe(true)
    expect(readdirSync(join(workspace.folder, 'out'))).toEqual(['hearsay.db'])
  })

  it('ends at a signal although its input stays open, and leaves nothing beside the database', async () => {
    const workspace = withArticles()
    const { client } = await connect(workspace)
    const { pid } = client.transport as StdioClientTransport
    const closed = new Promise<void>(resolve => {
      client.onclose = resolve
    })
    process.kill(pid as number, 'SIGTERM')
    await closed
    expect(readdirSync(join(workspace.folder, 'out'))).toEqual(['hearsay.db'])
  })

  it.each([
    ['is too large', 'x'.repeat(3_000_000), -32_600, null],
    ['is too large and ends with the input', `\n${'x'.repeat(3_000_000)}\n`, -32_600, null],
    ['is no JSON', 'this is no JSON', -32_700, null],
    ['is a list', '[]', -32_600, null],
    ['is null', 'null', -32_600, null],
    ['has no method', '{"jsonrpc":"2.0","id":5}', -32_600, 5],
    [
      'has parameters that are none',
      '{"jsonrpc":"2.0","id":"a","method":"tools/call","params":"search"}',
      -32_600,
      'a',
    ],
  ])('answers with an error what %s, and says so in one sentence', async (_, line, code, id) => {
    const { status, stdout, stderr } = await withArticles().run(['mcp'], { input: line })
    expect(status).toBe(0)
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map(answer => JSON.parse(answer))
    expect(answers).toEqual([{ jsonrpc: '2.0', id, error: { code, message: expect.stringMatching(/^It [^\n]+\.$/) } }])
    expect(stderr).toMatch(/^hearsay: [^\n]+\n$/)
  })

  it('ends with 4 and one sentence when there is no database, and makes none', async () => {
    const workspace = makeWorkspace()
    const { status, stdout, stderr } = await workspace.run(['mcp'], { input: '' })
    expect({ status, stdout }).toEqual({ status: 4, stdout: '' })
    expect(stderr).toMatch(/^hearsay: [^\n]*out\/hearsay\.db[^\n]*\n$/)
    expect(readdirSync(workspace.folder)).toEqual([])
  })
})
