import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { Progress } from './progress.ts'
import { surroundingsOfProcess } from './surroundings.ts'

const inputs = Array.from({ length: 4 }, (_, index) => ({ kind: 'file', uri: `${index}`, path: `${index}` }) as const)
const counts = { inputs: 2, done: 1, unchanged: 0, skipped: 0, dead: 1, claims: 5 }

function showOn(isTTY: boolean): string {
  const standardError = Object.assign(new PassThrough(), { isTTY })
  const progress = Progress.start({ ...surroundingsOfProcess(), standardError }, inputs)
  progress?.show(counts)
  progress?.end()
  progress?.show(counts)
  return String(standardError.read() ?? '')
}

describe('Progress', () => {
  it('shows a bar on a terminal, and takes it away at the end', () => {
    const shown = showOn(true)
    expect(shown).toContain(`${'█'.repeat(15)}${'░'.repeat(15)}  2 of 4  5 claims  1 failed`)
    expect(shown.endsWith('\r\u001b[2K')).toBe(true)
  })

  it('shows nothing anywhere else', () => {
    expect(showOn(false)).toBe('')
  })
})
