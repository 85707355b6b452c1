import { describe, expect, it } from 'vitest'
import { ANALYSIS_FEATURES, ANALYSIS_SIZE } from './analysis-feature-names.ts'
import type { RoleWords } from './analysis-words.ts'
import { type NeighbouringCue, relateCues } from './neighbours.ts'

function cueAt(trigger: number, score: number, ...words: RoleWords[]): NeighbouringCue {
  return { trigger, score, words, rows: new Float32Array(words.length * ANALYSIS_SIZE) }
}

function featureOf(cue: NeighbouringCue, analysis: number, name: (typeof ANALYSIS_FEATURES)[number]): number {
  return cue.rows[analysis * ANALYSIS_SIZE + ANALYSIS_FEATURES.indexOf(name)] as number
}

describe('relateCues', () => {
  const inner = cueAt(5, 2, { source: [4], cue: [5], content: [6, 7, 8] })
  const outer = cueAt(
    2,
    3,
    { source: [1], cue: [2], content: [3, 4, 5, 6, 7, 8] },
    { source: [1], cue: [2], content: [3, 4, 5] },
    { source: [1], cue: [2], content: [3] },
  )
  relateCues([outer, inner])

  it('tells content that holds a likely cue whole from content that cuts it', () => {
    expect([0, 1, 2].map(a => featureOf(outer, a, 'likely cue whole in content'))).toEqual([2, -9, -9])
    expect([0, 1, 2].map(a => featureOf(outer, a, 'likely cue cut by content'))).toEqual([-9, 2, -9])
  })

  it('passes unlikely cues over', () => {
    const doubtful = cueAt(5, -2, { source: [4], cue: [5], content: [6, 7, 8] })
    const alone = cueAt(2, 3, { source: [1], cue: [2], content: [3, 4, 5, 6, 7, 8] })
    relateCues([alone, doubtful])
    expect(featureOf(alone, 0, 'likely cue whole in content')).toBe(-9)
    expect(featureOf(doubtful, 0, 'likely cue with the same content')).toBe(3)
  })
})
