import process from 'node:process'
import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { HearsayError } from '../domain/errors.ts'
import { API } from './api/address.ts'
import { createApi, toProblem } from './api/create-api.ts'
import { ARTICLES_PARAMETERS } from './articles-address.ts'
import { readAssets } from './assets.ts'
import { CLAIMS_PARAMETERS } from './claims-address.ts'
import { DESK_PARAMETERS } from './desk/cards/desk-request.ts'
import { addDeskRoutes } from './desk/desk-routes.ts'
import { readEditor } from './desk/editor.ts'
import { addVoiceRoutes } from './desk/voice-routes.ts'
import { addFeed } from './feed/add-feed.ts'
import { type GuardOptions, guard } from './guard/guard.ts'
import { addHealth } from './metrics/health.ts'
import { addNewRoutes } from './new-routes.ts'
import type { Html } from './page/html.ts'
import { showArticle } from './pages/articles/article.ts'
import { showArticles } from './pages/articles/articles.ts'
import { showVersions, VERSIONS_PARAMETERS } from './pages/articles/versions.ts'
import { AUDIT_PAGE_PARAMETERS, showAudit } from './pages/audit/audit.ts'
import { COMPARE_PARAMETERS, showAuditComparison } from './pages/audit/audit-compare.ts'
import { showAuditSources, VOICES_PARAMETERS } from './pages/audit/audit-sources.ts'
import { showClaim } from './pages/claims/claim.ts'
import { showClaims } from './pages/claims/claims.ts'
import { askToReject } from './pages/claims/reject.ts'
import { answerError, renderFailure } from './pages/failure.ts'
import { showQuotation } from './pages/quotations/quotation.ts'
import { QUOTATIONS_PARAMETERS, showQuotations } from './pages/quotations/quotations.ts'
import { LONGEST_ASKED, QUOTE_PARAMETERS, showQuote } from './pages/quotations/quote.ts'
import { showRun, showRuns } from './pages/runs.ts'
import { LEDGER_PARAMETERS, showAnonymous } from './pages/sources/anonymous.ts'
import { PEOPLE_PARAMETERS, showPeople } from './pages/sources/people.ts'
import { PERSON_PARAMETERS, showPerson } from './pages/sources/person.ts'
import { showSource } from './pages/sources/source.ts'
import { showSources } from './pages/sources/sources.ts'
import { showSql, toQueryFile } from './pages/sql.ts'
import { requireKnown } from './parameters.ts'
import type { Site } from './site.ts'

/** The console says itself which queries are too long, beside the field that holds them. */
const ANY_QUERY = Number.POSITIVE_INFINITY

/** @param editor the name by which this browser corrected last */
type ShowPage = (site: Site, search: URLSearchParams, id: string, editor: string | null) => Promise<Html>

/** Where each page is, and the parameters that it takes. */
const PAGES: readonly (readonly [path: string, parameters: readonly string[], show: ShowPage, longest?: number])[] = [
  ['/claims', CLAIMS_PARAMETERS, showClaims],
  ['/claims/:id', ['did'], (site, search, id, editor) => showClaim(site, id, search, editor)],
  ['/claims/:id/reject', ['back', 'seen'], (site, search, id, editor) => askToReject(site, id, search, editor)],
  ['/articles/:id', DESK_PARAMETERS, (site, search, id, editor) => showArticle(site, id, search, editor)],
  ['/articles/:id/versions', VERSIONS_PARAMETERS, (site, search, id) => showVersions(site, id, search)],
  ['/articles', ARTICLES_PARAMETERS, showArticles],
  ['/sources', ['q', 'from'], showSources],
  ['/sources/:id', [], (site, _, id) => showSource(site, id)],
  ['/anonymous', LEDGER_PARAMETERS, showAnonymous],
  ['/audit', AUDIT_PAGE_PARAMETERS, showAudit],
  ['/audit/sources', VOICES_PARAMETERS, showAuditSources],
  ['/audit/compare', COMPARE_PARAMETERS, showAuditComparison],
  ['/people', PEOPLE_PARAMETERS, showPeople],
  ['/people/:id', PERSON_PARAMETERS, showPerson],
  ['/quotations', QUOTATIONS_PARAMETERS, showQuotations],
  ['/quotations/:id', [], (site, _, id) => showQuotation(site, id)],
  ['/quote', QUOTE_PARAMETERS, showQuote, LONGEST_ASKED],
  ['/runs', ['from'], showRuns],
  ['/runs/:id', ['dead', 'skipped'], (site, search, id) => showRun(site, id, search)],
  ['/sql', ['q'], showSql, ANY_QUERY],
]

