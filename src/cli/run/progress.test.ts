import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { surroundingsOfProcess } from '../surroundings.ts'
import { Progress } from './progress.ts'

const counts = { inputs: 2, done: 1, unchanged: 0, skipped: 0, dead: 1, claims: 5 }
const NO_BAR = '\r\u001b[2K'

/** What is written when `counts` are shown at these seconds, with one more input each time. */
function showAt(times: readonly number[], { isTTY = true, total = 400 as number | null, columns = 120 } = {}): string {
  const standardError = Object.assign(new PassThrough(), { isTTY, columns })
  let now = 0
  const progress = new Progress(
    { ...surroundingsOfProcess(), standardError },
    () => total,
    () => now * 1000,
  )
  times.forEach((time, index) => {
    now = time
    progress.show({ ...counts, inputs: (index + 1) * 100 })
  })
  progress.end()
  progress.show(counts)
  return String(standardError.read() ?? '')
}

describe('on a terminal', () => {
  it('shows a bar, the rate and the time left, and takes it away at the end', () => {
    const shown = showAt([5, 10])
    expect(shown).toBe(
      `${NO_BAR}${'█'.repeat(8)}${'░'.repeat(22)}  100 of 400 inputs  20 a second  15 s left  5 claims  1 failed` +
        `${NO_BAR}${'█'.repeat(15)}${'░'.repeat(15)}  200 of 400 inputs  20 a second  10 s left  5 claims  1 failed${NO_BAR}`,
    )
  })

  it('shows the rate alone where nobody knows how many there will be, or there are more than were counted', () => {
    for (const total of [null, 50]) {
      expect(showAt([50], { total })).toBe(`${NO_BAR}100 inputs  2.0 a second  5 claims  1 failed${NO_BAR}`)
    }
  })

  it('tells long times in minutes and hours', () => {
    expect(showAt([5], { total: 10_000 })).toContain('9 min left')
    expect(showAt([100], { total: 10_000 })).toContain('2 h 45 min left')
  })

  it('draws no more often than the eye follows, and never wider than the terminal', () => {
    const shown = showAt([1, 1.05, 1.09], { columns: 40 })
    expect(shown.split(NO_BAR).map(({ length }) => length)).toEqual([0, 39, 0])
  })
})

describe('anywhere else', () => {
  it('says nothing of a short run', () => {
    expect(showAt([1, 10, 29], { isTTY: false })).toBe('')
  })

  it('writes a plain line every half minute', () => {
    expect(showAt([20, 40, 60, 80], { isTTY: false, total: 1000 })).toBe(
      '200 of 1000 inputs, 5.0 a second, 3 min left, 5 claims, 1 failed.\n' +
        '400 of 1000 inputs, 5.0 a second, 2 min left, 5 claims, 1 failed.\n',
    )
  })
})
