import type { ArticleRecord, VoiceRecord } from '../../src/domain/record.ts'
import { hashVoice } from '../../src/domain/record-id.ts'
import { appendVoiceCorrections, undoVoiceCorrection } from '../../src/store/correcting/correct-voices.ts'
import { addClaim, appendCorrections, openStore, splitClaim, undoCorrection } from '../../src/store/open-store.ts'
import type { ArticleInput, Batch, DeadLetter } from '../../src/store/store.ts'
import { buildArticle, buildArticleRecord, spanOf } from './article-record.ts'
import { withVoices } from './article-voices.ts'
import { failedAlike, skippedAlike } from './failed-alike.ts'
import { CONFIGURATION, NO_COUNTS, placeSaying } from './stored-database.ts'
import { makeVariety } from './variety.ts'

/** Fills a database with something in every table, in two runs: both times the same but for the clock. */
export async function fillSealed(db: string): Promise<void> {
  const [talks, sums] = makeVariety().map(withNames) as [ArticleRecord, ArticleRecord]
  const rents = buildArticleRecord('Ms Roy said that rents rose.', [
    { source: 'Ms Roy', cue: 'said', content: 'that rents rose' },
  ])
  await runOnce(db, [
    { records: [talks], dead: [hanging(), failedAlike('wire.jsonl', 5)], skipped: [skippedAlike('wire.jsonl', 3, 9)] },
    { records: [sums], dead: [unreadable()], skipped: [], inputs: [placed(sums.article, 'a.html')] },
  ])
  await appendCorrections(db, [talks.claims[0]?.id ?? ''], {
    verdict: 'rejected',
    source: null,
    note: 'no claim',
    correctedBy: 'Ann',
  })
  await correctVoices(db, talks, sums)
  await runOnce(db, [
    {
      records: [rents],
      dead: [],
      skipped: [{ uri: 'empty.txt', reason: 'empty file' }],
      inputs: [placed(rents.article, 'b.html'), placed(sums.article, 'a.html'), placed(sums.article, 'c.html')],
    },
  ])
  await appendCorrections(db, [talks.claims[1]?.id ?? ''], {
    verdict: 'accepted',
    source: 'Paul Osei',
    note: null,
    correctedBy: 'Bo',
  })
  await appendVoiceCorrections(db, [talks.voices[0]?.id ?? ''], { correctedBy: null, gender: 'man' })
  await correctInFull(db, sums.article.id, rents.claims[0]?.id ?? '')
}

/** Something in every column of the ledger of voices. */
async function correctVoices(db: string, talks: ArticleRecord, sums: ArticleRecord): Promise<void> {
  const by = { note: 'asked', correctedBy: 'Ann' }
  const [one = '', other = ''] = [talks, sums].map(({ voices }) => voices.find(isPerson)?.id)
  await appendVoiceCorrections(db, [one], {
    ...{ ...by, gender: 'nonbinary', sourceType: 'law', function: 'witness', role: 'judge', affiliation: '' },
    sameAs: other,
  })
  await appendVoiceCorrections(db, [other], { ...by, apartFrom: one })
  await undoVoiceCorrection(db, other, by)
}

function isPerson({ kind, name }: VoiceRecord): boolean {
  return kind === 'person' && name !== null
}

/** Something in every column of the ledger, and the last claim with spans of its own. */
async function correctInFull(db: string, addedTo: string, claimId: string): Promise<void> {
  const by = { note: 'in full', correctedBy: 'Cy' }
  await splitClaim(db, claimId, [20], by)
  await undoCorrection(db, claimId, by)
  await addClaim(db, addedTo, { verdict: null, source: null, ...by, spans: { cue: [{ start: 0, end: 2 }] } })
  await appendCorrections(db, [claimId], {
    ...{ verdict: null, source: 'Ms Roy', ...by, act: 'denial', negated: true, quotation: 'mixed', naming: 'named' },
    ...{ role: 'writer', affiliation: 'the union' },
    spans: {
      source: [{ start: 0, end: 6 }],
      cue: [{ start: 7, end: 11 }],
      content: [
        { start: 12, end: 16 },
        { start: 17, end: 22 },
      ],
      addressee: [{ start: 23, end: 26 }],
    },
  })
}

/** With an entity that a source and a mention refer to, references of every other kind, and a candidate. */
function withNames(record: ArticleRecord): ArticleRecord {
  const { text } = record.article
  const entity = { id: `entity of ${record.article.id}`, name: 'Ms Roy', kind: 'person' as const }
  const [first, second = first] = record.sources
  const [claim, other = claim] = record.claims
  if (first === undefined || second === undefined || claim === undefined || other === undefined)
    throw new Error('it has sources and claims')
  const name = spanOf(text, text.slice(2, 5))
  const said = { value: text.slice(3, 6), span: spanOf(text, text.slice(3, 6)) }
  const voice: Partial<VoiceRecord> = {
    ...{ role: said, affiliation: said, entityId: entity.id, chain: 1 },
    ...{ gender: { value: 'woman', confidence: 0.9 }, type: { value: 'media', confidence: 0.5 } },
    function: { value: 'expert', confidence: 0.25 },
    evidence: [
      { field: 'gender', value: 'woman', span: said.span, rule: 'pronoun', reason: 'she' },
      { field: 'gender', value: 'man', span: null, rule: 'first-name', reason: 'a list of names' },
    ],
  }
  const named: ArticleRecord = {
    ...record,
    entities: [entity],
    sources: record.sources.map(source =>
      source === first ? { ...source, entityId: entity.id, antecedentId: second.id, rank: null } : source,
    ),
    claims: record.claims.map(one =>
      one === claim
        ? { ...one, parentId: other.id, citedId: second.id, relayedById: second.id, corroboratedById: other.id }
        : one,
    ),
    mentions: [
      { ...spanOf(text, text.slice(0, 5)), type: 'person', name, chain: 1, entityId: entity.id },
      { ...spanOf(text, text.slice(3, 6)), type: 'place', name: null, chain: null, entityId: null },
    ],
    candidates: [{ ...spanOf(text, text.slice(4, 8)), stage: 'attributions', rule: 'verb', reason: 'no content' }],
  }
  const id = hashVoice(record.article.id, first.spans[0] ?? name, true)
  return withVoices(named, { [first.name?.value ?? first.spans.map(({ text }) => text).join(' … ')]: { ...voice, id } })
}

function placed(article: Parameters<typeof placeSaying>[0], location: string): ArticleInput {
  return placeSaying(article, location, `Said in ${location}`, ['More on this', 'Comments'])
}

function hanging(): DeadLetter {
  const article = buildArticle('An article that hangs.', { uri: 'news/hangs.txt' })
  const subject = { articleId: article.id, uri: article.uri, stage: 'claims', stageVersion: 1 }
  return { ...subject, kind: 'timeout', error: 'took longer than 10 seconds', article }
}

function unreadable(): DeadLetter {
  const subject = { articleId: null, uri: 'news/binary.txt', stage: 'read', stageVersion: 1, article: null }
  return { ...subject, kind: 'not-text', error: 'holds control characters' }
}

async function runOnce(db: string, batches: readonly Batch[]): Promise<void> {
  const store = await openStore(db)
  try {
    const run = await store.startRun(CONFIGURATION)
    for (const batch of batches) await store.write(run, batch)
    // Neither finished nor failed by its counts, which are not what this is about.
    await store.endRun(run, 'failed', NO_COUNTS, 'ended by hand')
  } finally {
    await store.close()
  }
}
