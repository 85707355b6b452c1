import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { discover } from './discover.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-discover-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function write(...names: string[]) {
  for (const name of names) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), 'Text.')
  }
}
const uris = (...paths: string[]) => [...discover(paths, folder)].map(({ uri }) => uri)

describe('discover', () => {
  it('searches folders to the bottom, sorted by name, for article files only', () => {
    write(
      'news/b.txt',
      'news/a/z.TXT',
      'news/c.md',
      'news/B.text',
      'news/gold/b.json',
      'news/README.md',
      'news/LICENSE',
    )
    write('news/.hidden.txt', 'news/.git/x.txt')
    expect(uris('news')).toEqual(['news/B.text', 'news/a/z.TXT', 'news/b.txt', 'news/c.md'])
  })

  it('takes a named file whatever its extension, and keeps the order given', () => {
    write('b.wire', 'a.txt', 'README.md')
    expect(uris('b.wire', './a.txt', 'README.md', '-')).toEqual(['b.wire', 'a.txt', 'README.md', '-'])
  })

  it('names inputs relative to the working folder, also outside of it', () => {
    write('x/a.txt', 'y/b.txt')
    const found = [...discover([join(folder, 'x/a.txt'), '../x/a.txt'], join(folder, 'y'))]
    expect(found.map(({ uri }) => uri)).toEqual(['../x/a.txt', '../x/a.txt'])
  })

  it('expands patterns in sorted order, without hidden files', () => {
    write('n/b.txt', 'n/a.txt', 'n/deep/c.txt', 'n/.h.txt', 'n/d.json')
    expect(uris('n/*.txt')).toEqual(['n/a.txt', 'n/b.txt'])
    expect(uris('n/**/*.txt')).toEqual(['n/a.txt', 'n/b.txt', 'n/deep/c.txt'])
  })

  it('prefers a file over the pattern that its name could be', () => {
    write('a[1].txt', 'a1.txt')
    expect(uris('a[1].txt')).toEqual(['a[1].txt'])
  })

  it('skips and reports symbolic links inside a folder or pattern, and follows one that is named', () => {
    write('outside.txt', 'news/a.txt')
    symlinkSync('../outside.txt', join(folder, 'news/link.txt'))
    const reported = { kind: 'skipped', uri: 'news/link.txt', reason: 'symbolic link: give its target instead' }
    expect([...discover(['news'], folder)]).toContainEqual(reported)
    expect([...discover(['news/*.txt'], folder)]).toContainEqual(reported)
    expect([...discover(['news/link.txt'], folder)]).toMatchObject([{ kind: 'file', uri: 'news/link.txt' }])
  })

  it('skips and reports pipes and linked folders inside a folder or pattern, and takes a pipe that is named', () => {
    write('news/a.txt', 'outside/b.txt')
    symlinkSync('../outside', join(folder, 'news/linked'))
    execFileSync('sh', ['-c', 'mkfifo news/pipe.txt'], { cwd: folder })
    const linked = { kind: 'skipped', uri: 'news/linked', reason: 'symbolic link: give its target instead' }
    const pipe = {
      kind: 'skipped',
      uri: 'news/pipe.txt',
      reason: 'pipe, socket or device: give it by its own name',
    }
    const file = { kind: 'file', uri: 'news/a.txt', path: join(folder, 'news/a.txt') }
    expect([...discover(['news'], folder)]).toEqual([file, linked, pipe])
    expect([...discover(['news/*'], folder)]).toEqual([file, linked, pipe])
    expect([...discover(['news/pipe.txt'], folder)]).toMatchObject([{ kind: 'file', uri: 'news/pipe.txt' }])
  })

  it.each([
    ['', 'One of the paths is empty: name a file or a folder.'],
    ['nowhere.txt', 'There is no file or folder nowhere.txt: check the path and run again.'],
    ['no*.txt', 'No file matches no*.txt: check the pattern and run again.'],
    [
      'empty',
      'There is no article in folder empty: it holds no .atom, .docm, .docx, .eml, .htm, .html, .jsonl, .mbox, .mbx, .md, .ndjson, .pdf, .rdf, .rss, .text, .txt, .warc, .wet, .xhtml file.',
    ],
  ])('refuses %s before anything is read', (path, message) => {
    mkdirSync(join(folder, 'empty'))
    write('a.txt')
    expect(() => discover(['a.txt', path], folder)).toThrow(expect.objectContaining({ message, exitCode: 2 }))
  })
})
