import { Writable } from 'node:stream'
import { expect, it } from 'vitest'
import { writeTo } from './write.ts'

it('waits for a slow reader and loses nothing', async () => {
  const received: string[] = []
  let waiting = 0
  const slow = new Writable({
    highWaterMark: 8,
    write(chunk: Buffer, _encoding, done) {
      received.push(chunk.toString())
      setImmediate(done)
    },
  })
  const write = writeTo(slow)
  for (let line = 0; line < 50; line++) {
    await write(`line ${line}\n`)
    waiting = Math.max(waiting, slow.writableLength)
  }
  slow.end()
  expect(received).toHaveLength(50)
  expect(waiting).toBeLessThanOrEqual(16)
})

it('ends with the error when the stream breaks', async () => {
  const broken = new Writable({
    highWaterMark: 1,
    write: (_chunk, _encoding, done) => done(new Error('EPIPE')),
  })
  await expect(async () => writeTo(broken)('line\n')).rejects.toThrow('EPIPE')
})
