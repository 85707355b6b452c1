import type { CorrectedRecord } from '../../corrections/apply-corrections.ts'
import { joinContents, splitContent } from '../../corrections/join-and-split.ts'
import { completeEntry, spansOf } from '../../corrections/new-entry.ts'
import { isSaidBy, requireOneSpeaker } from '../../corrections/require-one-speaker.ts'
import { lastToUndo } from '../../corrections/stand-of.ts'
import { HearsayError } from '../../domain/errors.ts'
import type { ClaimRecord } from '../../domain/record.ts'
import { hashClaim } from '../../domain/record-id.ts'
import { findClaimsByIds } from '../queries/claims/corrected-claims.ts'
import { findFormers } from '../queries/claims/formers.ts'
import { PART_SEPARATOR } from '../queries/claims/joined-texts.ts'
import { findEntries, findEntriesOfArticle, readCorrectedRecord } from '../queries/corrected-record.ts'
import type { StoreDatabase } from '../schema.ts'
import type { CorrectionNote, JoinNote, NewCorrection } from './new-correction.ts'
import { type NewRow, type OfClaim, toNewRow } from './new-row.ts'

/*
 * Which entries of the ledger are to be added for what somebody does: all of them or, when something does not fit, none.
 * They are worked out from what stands there, and written in one transaction by the store.
 */

/** @throws HearsayError (2) when a claim is not there, or what is said does not fit */
export async function planCorrections(
  database: StoreDatabase,
  claimIds: readonly string[],
  correction: NewCorrection,
): Promise<NewRow[]> {
  requireSomething(correction)
  const formers = await findFormers(database, claimIds)
  const records = new Map<string, CorrectedRecord>()
  const rows: NewRow[] = []
  for (const id of claimIds) {
    const former = formers.get(id)
    if (former === undefined) throw goneMeanwhile(id)
    if (!isCompleted(correction)) {
      rows.push(toNewRow(former, correction, null))
      continue
    }
    const record = records.get(former.article_id) ?? (await readCorrectedRecord(database, former.article_id))
    records.set(former.article_id, record)
    rows.push(toNewRow(former, correction, completeEntry(record, claimOf(record, id), correction)))
  }
  return rows
}

/** @returns the entry that adds the claim */
export async function planAdd(database: StoreDatabase, articleId: string, correction: NewCorrection): Promise<NewRow> {
  return planAdding(await readKnownArticle(database, articleId), correction)
}

export async function planJoin(
  database: StoreDatabase,
  keptId: string,
  otherIds: readonly string[],
  { note, correctedBy, source = null }: JoinNote,
): Promise<NewRow[]> {
  const others = [...new Set(otherIds)].filter(id => id !== keptId)
  if (others.length === 0)
    throw new HearsayError(`Claim ${keptId} has to be joined with another one: name that too.`, 'argument-missing')
  const formers = await findFormers(database, [keptId, ...others])
  const former = (id: string) => {
    const found = formers.get(id)
    if (found === undefined) throw goneMeanwhile(id)
    return found
  }
  const kept = former(keptId)
  const stranger = others.find(id => former(id).article_id !== kept.article_id)
  if (stranger !== undefined)
    throw new HearsayError(
      `Claims ${keptId} and ${stranger} stand in different articles: only claims of one article can be joined.`,
      'correction-impossible',
    )
  const record = await readCorrectedRecord(database, kept.article_id)
  const content = joinContents([keptId, ...others].map(id => claimOf(record, id)))
  if (content.length === 0)
    throw new HearsayError(
      'None of these claims has a content, so there is nothing to join; name claims that have one.',
      'correction-impossible',
    )
  const speakers = new Map((await findClaimsByIds(database, [keptId, ...others])).map(claim => [claim.id, claim]))
  const speaker = (id: string) => speakers.get(id) ?? { id, name: null, source: null }
  if (source === null) requireOneSpeaker(speaker(keptId), others.map(speaker))
  const corrected = source === null || isSaidBy(speaker(keptId), source) ? null : source
  const joined: NewCorrection = { ...NOTHING, note, correctedBy, source: corrected, spans: { content } }
  const rejected: NewCorrection = {
    ...{ ...NOTHING, correctedBy, verdict: 'rejected' },
    note: note ?? `joined into ${keptId}`,
  }
  return [
    toNewRow(kept, joined, completeEntry(record, claimOf(record, keptId), joined), { partOf: keptId }),
    ...others.map(id => toNewRow(former(id), rejected, null, { partOf: keptId })),
  ]
}

/** @returns the entry that cuts the claim's content, and then those that add its other parts, in the order of the text */
export async function planSplit(
  database: StoreDatabase,
  claimId: string,
  at: readonly number[],
  by: CorrectionNote,
): Promise<NewRow[]> {
  const former = (await findFormers(database, [claimId])).get(claimId)
  if (former === undefined) throw goneMeanwhile(claimId)
  const record = await readCorrectedRecord(database, former.article_id)
  const claim = claimOf(record, claimId)
  const [first, ...others] = splitContent(claim, at, [...record.article.text])
  const shortened: NewCorrection = { ...NOTHING, ...by, spans: { content: first ?? [] } }
  const standing = record.standings.get(claimId)
  const inherited = {
    source: standing?.source ?? null,
    naming: standing?.naming ?? null,
    role: standing?.role ?? null,
    affiliation: standing?.affiliation ?? null,
    act: claim.act,
    negated: claim.negated,
  }
  const words = { source: sourceWords(record, claim), cue: bare(claim, 'cue'), addressee: bare(claim, 'addressee') }
  return [
    toNewRow(former, shortened, completeEntry(record, claim, shortened), { partOf: claimId }),
    ...others.map(content =>
      planAdding(record, { ...NOTHING, ...by, ...inherited, spans: { ...given(words), content } }, claimId),
    ),
  ]
}

