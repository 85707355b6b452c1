import { describe, expect, it } from 'vitest'
import { loadModel, readSharedModel, useSharedModel } from './model-file.ts'

describe('the model file', () => {
  it('takes at most 40 MB, read once', () => {
    expect(readSharedModel()).toBe(readSharedModel())
    expect(readSharedModel().byteLength).toBeLessThan(40 * 2 ** 20)
  })

  it('is opened once a thread', () => {
    expect(loadModel()).toBe(loadModel())
  })

  it('can be opened from memory that another thread read', () => {
    const { hash } = loadModel()
    useSharedModel(readSharedModel())
    expect(loadModel().hash).toBe(hash)
    expect(loadModel().nodes.cells.buffer).toBe(readSharedModel())
  })
})
