import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HearsayError } from '../../domain/errors.ts'
import { SPAN_ROLES } from '../../domain/labels.ts'
import { type Span, uniteSpans } from '../../domain/span.ts'
import type { NewCorrection } from '../../store/ledger/new-correction.ts'
import { addClaim, appendCorrections, joinClaims, splitClaim, undoCorrection } from '../../store/open-store.ts'
import { findClaimsByIds } from '../../store/queries/claims/corrected-claims.ts'
import { findSpansOfClaims } from '../../store/queries/claims/spans-of-claims.ts'
import { resolveArticle } from '../../store/queries/references/resolve-article.ts'
import { resolveClaim } from '../../store/queries/references/resolve-claim.ts'
import { address, claimAddress } from '../page/address.ts'
import type { Site } from '../site.ts'
import { rememberEditor } from './editor.ts'
import type { Did } from './forms/did.ts'
import { readCorrection } from './forms/read-correction.ts'
import { FormFields } from './forms/read-form.ts'
import { changeInTurn, inTurn } from './in-turn.ts'

/** Largest body of a form, in bytes. */
const LARGEST_FORM = 20_000

interface Asked {
  readonly fields: FormFields
  readonly claimId: string
}

/** What a form did, and the claim that it leads to: its own unless another is named. */
interface Done {
  readonly did: Did
  readonly claimId?: string
}

type Act = (site: Site, asked: Asked) => Promise<Done>

/** What can be done with a claim, each by a form of its own. */
const ACTS_ON_CLAIM: Readonly<Record<string, Act>> = { correct, mark, undo, join, split }

/**
 * Where forms of the site change something. Where nothing may be changed the guard has refused the request already.
 */
export function addDeskRoutes(app: Hono, site: Site, readForm: (context: Context) => Promise<FormData>): void {
  for (const [name, act] of Object.entries(ACTS_ON_CLAIM))
    app.post(`/claims/:id/${name}`, bodyLimit({ maxSize: LARGEST_FORM }), async context => {
      const fields = new FormFields(await readForm(context))
      const { id: claimId, articleId } = await resolveClaim(site.database, context.req.param('id') ?? '')
      const seen = readSeen(context, fields)
      const done = await changeInTurn(site, claimId, seen, () => act(site, { fields, claimId }))
      const now = done.claimId ?? claimId
      // Of a claim that was added, the last correction that is taken back is the claim itself.
      const isLeft = (await findClaimsByIds(site.database, [now])).length > 0
      return await goOn(site, context, fields, { did: done.did, articleId, claimId: isLeft ? now : null })
    })
  app.post('/articles/:id/claims', bodyLimit({ maxSize: LARGEST_FORM }), async context => {
    const fields = new FormFields(await readForm(context))
    const articleId = await resolveArticle(site.database, context.req.param('id'))
    const claimId = await inTurn(site, () => addClaim(site.path, articleId, readAddition(fields)))
    return await goOn(site, context, fields, { did: 'added', articleId, claimId })
  })
}

interface Outcome {
  readonly did: Did
  readonly articleId: string
  /** Null where there is no such claim any more. */
  readonly claimId: string | null
}

async function goOn(site: Site, context: Context, fields: FormFields, outcome: Outcome): Promise<Response> {
  await site.index.takeCorrections()
  rememberEditor(context, fields.text('by'))
  return context.redirect(wayBack(fields.text('back'), outcome), 303)
}

/** Back to the article that the form was on, at the claim; the claim's own page unless it was on one of this site. */
function wayBack(back: string | null, { did, articleId, claimId }: Outcome): string {
  const isOnArticle = back !== null && /^\/articles\/[0-9a-f]+(\?|$)/.test(back)
  if (!isOnArticle && claimId !== null) return address(claimAddress(claimId), { did })
  const [path = '', query = ''] = isOnArticle ? back.split('?', 2) : [`/articles/${articleId}`]
  const search = new URLSearchParams(query)
  // The claim says which part of the article is shown.
  for (const name of ['claim', 'edit', 'did', ...(claimId === null ? [] : ['part'])]) search.delete(name)
  const kept = Object.fromEntries([...new Set(search.keys())].map(name => [name, search.getAll(name)]))
  return claimId === null
    ? address(path, { ...kept, did })
    : address(path, { ...kept, claim: claimId, did }, `claim-${claimId}`)
}

