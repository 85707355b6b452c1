import { z } from 'zod'
import { type Explanation, explainClaim } from '../../../audit/explain.ts'
import type { ArticleRecord } from '../../../domain/record.ts'
import { placeOfWords } from '../../../domain/text/unclaimed-words.ts'
import { type ExportedClaim, toExportedClaim } from '../../../export/exported-claim.ts'
import type { AnsweredAccusation } from '../../../store/queries/across/replies.ts'
import { findArticleRow } from '../../../store/queries/articles/article-rows.ts'
import { type Correction, findCorrections } from '../../../store/queries/corrections/corrections.ts'
import { resolveClaim } from '../../../store/queries/references/resolve-claim.ts'
import { findClaimsOfArticles } from '../../../store/queries/stream-claims.ts'
import type { StoreDatabase } from '../../../store/schema.ts'
import { defineRoute, type Frozen } from '../api-route.ts'
import { CLAIM } from '../schemas/claim.ts'
import { CORRECTION, EXPLANATION, type REPLY } from '../schemas/explanation.ts'
import { reference } from '../schemas/paging.ts'

export const CLAIM_PATH = z.strictObject({ claim: reference('claim') })

export const getClaim = defineRoute({
  id: 'getClaim',
  method: 'get',
  at: '/claims/{claim}',
  summary: 'Get a claim',
  path: CLAIM_PATH,
  query: z.strictObject({}),
  body: null,
  answer: { status: 200, name: 'Claim', schema: CLAIM, description: 'The claim, as it stands corrected.' },
  problems: [404],
  async answerTo({ site }, { path }) {
    return await readClaim(site.database, path.claim)
  },
})

export const explainOneClaim = defineRoute({
  id: 'explainClaim',
  method: 'get',
  at: '/claims/{claim}/explanation',
  summary: 'Say where a claim comes from and why it is one',
  path: CLAIM_PATH,
  query: z.strictObject({}),
  body: null,
  answer: { status: 200, name: 'Explanation', schema: EXPLANATION, description: 'All that is known of the claim.' },
  problems: [404],
  async answerTo({ site }, { path }) {
    const claim = await readClaim(site.database, path.claim)
    return toExplanation(claim, await explainClaim(site.database, claim.id))
  },
})

export const getCorrections = defineRoute({
  id: 'getCorrections',
  method: 'get',
  at: '/claims/{claim}/corrections',
  summary: 'Get what people said of a claim',
  path: CLAIM_PATH,
  query: z.strictObject({}),
  body: null,
  answer: {
    status: 200,
    name: 'Corrections',
    schema: z.object({ items: z.array(CORRECTION) }).meta({ description: 'The ledger of one claim, oldest first.' }),
    description: 'The ledger of the claim.',
  },
  problems: [404],
  async answerTo({ site }, { path }) {
    const { id } = await resolveClaim(site.database, path.claim)
    return { items: (await findCorrections(site.database, id)).map(toCorrection) }
  },
})

/**
 * A claim by its id or the beginning of it.
 *
 * @throws HearsayError (2) when there is none, or more than one
 */
export async function readClaim(database: StoreDatabase, reference: string): Promise<ExportedClaim> {
  const { id, articleId } = await resolveClaim(database, reference)
  const article = await findArticleRow(database, articleId)
  const claims = article === null ? [] : await findClaimsOfArticles(database, [article.rowid])
  const stored = claims.find(({ claim }) => claim.id === id)
  if (stored === undefined) throw new Error(`claim ${id} left the database while it was read`)
  return toExportedClaim(stored)
}

function toExplanation(claim: ExportedClaim, explanation: Explanation): Frozen<z.output<typeof EXPLANATION>> {
  const { context, spans, source, antecedents, parent, nested, rejected, corrections, stages } = explanation
  const { start, end, before, text, after } = context
  const { accuses, replies, answers } = explanation.rightOfReply
  return {
    claim,
    context: { start, end, before, text, after },
    spans: spans.map(({ role, start, end, text, agrees }) => ({ role, start, end, text, agrees })),
    evidence: explanation.claim.evidence.map(toEvidence),
    source_evidence: (source?.evidence ?? []).map(toEvidence),
    antecedents: antecedents.map(({ id, spans }) => ({
      id,
      spans: spans.map(({ start, end, text }) => ({ start, end, text })),
    })),
    parent: parent?.id ?? null,
    nested: nested.map(({ id }) => id),
    accuses,
    replies: replies.map(toReply),
    answers: answers.map(toReply),
    rejected: rejected.map(({ start, end, text, stage, rule, reason }) => ({ start, end, text, stage, rule, reason })),
    corrections: corrections.map(toCorrection),
    stages: stages.map(({ name, version, engine, model, run }) => ({
      name,
      version,
      engine: engine ?? null,
      model: model ?? null,
      run: run.id,
    })),
  }
}

/** Words that are no claim's have a place in their article, and no page of their own. */
export function toReply(one: AnsweredAccusation): Frozen<z.output<typeof REPLY>> {
  return { ...one, accusation_place: toPlace(one.accusation_id), reply_place: toPlace(one.reply_id) }
}

function toPlace(id: string) {
  const place = placeOfWords(id)
  return place === null ? null : { article: place.articleId, start: place.start, end: place.end }
}

function toEvidence({ stage, version, rule, detail }: ArticleRecord['claims'][number]['evidence'][number]) {
  return { stage, version, rule, detail: { ...detail } as Record<string, unknown> }
}

function toCorrection(entry: Correction): Frozen<z.output<typeof CORRECTION>> {
  const { verdict, source, note, state, act, negated, quotation, naming, role, affiliation } = entry
  return {
    verdict,
    source,
    note,
    by: entry.corrected_by,
    at: entry.corrected_at,
    state,
    spans: entry.spans === null ? null : (JSON.parse(entry.spans) as z.output<typeof CORRECTION>['spans']),
    act,
    negated: negated === null ? null : negated === 1,
    quotation,
    naming,
    role,
    affiliation,
    adds: entry.adds === 1,
  }
}
