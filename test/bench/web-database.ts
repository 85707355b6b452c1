import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import type { ArticleRecord, ClaimRecord, EntityRecord, SourceRecord, VoiceRecord } from '../../src/domain/record.ts'
import { hashClaim, hashSource, hashVoice } from '../../src/domain/record-id.ts'
import { createPipeline } from '../../src/run/create-pipeline.ts'
import { SqliteStore } from '../../src/store/sqlite/sqlite-store.ts'
import type { DeadLetter } from '../../src/store/store.ts'

const CORPUS = join(import.meta.dirname, '../../corpus')
const BATCH = 1_000
const DEAD_LETTERS = 2_000
const PUBLISHERS = 60
/** So many people bear each name of the corpus, so that there are as many sources as a newsroom's archive has. */
const NAMESAKES = 60
const FIRST_DAY = Date.UTC(2012, 0, 1)
const DAYS = 5_400

export interface WebDatabaseSize {
  readonly articles: number
  readonly claims: number
}

/**
 * Fills a database with articles put together from paragraphs of corpus/, as the pipeline reads them: each text is
 * analysed once and stored many times, under different ids, publishers, days and names. Always the same rows.
 */
export async function makeWebDatabase(path: string, articles: number, claimsEach: number): Promise<WebDatabaseSize> {
  const models = await analyseModels(claimsEach)
  const store = SqliteStore.open(path)
  const run = store.startRun({
    hearsay: 'bench',
    node: process.version,
    libraries: {},
    stages: models[0]?.stages ?? [],
    options: {},
  })
  let claims = 0
  for (let from = 0; from < articles; from += BATCH) {
    const records: ArticleRecord[] = []
    for (let index = from; index < Math.min(articles, from + BATCH); index++) {
      const record = recast(models[index % models.length] as ArticleRecord, index)
      claims += record.claims.length
      records.push(record)
    }
    const dead = from === 0 ? Array.from({ length: DEAD_LETTERS }, (_, index) => toDeadLetter(index)) : []
    store.write(run, { records, dead, skipped: [] })
  }
  const inputs = articles + DEAD_LETTERS
  store.endRun(run, 'finished', { inputs, done: articles, unchanged: 0, skipped: 0, dead: DEAD_LETTERS, claims })
  store.close()
  return { articles, claims }
}

/** Articles with about `claimsEach` claims: paragraphs of two sample articles by turns, until they hold enough. */
async function analyseModels(claimsEach: number): Promise<ArticleRecord[]> {
  const pipeline = await createPipeline({ engine: 'linear' })
  const corpus = readdirSync(CORPUS)
    .filter(name => name.endsWith('.txt'))
    .toSorted()
    .map(name => readFileSync(join(CORPUS, name), 'utf8').split(/[\r\n]+/))
  const models: ArticleRecord[] = []
  for (const [index, first] of corpus.entries()) {
    for (const step of [1, 5, 11]) {
      const second = corpus[(index + step) % corpus.length] as string[]
      const paragraphs = first
        .flatMap((paragraph, place) => [paragraph, second[place] ?? ''])
        .filter(text => text !== '')
      let record = await pipeline.analyse(paragraphs.slice(0, 2).join('\n\n'))
      for (let count = 3; record.claims.length < claimsEach && count <= paragraphs.length; count++)
        record = await pipeline.analyse(paragraphs.slice(0, count).join('\n\n'))
      models.push(record)
    }
  }
  return models
}

function recast(model: ArticleRecord, index: number): ArticleRecord {
  const text = `${model.article.text}\n\nReport ${index + 1}.`
  const id = sha256(text)
  const sourceIds = new Map(model.sources.map(source => [source.id, hashSource(id, source.spans)]))
  const claimIds = new Map(model.claims.map(claim => [claim.id, hashSpans(id, claim)]))
  const entities = model.entities.map(entity => renameEntity(entity, index))
  const entityIds = new Map(model.entities.map(({ id }, place) => [id, (entities[place] as EntityRecord).id]))
  const map = (ids: ReadonlyMap<string, string>, old: string | null) => (old === null ? null : (ids.get(old) ?? null))
  const day = FIRST_DAY + ((index * 7919) % DAYS) * 86_400_000
  return {
    ...model,
    article: {
      ...model.article,
      id,
      rawSha256: id,
      uri: `archive/${String(index % 1000).padStart(3, '0')}/report-${index + 1}.txt`,
      text,
      title: `${(model.article.text.split('\n')[0] ?? '').slice(0, 80)} (${index + 1})`,
      publisher: `Publisher ${((index * 31) % PUBLISHERS) + 1}`,
      publishedAt: index % 20 === 0 ? null : new Date(day).toISOString(),
    },
    entities,
    mentions: [],
    sources: model.sources.map(
      (source): SourceRecord => ({
        ...source,
        id: sourceIds.get(source.id) as string,
        antecedentId: map(sourceIds, source.antecedentId),
        entityId: map(entityIds, source.entityId),
      }),
    ),
    voices: model.voices.map((voice): VoiceRecord => recastVoice(voice, id, index, { entityIds, claimIds, map })),
    claims: model.claims.map(
      (claim): ClaimRecord => ({
        ...claim,
        id: claimIds.get(claim.id) as string,
        sourceId: map(sourceIds, claim.sourceId),
        citedId: map(sourceIds, claim.citedId),
        relayedById: map(sourceIds, claim.relayedById),
        parentId: map(claimIds, claim.parentId),
        corroboratedById: map(claimIds, claim.corroboratedById),
      }),
    ),
  }
}

interface RecastIds {
  readonly entityIds: ReadonlyMap<string, string>
  readonly claimIds: ReadonlyMap<string, string>
  readonly map: (ids: ReadonlyMap<string, string>, old: string | null) => string | null
}

function recastVoice(
  voice: VoiceRecord,
  articleId: string,
  index: number,
  { entityIds, claimIds, map }: RecastIds,
): VoiceRecord {
  return {
    ...voice,
    id: hashVoice(articleId, voice.first, voice.name !== null),
    name: voice.name === null ? null : `${voice.name}${namesakeOf(index)}`,
    entityId: map(entityIds, voice.entityId),
    claims: voice.claims.map(({ claimId, quotedWords }) => ({
      claimId: map(claimIds, claimId) as string,
      quotedWords,
    })),
  }
}

function hashSpans(articleId: string, claim: ClaimRecord): string {
  const having = (role: string) =>
    claim.spans.filter(span => span.role === role).toSorted((a, b) => a.sequence - b.sequence)
  return hashClaim(articleId, having('cue'), having('content'))
}

/** Most articles are about few: of the namesakes the first ones come most often. */
function renameEntity(entity: EntityRecord, index: number): EntityRecord {
  const namesake = namesakeOf(index)
  if (namesake === '') return entity
  const name = `${entity.name}${namesake}`
  return { ...entity, name, id: sha256(`${entity.kind}|${name}`).slice(0, 20) }
}

/** What tells the namesake of an article from the first one. */
function namesakeOf(index: number): string {
  const namesake = Math.floor(NAMESAKES * (((index * 7) % 997) / 997) ** 3)
  return namesake === 0 ? '' : ` ${namesake + 1}`
}

function toDeadLetter(index: number): DeadLetter {
  return {
    articleId: null,
    uri: `archive/unreadable-${index + 1}.txt`,
    stage: 'read',
    stageVersion: 1,
    kind: 'not-text',
    error: 'It holds control characters as no text does.',
    article: null,
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
