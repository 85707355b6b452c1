import { expect, it } from 'vitest'
import { isPostgres, nameOfDatabase } from './database-name.ts'

it.each([
  ['postgres://ann@db.example/news', true],
  ['postgresql:///news', true],
  ['PostgreSQL://db/news', true],
  ['out/hearsay.db', false],
  ['postgres.db', false],
  ['file:postgres://x', false],
])('%s: on a server %s', (db, expected) => {
  expect(isPostgres(db)).toBe(expected)
})

it.each([
  ['out/a:b@c.db', 'out/a:b@c.db'],
  ['postgres://ann:secret@db.example:5433/news', 'postgres://ann@db.example:5433/news'],
  ['postgres://ann:se%2Fcr%40t@db.example/news?sslmode=require', 'postgres://ann@db.example/news?sslmode=require'],
  ['postgres://db.example/news?user=ann&password=secret', 'postgres://db.example/news?user=ann'],
  ['postgres://ann:secret@db.example:port/news', 'postgres://ann@db.example:port/news'],
  ['postgres://ann:se/cr@et@db.example:port/news?password=secret', 'postgres://ann@db.example:port/news'],
])('%s is called %s', (db, expected) => {
  expect(nameOfDatabase(db)).toBe(expected)
})
