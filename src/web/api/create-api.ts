import process from 'node:process'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { HearsayError } from '../../domain/errors.ts'
import { API } from './address.ts'
import type { ApiContext, ApiRoute } from './api-route.ts'
import { isNamed, tagOf } from './entity-tag.ts'
import { describeApi } from './openapi.ts'
import { problem } from './problem.ts'
import { readGiven, WrongRequest } from './read-given.ts'
import { ROUTES } from './routes.ts'

/** Largest body, in bytes: some megabytes of text. */
const LARGEST_BODY = 8_000_000
/** An answer is kept by who asked, and asked for anew each time. */
const CACHING = 'private, no-cache'

/** The routes of the API, to be mounted at `API`; who may ask is for the guard to say. */
export function createApi(context: ApiContext): Hono {
  const api = new Hono()
  const document = `${JSON.stringify(describeApi(context.site.version), null, 2)}\n`
  api.get('/openapi.json', async asked => await answer(asked, context, 'application/json', async () => document))
  for (const route of ROUTES) {
    const at = toPattern(route.at)
    if (route.method === 'get') api.get(at, async asked => await answerQuestion(context, route, asked))
    else {
      const limit = bodyLimit({ maxSize: LARGEST_BODY })
      api.post(at, limit, async asked => await answerChange(context, route, asked))
    }
  }
  for (const at of new Set([...ROUTES.map(route => route.at), '/openapi.json']))
    api.all(toPattern(at), asked => refuseMethod(at, asked.req.method))
  api.all('*', () => problem('page-not-found', `There is no such address; ${API}/openapi.json lists all.`))
  return api
}

/** What went wrong in a route, as a problem. */
export function toProblem(error: Error): Response {
  if (error instanceof WrongRequest)
    return problem('request-invalid', 'The request is not as the API takes it; errors names each fault.', {
      errors: error.errors,
    })
  if (error instanceof HearsayError) return problem(error.code, error.message)
  if (error instanceof HTTPException)
    return problem(
      'body-too-large',
      `What was sent is larger than ${LARGEST_BODY / 1_000_000} MB; send less at a time.`,
    )
  process.stderr.write(`hearsay: a defect of Hearsay, please report it: ${error.stack ?? error.message}\n`)
  return problem('defect', 'This is a defect of Hearsay; what happened stands where the site was started.')
}

async function answerQuestion(context: ApiContext, route: ApiRoute, asked: Context): Promise<Response> {
  const given = readGiven(route, asked.req.param() as Record<string, string>, new URL(asked.req.url), undefined)
  const type = route.answer.name === null ? 'text/plain; charset=utf-8' : 'application/json'
  const give = async (headers: Record<string, string>) => {
    const value = await route.answerTo(context, given)
    if (typeof value === 'string') return value
    const next = nextOf(value)
    if (next !== null) headers.Link = `<${next}>; rel="next"`
    return `${JSON.stringify(value)}\n`
  }
  if (route.isVolatile !== true) return await answer(asked, context, type, give)
  return new Response(await give({}), { headers: { 'Content-Type': type } })
}

/** The answer to a question, or that nothing has changed since it was last given. */
async function answer(
  asked: Context,
  { site }: ApiContext,
  type: string,
  give: (headers: Record<string, string>) => Promise<string>,
): Promise<Response> {
  const headers: Record<string, string> = { ETag: await tagOf(site, new URL(asked.req.url)), 'Cache-Control': CACHING }
  if (isNamed(asked.req.header('if-none-match'), headers.ETag ?? ''))
    return new Response(null, { status: 304, headers })
  const body = await give(headers)
  return new Response(body, { status: 200, headers: { ...headers, 'Content-Type': type } })
}

async function answerChange(context: ApiContext, route: ApiRoute, asked: Context): Promise<Response> {
  // No form and no page of another site can send this type without asking first, and that is never allowed.
  const type = (asked.req.header('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase()
  if (type !== 'application/json')
    return problem('media-type-unsupported', 'A body must be JSON; send it as Content-Type: application/json.')
  const text = await asked.req.text()
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    return problem('request-invalid', 'The body is no JSON; see what /api/v1/openapi.json says of it.')
  }
  const given = readGiven(route, asked.req.param() as Record<string, string>, new URL(asked.req.url), body)
  const value = await route.answerTo(context, given)
  return new Response(`${JSON.stringify(value)}\n`, {
    status: route.answer.status,
    headers: { 'Content-Type': 'application/json' },
  })
}

function refuseMethod(at: string, method: string): Response {
  const methods = ROUTES.filter(route => route.at === at).map(route => route.method.toUpperCase())
  const allowed = [...new Set(methods.length === 0 ? ['GET'] : methods)].flatMap(one =>
    one === 'GET' ? ['GET', 'HEAD'] : [one],
  )
  return problem('method-not-allowed', `${method} is not possible here; ${allowed.join(' and ')} are.`, {
    headers: { Allow: allowed.join(', ') },
  })
}

function nextOf(value: unknown): string | null {
  const { links } = (value ?? {}) as { readonly links?: { readonly next?: unknown } }
  return typeof links?.next === 'string' ? links.next : null
}

function toPattern(at: string): string {
  return at.replaceAll(/\{(\w+)\}/g, ':$1')
}
