import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { HearsayError } from '../domain/errors.ts'
import { isServerGone, withPatience } from './server-gone.ts'

/** As the network says it, or as the server does. */
const coded = (code: string) =>
  Object.assign(/^E[A-Z]/.test(code) ? new Error('failed') : new pg.DatabaseError('failed', 6, 'error'), { code })
const never = new AbortController().signal

describe('isServerGone', () => {
  it.each(['ECONNREFUSED', 'ECONNRESET', '57P01', '57P03', '08006', '08001'])('knows %s', code => {
    expect(isServerGone(coded(code))).toBe(true)
  })

  it('knows what the driver says, and looks into what was put into words', () => {
    expect(isServerGone(new Error('Connection terminated unexpectedly'))).toBe(true)
    const refused = new AggregateError([coded('ECONNREFUSED')])
    expect(isServerGone(new HearsayError('It is away.', 'server-unreachable', { cause: refused }))).toBe(true)
  })

  it.each(['23505', '22P02', '28P01', '3D000', '53100'])('does not wait for %s to pass', code => {
    expect(isServerGone(coded(code))).toBe(false)
  })
})

describe('withPatience', () => {
  it('tries again until the server is back, and says so once each', async () => {
    const told: string[] = []
    let attempts = 0
    const patience = { signal: never, onGone: () => told.push('gone'), onBack: () => told.push('back') }
    const result = await withPatience(patience, async () => {
      attempts += 1
      if (attempts < 3) throw coded('ECONNREFUSED')
      return 'done'
    })
    expect([result, attempts, told]).toEqual(['done', 3, ['gone', 'back']])
  })

  it('begins again when another transaction was in the way, which is no outage', async () => {
    let attempts = 0
    const told: string[] = []
    const patience = { signal: never, onGone: () => told.push('gone'), onBack: () => told.push('back') }
    await withPatience(patience, async () => {
      attempts += 1
      if (attempts === 1) throw coded('40P01')
    })
    expect([attempts, told]).toEqual([2, []])
  })

  it('throws anything else at once, and everything once it was interrupted', async () => {
    await expect(withPatience({ signal: never }, () => Promise.reject(coded('23505')))).rejects.toThrow('failed')
    const signal = AbortSignal.abort()
    await expect(withPatience({ signal }, () => Promise.reject(coded('ECONNREFUSED')))).rejects.toThrow('failed')
  })
})
