import { readStandingClaims, type StandingClaim } from '../annotations/comparing/standing-claims.ts'
import { CodePointText } from '../domain/text/code-point-text.ts'
import { readArticle } from '../store/queries/article-record.ts'
import type { StoreDatabase } from '../store/schema.ts'

/** An article of which somebody judged a claim, with all its claims as they stand. */
export interface JudgedArticle {
  readonly id: string
  readonly uri: string
  readonly publisher: string | null
  readonly text: CodePointText
  readonly claims: readonly StandingClaim[]
}

/** Every article that the ledger of corrections names and the database holds, by URI and then by id. */
export async function* streamJudgedArticles(database: StoreDatabase): AsyncGenerator<JudgedArticle> {
  const ids = await database
    .selectFrom('article')
    .select('id')
    .where('id', 'in', database.selectFrom('correction').select('article_id'))
    .orderBy('uri')
    .orderBy('id')
    .execute()
  for (const { id } of ids) {
    const { uri, publisher, text } = await readArticle(database, id)
    yield { id, uri, publisher, text: new CodePointText(text), claims: await readStandingClaims(database, id) }
  }
}
