import { readFileSync } from 'node:fs'

/** Style sheets in the order in which they apply. */
export const STYLES = [
  'frame.css',
  'forms.css',
  'labels.css',
  'claims.css',
  'article.css',
  'desk.css',
  'editing.css',
  'tables.css',
  'audit.css',
  'quote.css',
  'versions.css',
  'quotations.css',
  'new.css',
  'narrow.css',
]

/** Those of a report, which brings them along. */
const REPORT_STYLES = [
  'frame.css',
  'labels.css',
  'claims.css',
  'article.css',
  'tables.css',
  'audit.css',
  'narrow.css',
  'report.css',
]

const SCRIPTS = ['site.js', 'new.js', 'desk.js', 'marking.js', 'selection.js']

export interface Asset {
  readonly name: string
  readonly type: string
  readonly body: string
}

/** Every file that pages ask for besides themselves. */
export function readAssets(): Asset[] {
  return [...STYLES, ...SCRIPTS].map(name => ({
    name,
    type: SCRIPTS.includes(name) ? 'text/javascript; charset=utf-8' : 'text/css; charset=utf-8',
    body: readAsset(name),
  }))
}

/** Everything that a report looks like. */
export function readReportStyle(): string {
  return REPORT_STYLES.map(readAsset).join('\n')
}

function readAsset(name: string): string {
  return readFileSync(new URL(`./assets/${name}`, import.meta.url), 'utf8')
}
