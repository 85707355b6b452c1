import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { VoiceRecord } from '../../src/domain/record.ts'
import { createPipeline } from '../../src/run/create-pipeline.ts'
import { hasRuntime } from '../support/has-runtime.ts'

/** What the gold of an article says of somebody, in all its claims. */
interface GoldPerson {
  readonly article: string
  readonly name: string
  readonly roles: ReadonlySet<string>
  readonly affiliations: ReadonlySet<string>
}

/** A claim of a gold file, as far as it is read here. */
interface GoldClaim {
  readonly kind?: string
  readonly entity?: string
  readonly role?: string
  readonly affiliation?: string
}

function readPeople(file: string): GoldPerson[] {
  const { claims } = JSON.parse(readFileSync(`corpus/gold/${file}`, 'utf8')) as { claims: readonly GoldClaim[] }
  const people = claims.filter(({ kind, entity }) => kind === 'person' && entity !== undefined)
  const all = (own: readonly GoldClaim[], field: 'role' | 'affiliation') =>
    new Set(own.flatMap(claim => (claim[field] === undefined ? [] : [claim[field].toLowerCase()])))
  return [...Map.groupBy(people, ({ entity }) => entity as string)].map(([name, own]) => ({
    article: file,
    name,
    roles: all(own, 'role'),
    affiliations: all(own, 'affiliation'),
  }))
}

const engines = hasRuntime() ? (['encoder', 'linear'] as const) : (['linear'] as const)
// Floors: they rise when the figures do and never fall, but for new articles.
const FLOORS = {
  encoder: { found: 0.9, role: 0.89, affiliation: 0.69 },
  linear: { found: 0.89, role: 0.88, affiliation: 0.67 },
}

describe.each(engines)('people of corpus/, by engine %s', async engine => {
  const pipeline = await createPipeline({ engine })
  const compared: { person: GoldPerson; voice: VoiceRecord | undefined; times: number }[] = []
  for (const file of readdirSync('corpus/gold')) {
    const { voices } = await pipeline.analyse(readFileSync(`corpus/${file.replace('.json', '.txt')}`, 'utf8'))
    for (const person of readPeople(file)) {
      const own = voices.filter(({ name, kind }) => name === person.name && kind === 'person')
      compared.push({ person, voice: own[0], times: own.length })
    }
  }

  it('have one voice each', () => {
    expect(compared.filter(({ times }) => times > 1).map(({ person }) => person)).toEqual([])
    expect(compared.filter(({ times }) => times === 1).length / compared.length).toBeGreaterThanOrEqual(
      FLOORS[engine].found,
    )
  })

  it.each(['role', 'affiliation'] as const)('have the %s that the gold gives them, in the article’s words', field => {
    const told = compared.filter(({ person }) => (field === 'role' ? person.roles : person.affiliations).size > 0)
    const wrong = told.flatMap(({ person, voice }) => {
      const right = field === 'role' ? person.roles : person.affiliations
      const value = voice?.[field]?.value.toLowerCase()
      return value !== undefined && right.has(value) ? [] : [`${person.name}: ${[...right].join(', ')} ≠ ${value}`]
    })
    expect(1 - wrong.length / told.length, wrong.join('\n')).toBeGreaterThanOrEqual(FLOORS[engine][field])
  })
})
