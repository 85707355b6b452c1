import type { CorrectedRecord } from '../corrections/apply-corrections.ts'
import type { Article } from '../domain/article.ts'
import type { CandidateRecord, ClaimRecord, ClaimSpan, SourceRecord } from '../domain/record.ts'
import type { Span } from '../domain/span.ts'
import { CodePointText } from '../domain/text/code-point-text.ts'
import { findRepliesIn, NO_REPLIES, type RepliesOfClaim } from '../store/queries/across/replies.ts'
import { findVersions } from '../store/queries/across/versions.ts'
import { findClaimsOfArticle, findCorrected } from '../store/queries/claims/corrected-claims.ts'
import { readCorrectedRecord } from '../store/queries/corrected-record.ts'
import { type Correction, findCorrections } from '../store/queries/corrections/corrections.ts'
import { resolveClaim } from '../store/queries/references/resolve-claim.ts'
import { findInputs, findStagesDone, type StageDone } from '../store/queries/runs.ts'
import type { ClaimView, InputTable, StoreDatabase, VersionView } from '../store/schema.ts'
import { type Difference, findDifferences } from './differences.ts'

/** How far from a claim a rejected candidate still counts as near, and how much text to show around, in code points. */
const NEAR = 300
const AROUND = 160

/** Everything that is known about one claim and how it came to be. All spans in code points. */
export interface Explanation {
  readonly claim: ClaimRecord
  /** Each span, and whether the article still has these words there. */
  readonly spans: readonly (ClaimSpan & { readonly agrees: boolean })[]
  readonly source: SourceRecord | null
  /** The sources that this one was resolved to, nearest first. */
  readonly antecedents: readonly SourceRecord[]
  /** The source that this one cites for what it says, and the one that passes it on. */
  readonly cited: SourceRecord | null
  readonly relayedBy: SourceRecord | null
  readonly article: Omit<Article, 'text'> & { readonly characters: number }
  /** The sentences that hold cue and content, with what stands around them in the same paragraph. */
  readonly context: Span & { readonly before: string; readonly text: string; readonly after: string }
  /** The claim whose content holds this one. */
  readonly parent: ClaimRecord | null
  /** Claims that stand in this one's content. */
  readonly nested: readonly ClaimRecord[]
  /** Whom it accuses and what answers that, and what it answers itself, in any article. */
  readonly rightOfReply: RepliesOfClaim
  /** What was considered nearby and rejected, nearest first. */
  readonly rejected: readonly CandidateRecord[]
  /** What people said of it, oldest first; `claim` and `source` follow it. */
  readonly corrections: readonly Correction[]
  /** What the machine found; null where somebody added the claim. */
  readonly machine: { readonly claim: ClaimRecord; readonly source: SourceRecord | null } | null
  /** In what the claim stands otherwise than that. */
  readonly differences: readonly Difference[]
  /** The claim as it stands after its corrections. */
  readonly stands: Pick<ClaimView, 'status' | 'naming' | 'name'>
  /** All inputs that gave the article, in the order in which they were first met. */
  readonly inputs: readonly InputTable[]
  /** The texts that were found under its URI, itself among them. */
  readonly versions: readonly VersionView[]
  /** The stages that analysed the article, each with its run. */
  readonly stages: readonly StageDone[]
}

/**
 * Explains the claim whose id is, or begins with, `reference`.
 *
 * @throws HearsayError (2) when there is none, or more than one.
 */
export async function explainClaim(database: StoreDatabase, reference: string): Promise<Explanation> {
  const { id, articleId } = await resolveClaim(database, reference)
  const explanations = await explainClaims(database, await readCorrectedRecord(database, articleId), [id])
  const explanation = explanations[0]
  if (explanation === undefined) throw new Error(`claim ${id} left its article while it was read`)
  return explanation
}

/** Explains claims of one article, in their order there; all of them unless ids are given. */
export async function explainClaims(
  database: StoreDatabase,
  record: CorrectedRecord,
  ids: readonly string[] = record.claims.map(({ id }) => id),
): Promise<Explanation[]> {
  const articleId = record.article.id
  const wanted = new Set(ids)
  const text = new CodePointText(record.article.text)
  const known: KnownOfArticle = {
    corrections: await findCorrectionsOf(database, ids),
    standing: new Map((await findClaimsOfArticle(database, articleId)).map(claim => [claim.id, claim])),
    inputs: await findInputs(database, { articleId }),
    versions: await findVersions(database, articleId),
    replies: await findRepliesIn(database, articleId),
    stages: await findStagesDone(database, articleId),
  }
  return record.claims.filter(({ id }) => wanted.has(id)).map(claim => explainIn(record, claim, text, known))
}

