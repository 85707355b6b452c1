import { describe, expect, it } from 'vitest'
import { readStandardInput } from '../../../../test/support/read-inputs.ts'
import { SHAPES, shapeOf } from './shapes.ts'

describe('shapes of records', () => {
  it.each(SHAPES)('$name: its example has its shape and is read as it says', async shape => {
    const { record, article, refused } = shape.example
    expect(shapeOf(record)?.name).toBe(shape.name)
    const [outcome, ...rest] = await readStandardInput(JSON.stringify(record))
    expect(rest).toEqual([])
    if (refused !== undefined)
      expect(outcome).toMatchObject({ outcome: 'failed', error: expect.stringContaining(refused) })
    else expect(outcome).toMatchObject({ outcome: 'article', article })
  })

  it('have names and reasons of their own', () => {
    expect(new Set(SHAPES.map(({ name }) => name)).size).toBe(SHAPES.length)
    for (const { reason, marks } of SHAPES) {
      expect(reason).not.toBe('')
      expect(marks.length).toBeGreaterThan(0)
    }
  })
})
