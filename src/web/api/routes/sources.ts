import { z } from 'zod'
import { HearsayError } from '../../../domain/errors.ts'
import { exportedSourceValues } from '../../../domain/source-fields.ts'
import { findDescriptions, findRowidsRestingOn, findSource } from '../../../store/queries/sources/source-profile.ts'
import type { StoreDatabase } from '../../../store/schema.ts'
import type { ClaimIndex } from '../../claim-index/claim-index.ts'
import { NONE } from '../../claim-index/loading/load-sources.ts'
import { countEntities, profileEntity } from '../../claim-index/profile.ts'
import { defineRoute, type Frozen } from '../api-route.ts'
import { toPage } from '../links.ts'
import { id, limit, offset, pageOf, words } from '../schemas/paging.ts'
import { NAMED_SOURCE, SOURCE } from '../schemas/source.ts'

export const listSources = defineRoute({
  id: 'listSources',
  method: 'get',
  at: '/sources',
  summary: 'List named sources, those who are cited most first',
  path: z.strictObject({}),
  query: z.strictObject({ q: words('Words of the name.').optional(), limit, offset }),
  body: null,
  answer: {
    status: 200,
    name: 'SourcePage',
    schema: pageOf(NAMED_SOURCE, 'Named sources, most claims first.'),
    description: 'One page of named sources.',
  },
  problems: [],
  async answerTo({ site }, { query, url }) {
    const entities = countEntities(await site.index.get(), query.q)
    const end = query.offset + query.limit
    return toPage(
      url,
      entities.length,
      entities.slice(query.offset, end).map(({ id, name, claims, articles }) => ({ id, name, claims, articles })),
      end < entities.length ? { offset: end } : null,
    )
  },
})

export const getSource = defineRoute({
  id: 'getSource',
  method: 'get',
  at: '/sources/{source}',
  summary: 'Get a named source, or the source of one article',
  path: z.strictObject({
    source: id('Its whole id.'),
  }),
  query: z.strictObject({}),
  body: null,
  answer: { status: 200, name: 'Source', schema: SOURCE, description: 'Who it is, and how much it says.' },
  problems: [404],
  async answerTo({ site }, { path }) {
    const index = await site.index.get()
    const entity = index.entityOf(path.source)
    return entity === NONE
      ? await readUnnamed(site.database, path.source)
      : await readNamed(site.database, index, entity)
  },
})

async function readNamed(
  database: StoreDatabase,
  index: ClaimIndex,
  entity: number,
): Promise<Frozen<z.output<typeof SOURCE>>> {
  const { id, name, rowid } = index.sources.entities[entity] as ClaimIndex['sources']['entities'][number]
  const profile = profileEntity(index, entity, 0)
  const { roles, affiliations } = await findDescriptions(database, rowid)
  return {
    naming: 'named',
    id,
    name,
    claims: profile.claims,
    articles: profile.articles.size,
    undated: profile.undated,
    months: profile.months.map(({ value, claims }) => ({ month: value, claims })),
    wordings: profile.wordings.map(({ words, claims }) => ({ words, claims })),
    roles: roles,
    affiliations: affiliations,
  }
}

async function readUnnamed(database: StoreDatabase, id: string): Promise<Frozen<z.output<typeof SOURCE>>> {
  const source = await findSource(database, id)
  // Who has a name is found by the entity alone: the words of one article are no source of their own.
  if (source === null || source.naming === 'named')
    throw new HearsayError(`No source is known as "${id}"; GET /api/v1/sources lists them.`, 'source-not-found')
  const { name: _, ...described } = exportedSourceValues(source)
  return {
    naming: source.naming,
    id: source.id,
    text: source.source,
    kind: source.kind,
    article: source.article_id,
    claims: (await findRowidsRestingOn(database, id)).length,
    ...described,
  }
}
