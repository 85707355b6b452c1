import type { Html } from '../page/html.ts'
import { html } from '../page/html.ts'
import { renderPage } from '../page/layout.ts'
import type { Site } from '../site.ts'

/** What is shown in place of a page that cannot be. */
export function renderFailure(site: Site, heading: string, sentence: string): Html {
  return renderPage(site, {
    title: heading,
    place: null,
    body: html`<h1>${heading}</h1><p class="lead">${sentence}</p><p><a href="/claims">To the claims</a></p>`,
  })
}
