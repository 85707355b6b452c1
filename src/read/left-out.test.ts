import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { findLeftOut } from './left-out.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-left-out-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function write(...names: string[]) {
  for (const name of names) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), 'Text.')
  }
}

it('counts what a search for articles passes over, to the bottom', () => {
  write('news/a.txt', 'news/b.csv', 'news/deep/c.csv', 'news/deep/d.JSON.gz', 'news/LICENSE', 'news/notice-of-sale.txt')
  write('news/.hidden.csv', 'news/.git/x.csv')
  expect(findLeftOut(['news'], folder)).toEqual([
    { folder: 'news', files: 5, sorts: ['.csv', '.json', 'LICENSE', 'notice-of-sale.txt'] },
  ])
  expect(findLeftOut(['news'], folder, 'csv')).toMatchObject([{ files: 4 }])
})

it('counts nothing where everything is searched for, and nothing for what is no folder', () => {
  write('news/a.txt', 'b.csv')
  expect(findLeftOut(['news', 'b.csv', '*.csv', '-'], folder)).toEqual([])
})