/** What every explanation of an article's claims is taken from besides its record; the maps by the claim's id. */
interface KnownOfArticle extends Pick<Explanation, 'inputs' | 'versions' | 'stages'> {
  readonly corrections: ReadonlyMap<string, readonly Correction[]>
  readonly replies: ReadonlyMap<string, RepliesOfClaim>
  readonly standing: ReadonlyMap<string, ClaimView>
}

function toStanding({ status, naming, name }: ClaimView): Explanation['stands'] {
  return { status, naming, name }
}

function explainIn(
  record: CorrectedRecord,
  claim: ClaimRecord,
  text: CodePointText,
  known: KnownOfArticle,
): Explanation {
  const sourceCalled = (id: string | null) => record.sources.find(source => source.id === id) ?? null
  const source = sourceCalled(claim.sourceId)
  const { text: _, ...article } = record.article
  const row = known.standing.get(claim.id)
  return {
    claim,
    spans: claim.spans.map(span => ({ ...span, agrees: text.slice(span) === span.text })),
    source,
    antecedents: followAntecedents(source, record.sources),
    cited: sourceCalled(claim.citedId),
    relayedBy: sourceCalled(claim.relayedById),
    article: { ...article, characters: text.length },
    context: showInContext(text, claim.context),
    parent: record.claims.find(({ id }) => id === claim.parentId) ?? null,
    nested: record.claims.filter(({ parentId }) => parentId === claim.id),
    rightOfReply: known.replies.get(claim.id) ?? NO_REPLIES,
    rejected: findNear(record.candidates, claim.context),
    corrections: known.corrections.get(claim.id) ?? [],
    machine: findMachines(record, claim.id),
    differences: row === undefined ? [] : findDifferences(row),
    stands:
      row === undefined
        ? { status: 'accepted', naming: source?.naming ?? 'unstated', name: source?.name?.value ?? null }
        : toStanding(row),
    inputs: known.inputs,
    versions: known.versions,
    stages: known.stages,
  }
}

function findMachines({ machine }: CorrectedRecord, id: string): Explanation['machine'] {
  const claim = machine.claims.find(one => one.id === id)
  if (claim === undefined) return null
  return { claim, source: machine.sources.find(source => source.id === claim.sourceId) ?? null }
}

/** Only the few claims that were corrected are looked at one by one. */
async function findCorrectionsOf(
  database: StoreDatabase,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Correction[]>> {
  const corrected = new Set(await findCorrected(database, ids))
  const found = new Map<string, readonly Correction[]>()
  for (const id of ids) if (corrected.has(id)) found.set(id, await findCorrections(database, id))
  return found
}

function followAntecedents(source: SourceRecord | null, sources: readonly SourceRecord[]): SourceRecord[] {
  const chain: SourceRecord[] = []
  let next = source?.antecedentId ?? null
  while (next !== null) {
    const antecedent = sources.find(({ id }) => id === next)
    if (antecedent === undefined || antecedent === source || chain.includes(antecedent)) break
    chain.push(antecedent)
    next = antecedent.antecedentId
  }
  return chain
}

function showInContext(text: CodePointText, context: Span): Explanation['context'] {
  const before = text.slice({ start: Math.max(0, context.start - AROUND), end: context.start })
  const after = text.slice({ start: context.end, end: Math.min(text.length, context.end + AROUND) })
  return {
    ...context,
    before: before.slice(before.lastIndexOf('\n') + 1),
    text: text.slice(context),
    after: after.split(/\r?\n/, 1)[0] ?? '',
  }
}

function findNear(candidates: readonly CandidateRecord[], context: Span): CandidateRecord[] {
  const distance = (span: Span) => Math.max(0, span.start - context.end, context.start - span.end)
  return candidates
    .filter(candidate => distance(candidate) <= NEAR)
    .toSorted((a, b) => distance(a) - distance(b) || a.start - b.start)
}
