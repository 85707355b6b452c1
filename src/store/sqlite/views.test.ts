import { expect, it } from 'vitest'
import { VIEWS } from './views.ts'

it.each(Object.entries(VIEWS))('%s can be read by SQLite 3.37', (_, select) => {
  expect(select).not.toMatch(/group_concat\([^)]*ORDER BY/)
  expect(select).not.toMatch(/\b(?:string_agg|concat_ws|iif|timediff|octet_length)\(/)
})
