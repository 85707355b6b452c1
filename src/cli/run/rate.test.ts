import { expect, it } from 'vitest'
import { Rate } from './rate.ts'

it('tells nothing before it has two counts at two times', () => {
  const rate = new Rate()
  expect([rate.perSecond, rate.secondsTo(10)]).toEqual([null, null])
  rate.add(5, 1000)
  rate.add(6, 1000)
  expect([rate.perSecond, rate.secondsTo(10)]).toEqual([null, null])
})

it('counts by the second and tells how long the rest takes', () => {
  const rate = new Rate()
  rate.add(0, 0)
  rate.add(100, 2000)
  expect(rate.perSecond).toBe(50)
  expect(rate.secondsTo(400)).toBe(6)
  expect(rate.secondsTo(40)).toBe(0)
})

it('forgets how fast it was more than half a minute ago', () => {
  const rate = new Rate()
  for (let second = 0; second <= 100; second += 1)
    rate.add(second < 40 ? second * 1000 : 40_000 + second, second * 1000)
  expect(rate.perSecond).toBe(1)
})

it('tells no end while nothing moves', () => {
  const rate = new Rate()
  rate.add(5, 0)
  rate.add(5, 1000)
  expect([rate.perSecond, rate.secondsTo(10)]).toEqual([0, null])
})
