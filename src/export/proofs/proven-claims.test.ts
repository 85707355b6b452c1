import { expect, it } from 'vitest'
import { readExportedClaims } from '../../../test/support/exported-claims.ts'
import { readUntilTestEnds } from '../../../test/support/stored-database.ts'
import { makeVariety, storeVariety } from '../../../test/support/variety.ts'
import { sealedRows } from '../../store/seals/sealed-article.ts'
import type { ExportedClaim } from '../exported-claim.ts'
import { compareWithProven, provenClaims } from './proven-claims.ts'

const proven = new Map(makeVariety().flatMap(record => [...provenClaims(sealedRows(record))]))

it('are what the database exports', async () => {
  const { database } = readUntilTestEnds(storeVariety())
  const exported = await readExportedClaims(database)
  expect(exported.length).toBeGreaterThan(3)
  expect([...proven.keys()].toSorted()).toEqual(exported.map(({ id }) => id).toSorted())
  for (const claim of exported) {
    const own = proven.get(claim.id)
    expect(own === undefined ? ['missing'] : compareWithProven(claim, own)).toEqual([])
  }
})

/** Of a claim that was corrected the machine's part tells what it found, wherever there is one. */
function withOther(claim: ExportedClaim, member: keyof ExportedClaim): ExportedClaim {
  const { correction } = claim
  if (correction?.machine == null || !Object.hasOwn(correction.machine, member)) return { ...claim, [member]: 'other' }
  return { ...claim, correction: { ...correction, machine: { ...correction.machine, [member]: 'other' } } }
}

it('are others as soon as anything that the machine found is another', async () => {
  const { database } = readUntilTestEnds(storeVariety())
  for (const claim of await readExportedClaims(database)) {
    const own = proven.get(claim.id)
    if (own === undefined) throw new Error('missing')
    for (const member of Object.keys(own) as (keyof typeof own)[])
      expect(compareWithProven(withOther(claim, member), own)).toEqual([member])
    expect(compareWithProven({ ...claim, note: 'more' } as typeof claim, own)).toEqual(['note'])
    if (claim.correction === null) expect(compareWithProven({ ...claim, status: 'rejected' }, own)).toEqual(['status'])
    const corrected: typeof claim = {
      ...claim,
      status: 'rejected',
      source:
        claim.source === null ? null : { ...claim.source, name: 'Wangari Otieno', naming: 'named', kind: 'person' },
      correction: {
        verdict: 'rejected',
        note: null,
        by: null,
        machine: claim.correction?.machine ?? {
          source: claim.source,
          cue: claim.cue,
          content: claim.content,
          addressee: claim.addressee,
          act: claim.act,
          negated: claim.negated,
          quotation: claim.quotation,
          naming: claim.source?.naming ?? 'unstated',
          kind: claim.source?.kind ?? null,
          name: claim.source?.name ?? null,
        },
      },
    }
    expect(compareWithProven(corrected, own)).toEqual([])
  }
})