/** Of all pages, each of which is held against articles that attack it. */
export const PAGE_PATHS: readonly string[] = PAGES.map(([path]) => path)

/** Every page of the site by its address. */
export function createSite(site: Site, guarding: GuardOptions): Hono {
  const app = new Hono()
  const { metrics } = site
  if (metrics !== undefined) app.use(metrics.count())
  app.use(guard(guarding))
  addHealth(app, site.database)
  if (metrics !== undefined) app.get('/metrics', async () => await metrics.answer(site))
  const search = (context: Context, known: readonly string[], longest?: number) =>
    requireKnown(new URL(context.req.url).searchParams, known, longest)
  app.get('/', context => context.redirect('/claims', 302))
  for (const [path, known, show, longest] of PAGES)
    app.get(path, async context =>
      context.html(
        await show(site, search(context, known, longest), context.req.param('id') ?? '', readEditor(context)),
      ),
    )
  for (const format of ['csv', 'json'] as const)
    app.get(`/sql.${format}`, async context => {
      const answer = await site.queries.run(search(context, ['q'], ANY_QUERY).get('q') ?? '')
      if (answer.kind === 'refused') return context.text(`${answer.reason}\n`, 400)
      const { type, name, body } = toQueryFile(answer, format)
      return context.body(body, 200, {
        'Content-Type': type,
        'Content-Disposition': `attachment; filename="${name}"`,
      })
    })
  for (const { name, type, body } of readAssets())
    app.get(`/assets/${name}`, context =>
      context.body(body, 200, { 'Content-Type': type, 'Cache-Control': 'no-cache' }),
    )
  const context = { site }
  addFeed(app, context)
  app.route(API, createApi(context))
  addDeskRoutes(app, site, readForm)
  addVoiceRoutes(app, site, readForm)
  addNewRoutes(app, site, readForm)
  app.notFound(context =>
    context.html(
      renderFailure(site, 'page-not-found', 'There is no such page; the links above lead to all that there are.'),
      404,
    ),
  )
  app.onError((error, context) => fail(site, context, error))
  return app
}

/** @throws HearsayError (2) when what was sent is no form. */
async function readForm(context: Context): Promise<FormData> {
  try {
    return await context.req.formData()
  } catch (error) {
    // Only the body that is too large comes as something else, and has an answer of its own.
    if (!(error instanceof TypeError)) throw error
    throw new HearsayError('What was sent is no form of this site; use the one on its page.', 'request-invalid')
  }
}

async function fail(site: Site, context: Context, error: Error): Promise<Response> {
  if (hasGone(context)) return context.body(null, 400)
  if (context.req.path.startsWith(`${API}/`)) return toProblem(error)
  const answer = async (told: HearsayError) => {
    const { page, status } = answerError(site, told)
    return context.html(await page, status)
  }
  if (error instanceof HearsayError) return await answer(error)
  if (error instanceof HTTPException) {
    const sentence = error.message || 'What was sent is too large; send less at a time.'
    return await answer(new HearsayError(sentence, error.status === 413 ? 'body-too-large' : 'request-invalid'))
  }
  process.stderr.write(`hearsay: a defect of Hearsay, please report it: ${error.stack ?? error.message}\n`)
  const sentence = 'This is a defect of Hearsay; what happened stands where the site was started.'
  return await answer(new HearsayError(sentence, 'defect'))
}

/** Whether who asked went away before all of the question was there: nobody reads the answer, and nothing is wrong here. */
function hasGone(context: Context): boolean {
  const { incoming } = (context.env ?? {}) as Partial<HttpBindings>
  return incoming?.destroyed === true && !incoming.complete
}
