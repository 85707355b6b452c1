import { HearsayError } from '../../domain/errors.ts'
import type { ClaimSpan } from '../../domain/record.ts'
import type { ProofProblem } from '../../export/proofs/carried-proofs.ts'
import { type ProvenClaim, provenClaims } from '../../export/proofs/proven-claims.ts'
import type { NumberedSeal } from '../../seal/chain.ts'
import { cellOfArticle, checkProof, type Proof, readProof } from '../../seal/proof.ts'
import { nameCells } from '../../seal/rows-by-name.ts'
import type { ClaimView } from '../../store/schema.ts'
import type { NumberedClaim } from '../page/article/mark-text.ts'
import { renderCardWith } from '../page/claim/claim-card.ts'
import { type Html, html } from '../page/html.ts'
import { kindLabels, percent } from '../page/words.ts'
import { findProof } from './carried-proof.ts'
import { renderPermalink, renderReportText } from './report-article.ts'

const ARTICLE = '<article class="article-report" id="article-'
const CARD = /<li class="card[^"]*" id="claim-([0-9a-f]+)" value="(\d+)"/

const DETAILS = '<details'
/** Where what a claim does not have would stand. */
const NO_PART: Readonly<Record<string, string>> = { addressee: '<span class="addressee">', content: '<p class="what">' }

type Report = (what: string, ...claimIds: string[]) => void

export interface ReportCheck {
  readonly articles: number
  readonly claims: number
  readonly problems: readonly ProofProblem[]
}

/**
 * Holds the articles of a report against the proofs in it, and these against the seals of a manifest: the text that is
 * shown with its marks, and the head of each claim's card. What people corrected is under no proof: of that it warns. These
 * are rendered anew from the proven rows and compared as markup, so a report of another version of Hearsay may fail.
 *
 * @param name of the file, for errors
 * @throws HearsayError (2) when it carries no proof
 */
export async function checkReport(page: string, name: string, seals: readonly NumberedSeal[]): Promise<ReportCheck> {
  const [, ...articles] = page.split(ARTICLE)
  const problems: ProofProblem[] = []
  let [proven, claims] = [0, 0]
  for (const article of articles) {
    const proof = readCarried(article, name)
    const tell =
      (level: ProofProblem['level']): Report =>
      (what, ...claimIds) => {
        const message = `${what}; take the page from where it was made, or make it anew from the database.`
        problems.push({ level, articleId: proof?.article ?? null, claimIds, message })
      }
    const report = tell('mismatch')
    if (proof === null) {
      report(`Article ${article.slice(0, 64)} of ${name} has no proof`)
      continue
    }
    proven++
    const result = checkProof(proof, seals)
    if (Array.isArray(result))
      for (const problem of result) report(`Article ${proof.article} of ${name} is not proved: ${problem}`)
    if (!article.startsWith(`${proof.article}"`)) report(`Article ${proof.article} of ${name} stands under another id`)
    claims += await compareShown(article, proof, name, report, tell('warning'))
  }
  if (proven === 0)
    throw new HearsayError(`${name} holds no proof; report puts them in with --proofs.`, 'proof-invalid')
  return { articles: proven, claims, problems }
}

function readCarried(article: string, name: string): Proof | null {
  try {
    const value = findProof(article)
    return value === undefined ? null : readProof(value, name)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return readProof(null, name)
  }
}

/** Compares what an article's part of the page shows with its rows, and gives the number of its claims. */
async function compareShown(
  article: string,
  proof: Proof,
  name: string,
  report: Report,
  warn: Report,
): Promise<number> {
  const proven = provenClaims(proof.rows)
  const parts = placesOf(proof)
  const cards = article.split(/(?=<li class="card)/).slice(1)
  const shown: NumberedClaim[] = []
  for (const card of cards) {
    const [, id = '', number = ''] = CARD.exec(card) ?? []
    const [claim, place] = [proven.get(id), parts.get(id)]
    if (claim === undefined || place === undefined) {
      report(`Claim ${id} of ${name} is none of those that were sealed with its article`, id)
      continue
    }
    shown.push({ number: Number(number), claim: place })
    const { wrong, isCorrected } = await compareCard(card, Number(number), claim)
    if (wrong.length > 0)
      report(`Claim ${id} of ${name} is shown with another ${wrong.join(' and ')} than was sealed`, id)
    if (isCorrected)
      warn(
        `Claim ${id} of ${name} is shown with another source, naming or status than was sealed: somebody corrected it, or changed the page`,
        id,
      )
  }
  const language = cellOfArticle(proof, 'language')
  const written = { text: String(cellOfArticle(proof, 'text')), language: language === null ? null : String(language) }
  const texts = [true, false].map(async isWhole => String(await renderReportText(written, shown, isWhole)))
  // What stands in a comment is not shown, and no page of ours has any.
  const isShownOnce = article.split('<div class="text"').length === 2 && !article.includes('<!--')
  if (!isShownOnce || !(await Promise.all(texts)).some(text => article.includes(text)))
    report(`The text of article ${proof.article} of ${name}, or what is marked in it, is not what was sealed`)
  return cards.length
}

/** What of a card is other than its claim, in words: what nobody can correct, and what a correction may have changed. */
async function compareCard(card: string, number: number, claim: ProvenClaim) {
  const view = toView(claim)
  const shown = card.slice(0, card.indexOf(DETAILS))
  const asFound = renderCardWith(number, view, {
    permalink: renderPermalink(claim.id),
    details: html``,
    isChosen: false,
  })
  const expected = String(await asFound)
  if (shown === expected.slice(0, expected.indexOf(DETAILS))) return { wrong: [], isCorrected: false }
  const parts: readonly (readonly [string, Html | null])[] = [
    ['cue', html`<span class="role cue">${view.cue}</span>`],
    ['addressee', view.addressee === null ? null : html`<span class="addressee">${view.addressee}</span>`],
    ['content', view.content === null ? null : html`<p class="what">${view.content}</p>`],
    ['kind', html`${kindLabels(view)}`],
    ['confidence', html`confidence ${percent(view.confidence)}</span>`],
  ]
  const wrong: string[] = []
  for (const [name, part] of parts) {
    const isThere = part === null ? !shown.includes(NO_PART[name] ?? '') : shown.includes(String(await part))
    if (!isThere) wrong.push(name)
  }
  return { wrong, isCorrected: wrong.length === 0 }
}

/** A claim as nobody corrected it. */
function toView({ id, source, cue, content, addressee, ...claim }: ProvenClaim): ClaimView {
  return {
    ...{ id, status: 'accepted', naming: source?.naming ?? 'unstated', name: source?.name ?? null },
    ...{
      source: source?.text ?? null,
      cue: cue.text,
      content: content?.text ?? null,
      addressee: addressee?.text ?? null,
    },
    ...{ quotation: claim.quotation, act: claim.act, confidence: claim.confidence },
    ...{ negated: Number(claim.negated), hedged: Number(claim.hedged) },
  } as ClaimView
}

/** Where each claim's parts lie, by the claim's id. */
function placesOf({ rows }: Proof): ReadonlyMap<string, NumberedClaim['claim']> {
  const spans = Map.groupBy(nameCells(rows, 'claim_span'), ({ claim }) => claim)
  return new Map(
    nameCells(rows, 'claim').map(({ id, context_start: start, context_end: end }) => [
      String(id),
      {
        id: String(id),
        context: { start: Number(start), end: Number(end) },
        spans: (spans.get(id ?? null) ?? []).map(({ claim: _, ...span }) => span as unknown as ClaimSpan),
      },
    ]),
  )
}
