import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { TOOLS, type Tool } from '../../src/annotations/formats.ts'
import { readReturned } from '../../src/annotations/read-returned.ts'
import { takeBack } from '../../src/annotations/take-back.ts'
import { HearsayError } from '../../src/domain/errors.ts'
import { SPAN_ROLES } from '../../src/domain/labels.ts'
import { findExportFormat } from '../../src/export/registry.ts'
import type { StoreDatabase } from '../../src/store/schema.ts'
import { applyChange, byteChange } from '../support/damaged-bytes.ts'
import { proofSize } from '../support/proof-size.ts'
import { runExport } from '../support/run-export.ts'
import { readReader, storeOneArticle, TEXT } from './one-article.ts'

storeOneArticle()
let database: StoreDatabase
const files = new Map<Tool, readonly (readonly [string, Buffer])[]>()
beforeAll(async () => {
  database = readReader().database
  for (const tool of TOOLS) {
    const { files: written } = await runExport(database, findExportFormat(tool))
    const named = [...written].map(([name, text]) => [name || `${tool}.json`, Buffer.from(text)] as const)
    files.set(
      tool,
      named.filter(([name]) => !/\.(?:conf|xml)$/.test(name)),
    )
  }
})

describe.each(TOOLS)('a damaged file of %s', tool => {
  it('is refused in a sentence, or says something of words that are there', async () => {
    const length = Array.from(TEXT).length
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.array(byteChange, { minLength: 1, maxLength: 3 }), async (which, changes) => {
        const own = files.get(tool) ?? []
        const damaged = own.map(([name, bytes], index) => {
          const isIt = index === which % own.length
          return [
            name,
            isIt ? changes.reduce<Buffer>((all, change) => applyChange(all, change), bytes) : bytes,
          ] as const
        })
        try {
          const { articles } = await readReturned(new Map(damaged), tool)
          const taken = await takeBack(database, articles, {
            isComplete: true,
            accepts: false,
            allowsManyDeletions: true,
          })
          for (const difference of taken.flatMap(({ differences }) => differences))
            if ('says' in difference)
              for (const { start, end } of SPAN_ROLES.flatMap(role => difference.says.spans[role] ?? [])) {
                expect(start).toBeLessThan(end)
                expect(end).toBeLessThanOrEqual(length)
              }
        } catch (error) {
          if (!(error instanceof HearsayError)) throw error
          expect(error.message).toMatch(/^[^\n]+; nothing was taken over\.$/)
        }
      }),
      { numRuns: proofSize(60, 1000) },
    )
  })
})
