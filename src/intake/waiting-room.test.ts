import { expect, it } from 'vitest'
import type { Progress, Submission } from './submission.ts'
import { WaitingRoom } from './waiting-room.ts'

const read: Progress = { stage: 'read', trouble: null }

function submissionOf(id: string, bytes = 10, progress: Progress = read): Submission {
  const given = [{ uri: `given:now/${id}.txt`, bytes: new Uint8Array(bytes) }]
  return { id, given, byHand: {}, choices: { whole: false, anyLanguage: false }, outcomes: [], cut: null, progress }
}

function roomAt(limits: Partial<{ submissions: number; bytes: number; milliseconds: number }>) {
  const clock = { now: 0 }
  const room = new WaitingRoom({ submissions: 3, bytes: 100, milliseconds: 1_000, ...limits }, () => clock.now)
  return { clock, room, ids: () => room.all().map(({ id }) => id) }
}

it('makes room by what nobody has looked at for longest', () => {
  const { clock, room, ids } = roomAt({})
  for (const id of ['a', 'b', 'c']) {
    clock.now += 1
    room.put(submissionOf(id))
  }
  clock.now += 1
  room.get('a')
  room.put(submissionOf('d'))
  expect(ids()).toEqual(['a', 'c', 'd'])
  room.put(submissionOf('e', 95))
  expect(ids()).toEqual(['e'])
})

it('never gives up what is being kept, and refuses what has no room beside it', () => {
  const { room, clock, ids } = roomAt({ submissions: 1 })
  room.put(submissionOf('kept', 10, { stage: 'analysing', done: 0, of: 1 }))
  expect(() => room.put(submissionOf('other'))).toThrow('Too much waits to be kept at the moment')
  clock.now += 5_000
  expect(ids()).toEqual(['kept'])
  expect(room.get('kept')).not.toBeNull()
  expect(() => roomAt({}).room.put(submissionOf('huge', 101))).toThrow('give less at once')
})

it('forgets what has waited too long', () => {
  const { room, clock } = roomAt({})
  room.put(submissionOf('a'))
  clock.now += 1_001
  expect(room.get('a')).toBeNull()
})
