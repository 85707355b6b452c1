import { createHash } from 'node:crypto'
import { raw } from 'hono/html'
import { readReportStyle } from '../assets.ts'
import { type Html, html } from '../page/html.ts'

/** Everything before the first words of a file that needs nothing else and asks for nothing. */
export function openReport(heading: string, version: string): Html {
  const style = readReportStyle()
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyFor(style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Hearsay ${version}">
<title>${heading} · Hearsay report</title>
<style>${raw(style)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to content</a>
<main id="main" tabindex="-1" class="report">`
}

/** Everything after its last words. */
export function closeReport(version: string): Html {
  return html`
</main>
<footer class="foot"><p>Hearsay ${version}</p></footer>
</body>
</html>
`
}

/** As strict as the site's: nothing runs, is fetched or sent; only the style that stands here applies. */
function policyFor(style: string): string {
  const hash = createHash('sha256').update(style, 'utf8').digest('base64')
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`
}
