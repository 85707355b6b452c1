import { randomBytes } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { streamArticlePages } from '../../store/queries/articles/article-pages.ts'
import type { StoreDatabase } from '../../store/schema.ts'
import type { EnteredArticle } from '../across-step.ts'
import { checkAllFamilies } from './check-all-families.ts'
import { checkReplies } from './check-replies.ts'
import { checkSomeFamilies } from './check-some-families.ts'
import { checkVersions } from './check-versions.ts'
import type { RowDifference } from './row-differences.ts'

/** How far what is found across articles was looked at. */
export interface AcrossChecked {
  /** Articles that wait to be entered: nothing was checked then, since it is not yet what would be found. */
  readonly waiting: number
  readonly families: number
  readonly accusations: number
  readonly changes: number
  /** Articles whose quotations were looked for anew: all, or a sample where claims are very many. */
  readonly articlesOfFamilies: number
}

/** Up to so many claims families are found anew from all of them, which takes some 20 s; of more, around a sample of articles. */
const MOST_CLAIMS = 50_000
const SAMPLE = 1000
const ARTICLES_AT_ONCE = 100

/**
 * Holds families, replies and changes of versions against what would be found anew by articles, claims and corrections: replies and
 * versions of all articles, families of all or of a sample. The handle reads one snapshot, in which nothing waits to be entered.
 *
 * @param mostClaims see `MOST_CLAIMS`
 */
export async function checkAcross(
  database: StoreDatabase,
  onDifferences: (differences: readonly RowDifference[]) => void,
  mostClaims = MOST_CLAIMS,
): Promise<AcrossChecked> {
  const counts = { accusations: 0, changes: 0, articles: 0 }
  for await (const articles of streamArticlePages(database, ARTICLES_AT_ONCE)) {
    const replies = await checkReplies(database, articles)
    const versions = await checkVersions(database, articles)
    onDifferences([...replies.differences, ...versions.differences])
    counts.accusations += replies.accusations
    counts.changes += versions.changes
    counts.articles += articles.length
    await setImmediate()
  }
  const isWhole = (await countRows(database, 'quotation_member')) <= mostClaims
  const sample = isWhole ? [] : await takeSample(database)
  onDifferences(isWhole ? await checkAllFamilies(database) : await checkSomeFamilies(database, sample))
  return {
    waiting: 0,
    families: await countRows(database, 'quotation_family'),
    accusations: counts.accusations,
    changes: counts.changes,
    articlesOfFamilies: isWhole ? counts.articles : sample.length,
  }
}

/** Those whose ids follow one that is drawn at random: ids are hashes, so neighbours have nothing in common. */
async function takeSample(database: StoreDatabase): Promise<EnteredArticle[]> {
  const digits = randomBytes(4).toString('hex')
  const select = () => database.selectFrom('article').select(['rowid', 'id', 'uri']).orderBy('id').limit(SAMPLE)
  const behind = await select().where('id', '>=', digits).execute()
  return behind.length === SAMPLE
    ? behind
    : [...behind, ...(await select().where('id', '<', digits).execute())].slice(0, SAMPLE)
}

async function countRows(database: StoreDatabase, table: 'quotation_family' | 'quotation_member'): Promise<number> {
  const { count } = await database
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}
