import { describe, expect, it } from 'vitest'
import { batchIdOf } from './batch-id.ts'

const STAGES = [{ name: 'tokens', version: 3 }]

describe('batchIdOf', () => {
  it('is a UUID of its own kind', () => {
    expect(batchIdOf(['a', 'b'], STAGES, 0)).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    )
  })

  it('is the same for the same articles in any order', () => {
    expect(batchIdOf(['b', 'a'], STAGES, 0)).toBe(batchIdOf(['a', 'b'], STAGES, 0))
  })

  it('is another for other articles, stages or a later time', () => {
    const ids = [
      batchIdOf(['a', 'b'], STAGES, 0),
      batchIdOf(['a'], STAGES, 0),
      batchIdOf(['ab'], STAGES, 0),
      batchIdOf(['a', 'b'], [{ name: 'tokens', version: 4 }], 0),
      batchIdOf(['a', 'b'], STAGES, 1),
    ]
    expect(new Set(ids).size).toBe(ids.length)
  })
})
