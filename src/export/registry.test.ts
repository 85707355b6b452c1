import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { EXPORT_FORMATS, findExportFormat } from './registry.ts'

it('finds every format by its name, and each has its own', () => {
  for (const format of EXPORT_FORMATS) expect(findExportFormat(format.name)).toBe(format)
})

it('has a line on every format in its documentation', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/reference/exports.md'), 'utf8')
  for (const { name } of EXPORT_FORMATS)
    expect(page, `docs/reference/exports.md: which standard is ${name}, and who opens it in the tests?`).toContain(
      `\n| \`${name}\` |`,
    )
})

it('names the formats when one is unknown', () => {
  const known = EXPORT_FORMATS.map(({ name }) => name).join(', ')
  expect(known).toMatch(/^jsonl, csv, /)
  expect(() => findExportFormat('xml')).toThrow(
    expect.objectContaining({ exitCode: 2, message: `There is no export format "xml"; known are ${known}.` }),
  )
})
