import { z } from 'zod'
import { HearsayError } from '../../../domain/errors.ts'
import type { Span } from '../../../domain/span.ts'
import type { ExportedClaim } from '../../../export/exported-claim.ts'
import type { NewCorrection } from '../../../store/ledger/new-correction.ts'
import { addClaim, appendCorrections, joinClaims, splitClaim, undoCorrection } from '../../../store/open-store.ts'
import { resolveArticle } from '../../../store/queries/references/resolve-article.ts'
import { resolveClaim } from '../../../store/queries/references/resolve-claim.ts'
import { changeInTurn, inTurn } from '../../desk/in-turn.ts'
import { type ApiContext, defineRoute } from '../api-route.ts'
import { CLAIM } from '../schemas/claim.ts'
import { JOIN, NEW_CLAIM, NEW_CORRECTION, SPLIT, UNDO } from '../schemas/correction.ts'
import { reference } from '../schemas/paging.ts'
import { CLAIM_PATH, readClaim } from './one-claim.ts'

const NO_QUERY = z.strictObject({})
const corrected = { status: 201, name: 'Claim', schema: CLAIM, description: 'The claim as it stands now.' } as const
const problems = [404, 409, 413, 415] as const

export const correctOneClaim = defineRoute({
  id: 'correctClaim',
  method: 'post',
  at: '/claims/{claim}/corrections',
  summary: 'Say what is so of a claim (serve --edit)',
  description: 'A row is added to the ledger; what the machine found is kept beside it.',
  path: CLAIM_PATH,
  query: NO_QUERY,
  body: NEW_CORRECTION,
  answer: corrected,
  problems,
  async answerTo(context, { path, body }) {
    const { id } = await resolveClaim(context.site.database, path.claim)
    const correction = requireSaid(toCorrection(body))
    await change(context, id, body, path => appendCorrections(path, [id], correction))
    return await readAfter(context, id)
  },
})

export const addMissedClaim = defineRoute({
  id: 'addClaim',
  method: 'post',
  at: '/articles/{article}/claims',
  summary: 'Add a claim that was missed (serve --edit)',
  path: z.strictObject({ article: reference('article') }),
  query: NO_QUERY,
  body: NEW_CLAIM,
  answer: { ...corrected, description: 'The claim that was added.' },
  problems: [404, 413, 415],
  async answerTo(context, { path, body }) {
    const article = await resolveArticle(context.site.database, path.article)
    const id = await inTurn(context.site, () => addClaim(context.site.path, article, toCorrection(body)))
    return await readAfter(context, id)
  },
})

export const joinSomeClaims = defineRoute({
  id: 'joinClaims',
  method: 'post',
  at: '/claims/{claim}/joins',
  summary: 'Join other claims of the article into this one (serve --edit)',
  path: CLAIM_PATH,
  query: NO_QUERY,
  body: JOIN,
  answer: corrected,
  problems,
  async answerTo(context, { path, body }) {
    const { database } = context.site
    const { id } = await resolveClaim(database, path.claim)
    const others: string[] = []
    for (const other of body.others) others.push((await resolveClaim(database, other)).id)
    await change(context, id, body, path =>
      joinClaims(path, id, others, { ...toNote(body), source: body.source ?? null }),
    )
    return await readAfter(context, id)
  },
})

export const splitOneClaim = defineRoute({
  id: 'splitClaim',
  method: 'post',
  at: '/claims/{claim}/splits',
  summary: 'Cut the content of a claim in several claims (serve --edit)',
  path: CLAIM_PATH,
  query: NO_QUERY,
  body: SPLIT,
  answer: corrected,
  problems,
  async answerTo(context, { path, body }) {
    const { id } = await resolveClaim(context.site.database, path.claim)
    await change(context, id, body, path => splitClaim(path, id, body.at, toNote(body)))
    return await readAfter(context, id)
  },
})

export const undoLastCorrection = defineRoute({
  id: 'undoCorrection',
  method: 'post',
  at: '/claims/{claim}/undo',
  summary: 'Take back the last correction of a claim, by a new one (serve --edit)',
  path: CLAIM_PATH,
  query: NO_QUERY,
  body: UNDO,
  answer: corrected,
  problems,
  async answerTo(context, { path, body }) {
    const { id } = await resolveClaim(context.site.database, path.claim)
    await change(context, id, body, path => undoCorrection(path, id, { correctedBy: body.by ?? null }))
    return await readAfter(context, id)
  },
})

/** Does something to a claim, unless whoever asks has not seen all that was said of it. */
async function change(
  { site }: ApiContext,
  id: string,
  { seen }: { readonly seen?: number | null | undefined },
  act: (path: string) => Promise<unknown>,
): Promise<void> {
  await changeInTurn(site, id, seen ?? null, () => act(site.path))
}

async function readAfter({ site }: ApiContext, id: string): Promise<ExportedClaim> {
  await site.index.takeCorrections()
  return await readClaim(site.database, id)
}

function toNote({ note, by }: { readonly note?: string | null | undefined; readonly by?: string | null | undefined }) {
  return { note: note ?? null, correctedBy: by ?? null }
}

/** @throws HearsayError (2) when nothing is said, or it takes all back and says something at once */
function requireSaid(correction: NewCorrection): NewCorrection {
  const { verdict, note, correctedBy: _by, ...rest } = correction
  const says = Object.values(rest).some(value => value !== null)
  if (!says && (verdict ?? note) === null)
    throw new HearsayError('Nothing is said of the claim; give a verdict, a note or what is so.', 'correction-empty')
  if (says && verdict === 'withdrawn')
    throw new HearsayError(
      'A withdrawal takes all back, and cannot say what is so; do one after the other.',
      'correction-contradicts',
    )
  return correction
}

function toCorrection(body: z.output<typeof NEW_CORRECTION>): NewCorrection {
  const { spans, verdict, source, act, negated, quotation, naming, role, affiliation } = body
  const given = Object.entries(spans ?? {}).flatMap(([name, pairs]) =>
    pairs === undefined ? [] : [[name, pairs.map(([start, end]): Span => ({ start, end }))] as const],
  )
  return {
    verdict: verdict ?? null,
    source: source ?? null,
    ...toNote(body),
    ...(given.length === 0 ? {} : { spans: Object.fromEntries(given) }),
    act: act ?? null,
    negated: negated ?? null,
    quotation: quotation ?? null,
    naming: naming ?? null,
    role: role ?? null,
    affiliation: affiliation ?? null,
  }
}
