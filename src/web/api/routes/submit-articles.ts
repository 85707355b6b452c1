import { z } from 'zod'
import { givenPlace } from '../../../domain/articles/given-place.ts'
import { HearsayError } from '../../../domain/errors.ts'
import type { Intake } from '../../../intake/intake.ts'
import { articlesOf, type Submission, type ToldByHand } from '../../../intake/submission.ts'
import { toFileName } from '../../new-address.ts'
import type { Site } from '../../site.ts'
import { API } from '../address.ts'
import { defineRoute, type Frozen } from '../api-route.ts'
import { id } from '../schemas/paging.ts'
import { NEW_ARTICLE, SUBMISSION } from '../schemas/submission.ts'

const PATH = z.strictObject({ submission: id('Its id.') })
const NO_QUERY = z.strictObject({})
const accepted = { status: 202, name: 'Submission', schema: SUBMISSION, description: 'How far it is.' } as const

export const submitArticle = defineRoute({
  id: 'submitArticle',
  method: 'post',
  at: '/articles',
  summary: 'Give an article (serve --edit)',
  description: 'It is read at once; a run of its own stores it. Ask links.self how far that is.',
  path: z.strictObject({}),
  query: NO_QUERY,
  body: NEW_ARTICLE,
  answer: accepted,
  problems: [404, 413, 415],
  async answerTo({ site }, { body }) {
    const intake = requireIntake(site)
    const uri = givenPlace(new Date().toISOString(), toFileName(body.name))
    const given = [{ uri, bytes: new TextEncoder().encode(body.text) }]
    const choices = { whole: body.whole, anyLanguage: body.any_language }
    const submission = await intake.submit(given, toldByHand(body), choices)
    if (body.keep && articlesOf(submission).length > 0) intake.keep(submission.id, [])
    return toSubmission(intake.find(submission.id) ?? submission)
  },
})

export const getSubmission = defineRoute({
  id: 'getSubmission',
  method: 'get',
  at: '/submissions/{submission}',
  summary: 'Say how far an article is that was given',
  path: PATH,
  query: NO_QUERY,
  body: null,
  answer: { ...accepted, status: 200 },
  isVolatile: true,
  problems: [404],
  async answerTo({ site }, { path }) {
    return toSubmission(requireSubmission(site, path.submission))
  },
})

export const keepSubmission = defineRoute({
  id: 'keepSubmission',
  method: 'post',
  at: '/submissions/{submission}/keep',
  summary: 'Keep what was given with keep: false (serve --edit)',
  path: PATH,
  query: NO_QUERY,
  body: z.strictObject({}).meta({ description: 'Nothing is said of it.' }),
  answer: accepted,
  problems: [404, 413, 415],
  async answerTo({ site }, { path }) {
    const submission = requireSubmission(site, path.submission)
    requireIntake(site).keep(submission.id, [])
    return toSubmission(requireSubmission(site, submission.id))
  },
})

function requireIntake({ intake }: Site): Intake {
  if (intake) return intake
  throw new HearsayError('This site takes no articles: start it with hearsay serve --edit.', 'site-read-only')
}

function requireSubmission(site: Site, id: string): Submission {
  const found = site.intake?.find(id) ?? null
  if (found !== null) return found
  throw new HearsayError(
    `There is no submission "${id}" any more: it was kept or forgotten; give the article again.`,
    'submission-not-found',
  )
}

function toldByHand({ title, byline, publisher, published_at: published }: z.output<typeof NEW_ARTICLE>): ToldByHand {
  const told = { title, byline, publisher, published }
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined))
}

function toSubmission(submission: Submission): Frozen<z.output<typeof SUBMISSION>> {
  const { id, progress, outcomes, cut } = submission
  return {
    id,
    stage: progress.stage,
    trouble: (progress.stage === 'read' ? progress.trouble : progress.stage === 'waiting' ? progress.why : null) ?? cut,
    articles:
      progress.stage === 'kept'
        ? progress.articles.map(({ articleId, title, fate, error }) => ({
            id: articleId,
            title,
            fate,
            error,
            left_out: [],
          }))
        : articlesOf(submission).map(({ article, leftOut }) => ({
            id: article.id,
            title: article.title,
            fate: null,
            error: null,
            left_out: (leftOut ?? []).map(({ reason, text }) => ({ reason, text })),
          })),
    problems: outcomes.flatMap(outcome =>
      outcome.outcome === 'article'
        ? []
        : [
            {
              location: outcome.origin.location,
              problem: outcome.outcome === 'skipped' ? outcome.reason : outcome.error,
            },
          ],
    ),
    links: { self: `${API}/submissions/${id}` },
  }
}
