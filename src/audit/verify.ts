import { setImmediate } from 'node:timers/promises'
import type { ArticleRecord } from '../domain/record.ts'
import type { AcrossChecked } from '../families/checking/check-across.ts'
import { findPlaces } from '../store/queries/across/versions.ts'
import { readArticleRecord } from '../store/queries/article-record.ts'
import { readArticleBookkeeping } from '../store/queries/articles/article-bookkeeping.ts'
import { readLeftOut } from '../store/queries/articles/left-out.ts'
import { countArticles, streamArticleIds } from '../store/queries/articles/stream-article-ids.ts'
import { readJoinedTexts } from '../store/queries/claims/joined-texts.ts'
import { readLargestInput } from '../store/queries/runs/largest-input.ts'
import type { StoreReader } from '../store/reader.ts'
import type { StoreDatabase } from '../store/schema.ts'
import { placeProblem } from './columns/structure-places.ts'
import type { Finding } from './finding.ts'
import { verifySeals } from './seals/verify-seals.ts'
import { verifyAcross } from './verify-across.ts'
import { verifyArticle } from './verify-article.ts'
import { verifyLeftOut } from './verify-left-out.ts'
import { verifySourceFile } from './verify-source-file.ts'

export interface VerifyOptions {
  /** Folder that the places of inputs are relative to, to compare the files they name; null leaves files alone. */
  readonly folder?: string | null | undefined
  readonly onFinding?: ((finding: Finding) => void) | undefined
  /** Called often. */
  readonly onProgress?: ((progress: VerifyProgress) => void) | undefined
}

/** How far it is. The database's own structure comes first, then the articles' texts, the seals, the rows under them, and last what is found across articles. */
export interface VerifyProgress {
  readonly phase: 'structure' | 'texts' | 'seals' | 'rows' | 'across'
  /** Articles so far, of all. */
  readonly articles: number
  readonly total: number
  readonly claims: number
}

/** What was checked, and with what outcome. */
export interface VerifyCounts {
  readonly articles: number
  readonly claims: number
  /** Spans of claims, sources, mentions, voices and candidates. */
  readonly spans: number
  /** Source files that were still there to be compared. */
  readonly files: number
  /** Source files that were not found: the database was moved, say, or they were. */
  readonly missing: number
  /** What is found across articles, as far as it was held against what would be found anew. */
  readonly across: AcrossChecked
  readonly mismatches: number
  readonly warnings: number
}

/**
 * Checks everything that is stored against the articles' texts: each text against its hash, each span against the
 * text, each text that was joined from spans against these, the ids of claims and sources against their spans, that
 * every claim is there with its cue, its evidence, its context and its entry in the full-text index, that each with a source
 * is somebody's voice and what is counted of voices follows from their claims, that every passage left out has its reason, the database's own structure, and last of all every row against the seals (`verifySeals`).
 * What is found across articles is held against what would be found anew, where nothing waits for that (`verifyAcross`).
 * Findings are given out as they come, so that a large database needs no more memory than a small one.
 *
 * What was changed together with all that vouches for it, seals included, only a manifest kept elsewhere can tell.
 *
 * @example
 * const counts = await verify(reader, { onFinding: finding => console.log(finding.message) })
 * process.exitCode = counts.mismatches > 0 ? EXIT.findings : EXIT.ok
 */
export async function verify(reader: StoreReader, options: VerifyOptions = {}): Promise<VerifyCounts> {
  const counts = { articles: 0, claims: 0, spans: 0, files: 0, missing: 0, mismatches: 0, warnings: 0 }
  const report = (finding: Finding) => {
    counts[finding.level === 'mismatch' ? 'mismatches' : 'warnings']++
    options.onFinding?.(finding)
  }
  let total = 0
  const tell = (phase: VerifyProgress['phase'], articles = 0, claims = 0) =>
    options.onProgress?.({ phase, articles, total, claims })
  tell('structure')
  for (const problem of await reader.checkIntegrity())
    report({
      level: 'mismatch',
      kind: 'database',
      articleId: null,
      uri: null,
      claimIds: [],
      span: null,
      places: placeProblem(problem),
      message: `The database itself is damaged: ${problem}.`,
    })
  total = await countArticles(reader.database)
  const mostBytes = await readLargestInput(reader.database)
  for await (const { id, uri } of streamArticleIds(reader.database)) {
    // What queries leave behind is given back only when the event loop turns.
    await setImmediate()
    const record = await readReadable(reader.database, id)
    if (record instanceof SyntaxError) {
      const message = `What is stored of article ${id} (${uri}) cannot be read: a column that is to hold JSON does not (${record.message}).`
      report({ level: 'mismatch', kind: 'database', articleId: id, uri, claimIds: [], span: null, places: [], message })
      continue
    }
    const checked = verifyArticle(
      record,
      await readJoinedTexts(reader.database, id),
      await readArticleBookkeeping(reader.database, id),
    )
    checked.findings.forEach(report)
    verifyLeftOut(record.article, await readLeftOut(reader.database, id)).forEach(report)
    counts.articles++
    counts.claims += record.claims.length
    counts.spans += checked.spans
    tell('texts', counts.articles, counts.claims)
    if (options.folder === undefined || options.folder === null) continue
    const file = await verifySourceFile(record, await findPlaces(reader.database, id), options.folder, mostBytes)
    if (file.outcome === 'compared') counts.files++
    if (file.outcome === 'missing') counts.missing++
    if (file.finding !== null) report(file.finding)
  }
  await reader.database.transaction().execute(async snapshot => {
    const onArticle = (articles: number, claims: number) => tell('rows', articles, claims)
    tell('seals')
    for await (const finding of verifySeals(snapshot, onArticle)) report(finding)
  })
  tell('across')
  const across = await reader.database.transaction().execute(snapshot => verifyAcross(snapshot, report))
  return { ...counts, across }
}

async function readReadable(database: StoreDatabase, articleId: string): Promise<ArticleRecord | SyntaxError> {
  try {
    return await readArticleRecord(database, articleId)
  } catch (error) {
    if (error instanceof SyntaxError) return error
    throw error
  }
}
