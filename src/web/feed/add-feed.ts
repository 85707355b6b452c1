import type { Context, Hono } from 'hono'
import { requireRules } from '../../policy/reading/require-rules.ts'
import type { ApiContext } from '../api/api-route.ts'
import { isNamed, tagOf } from '../api/entity-tag.ts'
import { requireKnown } from '../parameters.ts'
import { writeFindingsFeed } from './findings-feed.ts'

/** The feed of findings, and the same of some rules: `/feed.atom?rule=lone-anonymous-source`. */
export function addFeed(app: Hono, context: ApiContext): void {
  app.get('/feed.atom', async asked => {
    const url = new URL(asked.req.url)
    const rules = requireKnown(url.searchParams, ['rule']).getAll('rule')
    requireRules(context.site.policy, rules)
    const headers = { ETag: await tagOf(context.site, url), 'Cache-Control': 'private, no-cache' }
    // Feeds are asked for all day long, and mostly nothing has changed.
    if (isNamed(asked.req.header('if-none-match'), headers.ETag)) return asked.body(null, 304, headers)
    const feed = await writeFindingsFeed(context, originOf(asked, url), rules)
    return asked.body(feed, 200, { ...headers, 'Content-Type': 'application/atom+xml; charset=utf-8' })
  })
}

/** Under which name and scheme the site was asked: a proxy with TLS before it says so. The guard has seen the name. */
function originOf(asked: Context, url: URL): string {
  return asked.req.header('x-forwarded-proto') === 'https' ? `https://${url.host}` : url.origin
}
