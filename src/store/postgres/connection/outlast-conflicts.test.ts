import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { HearsayError } from '../../../domain/errors.ts'
import { outlastConflicts } from './outlast-conflicts.ts'

const coded = (code: string) => Object.assign(new pg.DatabaseError('failed', 6, 'error'), { code })

describe('outlastConflicts', () => {
  it.each(['40001', '40P01', '55P03', '57014'])(
    'does again what %s ended, also when it was put into words',
    async code => {
      let attempts = 0
      const result = await outlastConflicts(async () => {
        attempts += 1
        if (attempts === 1) throw coded(code)
        if (attempts === 2) throw new HearsayError('It is locked.', 'database-locked', { cause: coded(code) })
        return 'done'
      })
      expect([result, attempts]).toEqual(['done', 3])
    },
  )

  it('gives up when its patience is over, or when it is interrupted', async () => {
    let attempts = 0
    const fail = () => {
      attempts += 1
      return Promise.reject(coded('55P03'))
    }
    await expect(outlastConflicts(fail, { patience: 0 })).rejects.toThrow('failed')
    await expect(outlastConflicts(fail, { signal: AbortSignal.abort() })).rejects.toThrow('failed')
    expect(attempts).toBe(2)
  })

  it('throws anything else at once', async () => {
    await expect(outlastConflicts(() => Promise.reject(coded('23505')))).rejects.toThrow('failed')
  })
})
