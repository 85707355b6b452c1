import { HearsayError } from '../../../domain/errors.ts'
import { findClaimsOfArticle } from '../../../store/queries/claims/corrected-claims.ts'
import { resolveClaim } from '../../../store/queries/references/resolve-claim.ts'
import { renderWhy } from '../../desk/forms/edit-form.ts'
import { claimAddress } from '../../page/address.ts'
import { type Html, html } from '../../page/html.ts'
import { renderPage } from '../../page/layout.ts'
import type { Site } from '../../site.ts'

/** Asks, once, whether a claim is to be rejected. */
export async function askToReject(
  site: Site,
  reference: string,
  search: URLSearchParams,
  editor: string | null,
): Promise<Html> {
  if (!site.isEditable)
    throw new HearsayError('No claim can be rejected here: start the site with hearsay serve --edit.', 'site-read-only')
  const { id, articleId } = await resolveClaim(site.database, reference)
  const row = (await findClaimsOfArticle(site.database, articleId)).find(claim => claim.id === id)
  const back = search.get('back') ?? ''
  return renderPage(site, {
    title: 'Reject the claim?',
    place: '/claims',
    body: html`<form class="correct confirm" method="post" action="${claimAddress(id)}/correct" aria-labelledby="reject">
      <h1 id="reject">Reject this claim?</h1>
      <p class="what">${row?.name ?? row?.source ?? 'No source'} ${row?.cue ?? ''} ${row?.content ?? ''}</p>
      <p class="meta">It is then hidden from lists, exports and findings. What the machine found is kept, and Undo takes the rejection back.</p>
      <input type="hidden" name="verdict" value="reject"><input type="hidden" name="seen" value="${search.get('seen') ?? ''}">
      <input type="hidden" name="back" value="${back}">
      ${renderWhy('reject-note', 'reject-by', editor)}
      <p class="buttons"><button type="submit">Reject it</button> <a class="button keep" href="${/^\/articles\/[0-9a-f]/.test(back) ? back : claimAddress(id)}">Keep it</a></p>
    </form>`,
  })
}
