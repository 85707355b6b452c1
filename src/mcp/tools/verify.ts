import { z } from 'zod'
import { verifyArticle } from '../../audit/verify-article.ts'
import { HearsayError } from '../../domain/errors.ts'
import { readArticleRecord } from '../../store/queries/article-record.ts'
import { readArticleBookkeeping } from '../../store/queries/articles/article-bookkeeping.ts'
import { readJoinedTexts } from '../../store/queries/claims/joined-texts.ts'
import { resolveArticle } from '../../store/queries/references/resolve-article.ts'
import { resolveClaim } from '../../store/queries/references/resolve-claim.ts'
import { ARTICLE_ASKED, CLAIM_ASKED } from '../asked.ts'
import type { Tool } from '../tool.ts'

/** Most findings that are given; the number of all is given too. */
const MOST_FINDINGS = 50

const input = z.strictObject({
  claim: CLAIM_ASKED,
  article: ARTICLE_ASKED,
})

/** Checks what is stored of one article; the whole database, and the files behind it, are `hearsay verify`’s. */
export const verify: Tool<z.infer<typeof input>> = {
  name: 'verify',
  title: 'Verify a claim or an article',
  description:
    'Checks what is stored against the article’s text: the text against its hash, every span against the words there, ' +
    'ids against spans, and that nothing is missing. Takes either "claim", for what concerns that claim alone, or ' +
    '"article"; to check the whole database people run `hearsay verify`. It does not say whether anything that was ' +
    'said is true.',
  input,
  async answer({ database }, { claim, article }) {
    if ((claim === undefined) === (article === undefined))
      throw new HearsayError(
        'Give either a claim or an article; the whole database is checked by the command hearsay verify.',
        'argument-conflict',
      )
    const of = claim === undefined ? null : await resolveClaim(database, claim)
    const articleId = of?.articleId ?? (await resolveArticle(database, article as string))
    const record = await readArticleRecord(database, articleId)
    const { findings, spans } = verifyArticle(
      record,
      await readJoinedTexts(database, articleId),
      await readArticleBookkeeping(database, articleId),
    )
    // What concerns no claim by name concerns the whole article, and so this claim too.
    const relevant = findings.filter(({ claimIds }) => of === null || claimIds.length === 0 || claimIds.includes(of.id))
    return {
      agrees: !relevant.some(({ level }) => level === 'mismatch'),
      claim_id: of?.id ?? null,
      article: { id: articleId, uri: record.article.uri },
      checked: { claims: record.claims.length, spans },
      findings_in_all: relevant.length,
      findings: relevant.slice(0, MOST_FINDINGS),
    }
  },
}
