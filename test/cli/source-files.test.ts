import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { httpResponse, webArchive } from '../support/web-archive.ts'
import { BRIDGE, DAM } from './articles.ts'
import { makeWorkspace, type Workspace } from './hearsay.ts'

const page = (text: string) =>
  `<!doctype html><html><head><title>News</title><link rel="canonical" href="https://news.example/one"></head><body><article>${text
    .split('\n')
    .map(line => `<p>${line}</p>`)
    .join('')}</article></body></html>`

/** Runs and verifies, and gives what verify says. */
async function verify(workspace: Workspace): Promise<string> {
  const { status, stdout, stderr } = await workspace.run(['verify'])
  expect(status, stdout).toBe(0)
  return `${stdout}${stderr}`
}

describe('verify compares articles with the files they were read from', () => {
  it('whatever address they go by, packed or not, and leaves entries of larger files alone', async () => {
    const workspace = makeWorkspace()
    workspace.write('news/page.html', page(BRIDGE))
    workspace.write('news/packed.txt.gz', gzipSync(`Packed. ${DAM}`))
    workspace.write('news/one.json', JSON.stringify({ text: `Alone. ${DAM}` }))
    workspace.write('news/wire.jsonl', [1, 2].map(n => `${JSON.stringify({ text: `Line ${n}. ${DAM}` })}\n`).join(''))
    workspace.write('news/table.csv', `id,text\n1,"Row. ${DAM.replaceAll('"', '""')}"\n`)
    workspace.write('news/list.json', JSON.stringify([1, 2].map(n => ({ text: `Entry ${n}. ${DAM}` }))))
    const names = ['page.html', 'packed.txt.gz', 'one.json', 'wire.jsonl', 'table.csv', 'list.json']
    const { status, stderr } = await workspace.run(['run', '--engine', 'rules', ...names.map(name => `news/${name}`)])
    expect(status, stderr).toBe(0)
    const verified = await verify(workspace)
    expect(verified).toMatch(
      /^8 articles, .* and 3 files checked in [^:]*: all agree\. Across articles, 1 quotation held against what would be found anew\.\s*$/,
    )
    rmSync(join(workspace.folder, 'news/page.html'))
    expect(await verify(workspace)).toMatch(/2 files checked .* 1 source file not found and so not compared/)
  })

  it('and warns of one that has changed, until its new text has been read', async () => {
    const workspace = makeWorkspace()
    workspace.write('news/page.html', page(BRIDGE))
    await workspace.run(['run', 'news', '--rules'])
    workspace.write('news/page.html', page(`${BRIDGE}\nIt was closed on Monday.`))
    expect(await verify(workspace)).toContain('news/page.html has changed since it was read')
    await workspace.run(['run', 'news', '--rules'])
    expect(await verify(workspace)).toMatch(
      /^2 articles, .* and 1 file checked in [^:]*: all agree\. Across articles, 1 change of versions held against what would be found anew\.\s*$/,
    )
  })
})

describe('a web archive whose lengths are wrong', () => {
  it('is read as far as it goes, and its library prints nothing', async () => {
    const workspace = makeWorkspace()
    const record = (number: number) => ({
      type: 'response',
      uri: `https://news.example/${number}`,
      block: httpResponse(page(`${DAM}\nThis was page ${number} of them.`)),
    })
    const archive = webArchive([record(1), record(2)]).toString('latin1')
    const length = /Content-Length: (\d+)/.exec(archive)?.[1] as string
    const damaged = archive.replace(`Content-Length: ${length}`, `Content-Length: ${Number(length) - 9}`)
    workspace.write('news.warc', Buffer.from(damaged, 'latin1'))
    const { stdout, stderr } = await workspace.run(['run', 'news.warc', '--rules', '--quiet'])
    expect(stdout + stderr).toBe('')
    expect(workspace.rows('SELECT uri FROM article ORDER BY uri')).toEqual([
      { uri: 'https://news.example/1' },
      { uri: 'https://news.example/2' },
    ])
  })
})
