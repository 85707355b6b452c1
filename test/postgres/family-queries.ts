import {
  countQuotationFamilies,
  FAMILY_ORDERS,
  findFamilyOfClaim,
  findQuotationFamilies,
  readQuotationFamily,
  resolveQuotationFamily,
} from '../../src/store/queries/across/quotation-families.ts'
import type { Ask } from './twin.ts'

const FILTERS = [
  {},
  { minArticles: 2 },
  { since: '2026-02-01' },
  { speaker: 'roy' },
  { differs: 'speakers' },
  { differs: 'meaning' },
  { differs: 'negation' },
  { words: 'the' },
]

/** What is asked of the queries of quotation families. */
export const FAMILY_QUERIES: Readonly<Record<string, readonly Ask[]>> = {
  findQuotationFamilies: [
    ...FILTERS.map(
      (filter): Ask =>
        ({ database }) =>
          findQuotationFamilies(database, filter),
    ),
    ...FAMILY_ORDERS.map(
      (order): Ask =>
        ({ database }) =>
          findQuotationFamilies(database, {}, { order, offset: 1, limit: 2 }),
    ),
  ],
  countQuotationFamilies: FILTERS.map(
    (filter): Ask =>
      ({ database }) =>
        countQuotationFamilies(database, filter),
  ),
  readQuotationFamily: [
    async ({ database }) => {
      const families = await findQuotationFamilies(database)
      return await Promise.all(families.map(({ family_id }) => readQuotationFamily(database, family_id)))
    },
    ({ database }) => readQuotationFamily(database, 'nobody'),
  ],
  findFamilyOfClaim: [
    async ({ database }) => {
      const [family] = await findQuotationFamilies(database)
      return await findFamilyOfClaim(database, family?.first_claim_id ?? '')
    },
    ({ database }) => findFamilyOfClaim(database, 'nobody'),
  ],
  resolveQuotationFamily: [
    async ({ database }) => {
      const families = await findQuotationFamilies(database)
      return await Promise.all(
        families.flatMap(({ family_id, first_claim_id }) => [
          resolveQuotationFamily(database, family_id),
          resolveQuotationFamily(database, first_claim_id),
        ]),
      )
    },
  ],
}
