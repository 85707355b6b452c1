import { z } from 'zod'
import { GENDERS, SOURCE_TYPES, VOICE_FUNCTIONS } from '../../../domain/voice-labels.ts'
import { findClaimRowid } from '../../../store/queries/claims/claims-by-rowid.ts'
import { resolveArticle } from '../../../store/queries/references/resolve-article.ts'
import { findRowid } from '../../../store/queries/references/rowids.ts'
import { askVoices } from '../../audit/voices/voices-request.ts'
import type { ClaimIndex } from '../../claim-index/claim-index.ts'
import { rankOfClaim } from '../../claim-index/claim-index.ts'
import type { ClaimSet } from '../../claim-index/claim-set.ts'
import { selectClaims } from '../../claim-index/select-claims.ts'
import { requirePeriods } from '../../period.ts'
import type { Site } from '../../site.ts'
import { defineRoute } from '../api-route.ts'
import { refuseCursor, toPage } from '../links.ts'
import { versions } from '../schemas/audit.ts'
import { CLAIM, label } from '../schemas/claim.ts'
import { after, day, id, limit, pageOf, reference, words } from '../schemas/paging.ts'
import { claimRange, narrow, readClaimsAt } from '../select-claims.ts'

const MOST_VALUES = 20
const some = <Value extends z.ZodType>(value: Value) => z.array(value).min(1).max(MOST_VALUES).optional()

const QUERY = z.strictObject({
  q: words('Words of the content: all must occur; "several words" together, word* by its beginning.').optional(),
  by: words('Words in the source as the text has it, or in its resolved name.').optional(),
  source: some(id('Id of a named source.')).describe('Ids of named sources; of several, any may be it.'),
  naming: some(label.naming),
  act: some(label.act),
  quotation: some(label.quotation),
  publisher: some(z.string().min(1).max(200)),
  gender: some(z.enum(GENDERS)).describe('Of the source, as the text gives it.'),
  type: some(z.enum(SOURCE_TYPES)).describe('Source type, by the Global Media Monitoring Project.'),
  function: some(z.enum(VOICE_FUNCTIONS)).describe('What the source is in its article for.'),
  speaker: id('Id of a person, as GET /people has it: what they say in all articles.').optional(),
  versions: versions.describe(
    'Where something is asked of the source: whether only its claims in the newest version of an article are meant, or in every text.',
  ),
  cue: words('Lemma of the cue: say, tell, according to.').optional(),
  article: reference('article').optional(),
  since: day('First day of publication; articles without a date are left out.'),
  until: day('Last day of publication.'),
  attitudes: z.boolean().default(false).describe('Belief, intention and feeling too, as act asks for them by name.'),
  rejected: z.boolean().default(false).describe('Those that corrections rejected instead of those that stand.'),
  limit,
  after: after('claim'),
})

type Query = z.output<typeof QUERY>

export const listClaims = defineRoute({
  id: 'listClaims',
  method: 'get',
  at: '/claims',
  summary: 'List claims, newest article first',
  description: 'Every condition that is given must hold, and of the values of one any may.',
  path: z.strictObject({}),
  query: QUERY,
  body: null,
  answer: {
    status: 200,
    name: 'ClaimPage',
    schema: pageOf(CLAIM, 'Claims in the order of their articles, newest first, and then of the text.'),
    description: 'One page of claims.',
  },
  problems: [404],
  async answerTo({ site }, { query, url }) {
    const index = await site.index.get()
    const { act, attitudes, rejected, by, source, naming, quotation, publisher, since, until } = query
    requirePeriods({ since, until })
    const given = { by, source, naming, quotation, publisher, since, until }
    const voices = await voicesOf(site, index, query)
    const selection = {
      ...(voices === undefined ? {} : { voices }),
      ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
      attitudes,
      ...(act === undefined ? {} : { act }),
      rejected,
    }
    const found = await find(site, index, query)
    const rank = await rankAfter(site, index, query.after)
    const { total, before, ranks } = selectClaims(index, selection, found, { size: query.limit, after: rank })
    const items = await readClaimsAt(site, index, ranks)
    const last = items.at(-1)
    const hasMore = before + ranks.length < total && last !== undefined
    return toPage(url, total, items, hasMore ? { after: last.id } : null)
  },
})

/** The voices whose claims are wanted; undefined where nothing is said of voices. */
async function voicesOf(
  site: Site,
  index: ClaimIndex,
  { gender, type, function: functions, speaker, versions }: Query,
) {
  const given = Object.entries({ gender, type, function: functions, speaker }).filter(
    ([, value]) => value !== undefined,
  )
  return given.length === 0
    ? undefined
    : await askVoices(site, index, {
        articles: { none: [], ...(versions === 'all' ? { versions } : {}) },
        filter: Object.fromEntries(given),
      })
}

/** Claims by what the index has no column of a condition for; null where none such is given. */
async function find(site: Site, index: ClaimIndex, { q, cue, article }: Query): Promise<ClaimSet | null> {
  let found = q === undefined ? null : await site.index.search(index, q)
  if (cue !== undefined) {
    const number = index.claims.lemmas.indexOf(cue.toLowerCase())
    found = narrow(index, found, [0, index.claims.length], rank => index.claims.lemma[rank] === number)
  }
  if (article !== undefined) found = narrow(index, found, await rangeOf(site, index, article), () => true)
  return found
}

async function rangeOf(site: Site, index: ClaimIndex, article: string): Promise<readonly [number, number]> {
  const id = await resolveArticle(site.database, article)
  const rowid = await findRowid(site.database, 'article', id)
  const rank = rowid === null ? -1 : index.articles.rankOf(rowid)
  return rank < 0 ? [0, 0] : claimRange(index, rank)
}

/** @throws HearsayError (2) when the claim is no more: whoever follows links would begin anew and never end. */
async function rankAfter(site: Site, index: ClaimIndex, id: string | undefined): Promise<number | undefined> {
  if (id === undefined) return undefined
  const rank = rankOfClaim(index, await findClaimRowid(site.database, id))
  return rank ?? refuseCursor('claim', id)
}
