import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { EXPORT_FORMATS, findExportFormat } from './registry.ts'

it('finds every format by its name, and each has its own', () => {
  for (const format of EXPORT_FORMATS) expect(findExportFormat(format.name)).toBe(format)
})

it('has a line on every format in its documentation', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/reference/exports.md'), 'utf8')
  const missing = EXPORT_FORMATS.map(({ name }) => name).filter(name => !page.includes(`\n| \`${name}\` |`))
  expect(
    missing,
    'docs/reference/exports.md: which standard is it, and which reader that is not ours opens it in test/exports/?',
  ).toEqual([])
})

it('names the formats when one is unknown', () => {
  const known = EXPORT_FORMATS.map(({ name }) => name).join(', ')
  expect(known).toMatch(/^jsonl, csv, /)
  expect(() => findExportFormat('xml')).toThrow(
    expect.objectContaining({ exitCode: 2, message: `There is no export format "xml"; known are ${known}.` }),
  )
})
