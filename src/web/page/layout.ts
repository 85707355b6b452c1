import { nameOfDatabase } from '../../store/database-name.ts'
import { STYLES } from '../assets.ts'
import type { Site } from '../site.ts'
import { type Html, html } from './html.ts'

const PLACES = [
  ['/claims', 'Claims'],
  ['/articles', 'Articles'],
  ['/sources', 'Sources'],
  ['/anonymous', 'Anonymous'],
  ['/quotations', 'Quotations'],
  ['/audit', 'Audit'],
  ['/quote', 'Quote'],
  ['/runs', 'Runs'],
  ['/sql', 'SQL'],
] as const

/** Where articles are given, which is not everywhere allowed. */
const NEW = ['/new', 'New'] as const

export type Place = (typeof PLACES)[number][0] | (typeof NEW)[0]

export interface Page {
  /** Of the browser's window; plain text. */
  readonly title: string
  /** The part of the site that it belongs to. */
  readonly place: Place | null
  readonly body: Html
  /** Files of the site that make this page quicker, as modules. */
  readonly scripts?: readonly string[]
  /** Whether it will be another page soon: without scripts a browser asks for it again and again. */
  readonly isPassing?: boolean
}

/** A whole page: what every page has around what is its own. */
export function renderPage(site: Site, { title, place, body, scripts = [], isPassing = false }: Page): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Hearsay</title>
${STYLES.map(
  name => html`<link rel="stylesheet" href="/assets/${name}">
`,
)}
<link rel="alternate" type="application/atom+xml" title="Findings" href="/feed.atom">
<script src="/assets/site.js" defer></script>
${scripts.map(
  name => html`<script type="module" src="/assets/${name}"></script>
`,
)}${isPassing ? html`<noscript><meta http-equiv="refresh" content="2"></noscript>` : ''}
</head>
<body>
<a class="skip" href="#main">Skip to content</a>
<header class="masthead">
  <a class="wordmark" href="/claims">Hearsay</a>
  <nav aria-label="Main">
    <ul>${[...PLACES, ...(site.intake ? [NEW] : [])].map(
      ([path, name]) => html`<li><a href="${path}"${path === place ? html` aria-current="page"` : ''}>${name}</a></li>`,
    )}</ul>
  </nav>
  <form class="quick" action="/claims" role="search">
    <label class="visually-hidden" for="quick">Search claims</label>
    <input id="quick" type="search" name="q" placeholder="Search claims" autocomplete="off">
  </form>
  <button type="button" class="theme" hidden><span class="theme-glyph" aria-hidden="true">◐</span><span class="theme-word">Theme:</span> <span class="theme-name">system</span></button>
</header>
<main id="main" tabindex="-1">
${body}
</main>
<footer class="foot">
  <p>Hearsay ${site.version} · <span class="path">${nameOfDatabase(site.path)}</span> · ${site.isEditable ? 'editing is on' : 'read only'}</p>
  <p class="keys" hidden><kbd>/</kbd> search · <kbd>j</kbd> <kbd>k</kbd> next and previous claim · <kbd>Enter</kbd> open · <kbd>?</kbd> keys</p>
</footer>
</body>
</html>`
}
