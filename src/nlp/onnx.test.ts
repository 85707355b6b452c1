import { describe, expect, it } from 'vitest'
import { loadModel } from '../../pipeline/open-model.ts'
import { hasRuntime } from '../../test/support/has-runtime.ts'
import { guardCalls } from './onnx.ts'

describe.runIf(hasRuntime())('a session', () => {
  it('tells the guard when a call begins and when it is over', async () => {
    const { cues } = await loadModel()
    const told: string[] = []
    guardCalls({ enterCall: () => told.push('in'), leaveCall: () => told.push('out') })
    try {
      const call = cues.run({ vectors: { data: new Float32Array(3 * 384), shape: [3, 384] } })
      expect(told).toEqual(['in'])
      expect((await call).logits?.shape).toEqual([3])
      expect(told).toEqual(['in', 'out'])
      await expect(cues.run({ vectors: { data: new Float32Array(2), shape: [2, 1] } })).rejects.toThrow()
      expect(told).toEqual(['in', 'out', 'in', 'out'])
    } finally {
      guardCalls(null)
    }
  })

  it('gives the same for all calls at once as for one after the other', async () => {
    const { cues } = await loadModel()
    const inputs = Array.from({ length: 20 }, (_, i) => ({
      vectors: { data: Float32Array.from({ length: 4 * 384 }, (_, k) => Math.sin(i + k)), shape: [4, 384] },
    }))
    const single = []
    for (const input of inputs) single.push(await cues.run(input))
    expect(await Promise.all(inputs.map(input => cues.run(input)))).toEqual(single)
  })
})
