import type { Site } from '../site.ts'
import { type Html, html } from './html.ts'

/** What to do first, where no article has been read yet. */
export function renderBeginning(site: Site): Html {
  const onCommandLine = html`<pre tabindex="0">hearsay run articles/</pre>`
  if (site.intake)
    return html`<div class="empty beginning"><p>No article has been read yet. <a class="button" href="/new">Give it one</a></p>
      <p>Or read whole folders, as files or from other programs:</p>${onCommandLine}</div>`
  return html`<div class="empty beginning"><p>No article has been read yet. Read some from the command line, and look at this page again:</p>${onCommandLine}
    <p>Started with <code>hearsay serve --edit</code>, this site takes articles, too.</p></div>`
}
