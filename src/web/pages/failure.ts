import { type ErrorCode, type FailureStatus, kindOfError } from '../../domain/errors/catalogue.ts'
import type { HearsayError } from '../../domain/errors.ts'
import type { Html } from '../page/html.ts'
import { html } from '../page/html.ts'
import { renderPage } from '../page/layout.ts'
import type { Site } from '../site.ts'

const HEADINGS: Readonly<Record<FailureStatus, string>> = {
  400: 'That cannot be shown',
  401: 'Not without the token',
  403: 'Not from there',
  404: 'Not here',
  405: 'That cannot be done',
  409: 'That cannot be shown',
  413: 'That cannot be done',
  415: 'That cannot be done',
  500: 'Something went wrong',
  503: 'The database cannot be used',
}
/** Where the status alone would mislead. */
const OWN_HEADINGS: Partial<Record<ErrorCode, string>> = {
  'changed-meanwhile': 'It has changed meanwhile',
  'site-busy': 'Try again in a moment',
}

/** The page and the status that answer an error of whoever asked; both follow from its code. */
export function answerError(
  site: Site,
  { code, message }: HearsayError,
): { readonly page: Html; readonly status: FailureStatus } {
  return { page: renderFailure(site, code, message), status: kindOfError(code).status }
}

/** What is shown in place of a page that cannot be. */
export function renderFailure(site: Site, code: ErrorCode, sentence: string): Html {
  const { status } = kindOfError(code)
  const heading = OWN_HEADINGS[code] ?? HEADINGS[status]
  return renderPage(site, {
    title: heading,
    place: null,
    body: html`<h1>${heading}</h1><p class="lead">${sentence}</p><p><a href="/claims">To the claims</a></p><p class="meta">Error ${status}: ${code}</p>`,
  })
}
