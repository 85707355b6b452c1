import { address, type Parameters } from '../page/address.ts'
import { type Html, html } from '../page/html.ts'
import { count } from '../page/words.ts'

/** What is told of versions on a page that counts articles. */
export interface VersionsNote {
  /** The page, and what its address says but of versions; no page where it is of older versions alone. */
  readonly path: string | null
  readonly parameters: Parameters
  readonly versions: 'all' | undefined
  /** How many older versions are left out. */
  readonly older: number
}

/** That the newest version stands for an article, and the way to all; nothing where no article has two. */
export function renderVersions({ path, parameters, versions, older }: VersionsNote): Html {
  if (versions === 'all')
    return html`<p class="meta">Older versions of articles count too${path === null ? '' : html`: <a href="${address(path, parameters)}">count the newest only</a>`}.</p>`
  if (older === 0 || path === null) return html``
  return html`<p class="meta">The newest version stands for an article: ${count(older, 'older version')} ${older === 1 ? 'is' : 'are'} left out. <a href="${address(path, { ...parameters, versions: 'all' })}">Count all</a></p>`
}