/**
 * How many corrections the claim had when its form was made: a field of it, or of its address.
 *
 * @throws HearsayError (2) when it is no number
 */
function readSeen(context: Context, fields: FormFields): number | null {
  const seen = fields.text('seen') ?? (context.req.query('seen') || null)
  if (seen === null) return null
  if (!/^\d{1,9}$/.test(seen))
    throw new HearsayError(
      `"${seen.slice(0, 60)}" is no number of corrections that were seen; load the page again and say it there.`,
      'value-invalid',
    )
  return Number(seen)
}

async function correct(site: Site, { fields, claimId }: Asked): Promise<Done> {
  const { correction, did } = await readCorrection(site.database, fields, claimId)
  await appendCorrections(site.path, [claimId], correction)
  return { did }
}

/** Gives one role of a claim other words: in the place of those that it has, beside them, or none. */
async function mark(site: Site, { fields, claimId }: Asked): Promise<Done> {
  const role = fields.label('role', SPAN_ROLES)
  if (role === null)
    throw new HearsayError(
      'What the words are was not said; choose source, cue, content or addressee.',
      'argument-missing',
    )
  const how = fields.label('how', ['replace', 'add', 'none'] as const) ?? 'replace'
  const span = fields.span()
  if (how !== 'none' && span === null)
    throw new HearsayError('No words were chosen; say where they begin and where they end.', 'argument-missing')
  const before = how === 'add' ? ((await findSpansOfClaims(site.database, [claimId])).get(claimId) ?? []) : []
  const spans = uniteSpans([
    ...before.filter(one => one.role === role),
    ...(how === 'none' || span === null ? [] : [span]),
  ])
  await appendCorrections(site.path, [claimId], { ...noted(fields), spans: { [role]: spans } })
  return { did: how === 'none' ? 'unmarked' : 'marked' }
}

async function undo(site: Site, { fields, claimId }: Asked): Promise<Done> {
  await undoCorrection(site.path, claimId, { correctedBy: fields.text('by') })
  return { did: 'undone' }
}

async function join(site: Site, { fields, claimId }: Asked): Promise<Done> {
  const others: string[] = []
  for (const other of fields.all('other')) others.push((await resolveClaim(site.database, other)).id)
  if (others.length === 0)
    throw new HearsayError('No other claim was chosen to join with; choose one of the list.', 'argument-missing')
  const { note, correctedBy } = noted(fields)
  await joinClaims(site.path, claimId, others, { note, correctedBy, source: fields.text('source') })
  return { did: 'joined' }
}

async function split(site: Site, { fields, claimId }: Asked): Promise<Done> {
  const at = fields.offset('at')
  if (at === null)
    throw new HearsayError(
      'Where to split was not said; give the place at which the second claim begins.',
      'argument-missing',
    )
  const { note, correctedBy } = noted(fields)
  await splitClaim(site.path, claimId, [at], { note, correctedBy })
  return { did: 'split' }
}

function readAddition(fields: FormFields): NewCorrection {
  const roles = SPAN_ROLES.flatMap(role => {
    const span = fields.span(`${role}_`)
    return span === null ? [] : [[role, [span]] as const]
  })
  const spans = Object.fromEntries(roles) as Partial<Record<(typeof SPAN_ROLES)[number], Span[]>>
  if (spans.cue === undefined && spans.content === undefined)
    throw new HearsayError('A claim needs words: mark its cue, its content or both.', 'correction-impossible')
  return { ...noted(fields), source: fields.text('source'), act: fields.act(), spans }
}

function noted(fields: FormFields): NewCorrection {
  return { verdict: null, source: null, note: fields.text('note'), correctedBy: fields.text('by') }
}