export async function planUndo(
  database: StoreDatabase,
  claimId: string,
  { correctedBy }: Pick<CorrectionNote, 'correctedBy'>,
): Promise<NewRow[]> {
  const entries = await findEntries(database, [claimId])
  const last = lastToUndo(entries)
  if (last === null)
    throw new HearsayError(
      `Nothing is said of claim ${claimId} that could be taken back; see hearsay correct --list.`,
      'correction-impossible',
    )
  const made =
    last.partOf === null
      ? [last]
      : (await findEntriesOfArticle(database, last.articleId)).filter(
          ({ partOf, correctedAt, undoes }) =>
            partOf === last.partOf && correctedAt === last.correctedAt && undoes === null,
        )
  const formers = await findFormers(
    database,
    made.map(entry => entry.claimId),
  )
  const undo: NewCorrection = { ...NOTHING, correctedBy }
  const rows: NewRow[] = []
  for (const entry of made) {
    const former = formers.get(entry.claimId) ?? (await findLastFormer(database, entry.claimId))
    if (former !== null) rows.push(toNewRow(former, undo, null, { undoes: entry.digest }))
  }
  return rows
}

const NOTHING: NewCorrection = { verdict: null, source: null, note: null, correctedBy: null }

function planAdding(record: CorrectedRecord, correction: NewCorrection, partOf?: string): NewRow {
  const { article } = record
  const completed = completeEntry(record, null, correction)
  const [cue, content] = [correction.spans?.cue ?? [], correction.spans?.content ?? []]
  const id = hashClaim(article.id, cue, content)
  if (record.claims.some(claim => claim.id === id))
    throw new HearsayError(
      `Claim ${id} has this cue and this content already: correct that one${isRejected(record, id) ? ', which was rejected' : ''}.`,
      'claim-exists',
    )
  const points = [...article.text]
  const words = (spans: readonly { start: number; end: number }[]) =>
    spans.map(({ start, end }) => points.slice(start, end).join('')).join(PART_SEPARATOR)
  const of: OfClaim = {
    claim_id: id,
    article_id: article.id,
    uri: article.uri,
    former_source: null,
    former_cue: words(cue),
    former_content: content.length === 0 ? null : words(content),
    cue_start: (cue[0] ?? content[0])?.start ?? 0,
  }
  return toNewRow(of, correction, completed, { adds: true, ...(partOf === undefined ? {} : { partOf }) })
}

function isRejected({ standings }: CorrectedRecord, id: string): boolean {
  return standings.get(id)?.verdict === 'rejected'
}

async function readKnownArticle(database: StoreDatabase, articleId: string): Promise<CorrectedRecord> {
  const found = await database.selectFrom('article').select('id').where('id', '=', articleId).executeTakeFirst()
  if (found === undefined)
    throw new HearsayError(
      `Article ${articleId} is not in the database; look for it with: hearsay claims.`,
      'article-not-found',
    )
  return await readCorrectedRecord(database, articleId)
}

function claimOf(record: CorrectedRecord, id: string): ClaimRecord {
  const claim = record.claims.find(one => one.id === id)
  if (claim === undefined) throw goneMeanwhile(id)
  return claim
}

function goneMeanwhile(id: string): HearsayError {
  return new HearsayError(`Claim ${id} has gone meanwhile; look for it with: hearsay claims.`, 'claim-not-found')
}

/** Whether something follows from it that the article has to be looked at for. */
function isCompleted({ spans, naming }: NewCorrection): boolean {
  return spans !== undefined || naming === 'named'
}

/** Words of the source: the claim's own or, where it has none, those that its source was first named by. */
function sourceWords(record: CorrectedRecord, claim: ClaimRecord) {
  const own = bare(claim, 'source')
  if (own.length > 0) return own
  const source = record.sources.find(({ id }) => id === claim.sourceId)
  return source?.spans.map(({ start, end }) => ({ start, end })) ?? []
}

function bare(claim: ClaimRecord, role: 'source' | 'cue' | 'addressee') {
  return spansOf(claim, role).map(({ start, end }) => ({ start, end }))
}

/** Roles that have words. */
function given<Spans extends Readonly<Record<string, readonly unknown[]>>>(spans: Spans): Partial<Spans> {
  return Object.fromEntries(Object.entries(spans).filter(([, some]) => some.length > 0)) as Partial<Spans>
}

function requireSomething({ correctedBy, spans, ...said }: NewCorrection): void {
  const isSpansGiven = Object.values(spans ?? {}).some(given => given !== undefined)
  if (isSpansGiven || Object.values(said).some(value => value !== null && value !== undefined)) return
  throw new HearsayError(
    'Nothing to correct was given: say what is wrong with the claim, or --reject, --accept, --withdraw or --note TEXT.',
    'correction-empty',
  )
}

/** What the ledger said last of a claim that is no longer there. */
async function findLastFormer(database: StoreDatabase, claimId: string): Promise<OfClaim | null> {
  const row = await database
    .selectFrom('correction')
    .select(['claim_id', 'article_id', 'uri', 'former_source', 'former_cue', 'former_content', 'cue_start'])
    .where('claim_id', '=', claimId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}
