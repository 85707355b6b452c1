import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { listJsonFiles } from './list-json-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'hearsay-list-'))
for (const file of ['b.json', 'a.json', 'README.md', 'c.txt']) writeFileSync(join(folder, file), '')
mkdirSync(join(folder, 'empty'))

it('takes files as they are, and of folders every .json by name', () => {
  const named = join(folder, 'c.txt')
  expect(listJsonFiles([named, folder], 'gold')).toEqual([named, join(folder, 'a.json'), join(folder, 'b.json')])
})

it.each([
  ['nowhere.json', /nowhere\.json cannot be read \(ENOENT\)/],
  ['empty', /empty holds no \.json file; give files or a folder of gold/],
])('refuses %s', (path, message) => {
  expect(() => listJsonFiles([join(folder, path)], 'gold')).toThrow(message)
})
