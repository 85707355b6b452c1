import { jsonl } from '../../src/export/jsonl.ts'
import { readArticleRecord } from '../../src/store/queries/article-record.ts'
import { streamArticleIds } from '../../src/store/queries/articles/stream-article-ids.ts'
import { findDeadLetters, findInputs, findRuns, findStagesDone } from '../../src/store/queries/runs.ts'
import type { StoreDatabase } from '../../src/store/schema.ts'

/**
 * All that a store holds, without the numbers that it gives out itself and in an order of its own: equal for stores that
 * hold the same, however the rows came in.
 */
export async function readContent(database: StoreDatabase) {
  const runs = await findRuns(database)
  const nameOf = new Map(runs.map(run => [run.id, `${run.startedAt} ${run.process}`]))
  const named = (id: number | null) => (id === null ? null : nameOf.get(id))
  const articles = []
  for await (const { id } of streamArticleIds(database)) {
    const record = await readArticleRecord(database, id)
    const stages = await findStagesDone(database, id)
    articles.push({ record, stages: stages.map(({ name, version, run }) => [name, version, named(run.id)]) })
  }
  const letters = await findDeadLetters(database)
  const texts = await database.selectFrom('dead_letter').select(['uri', 'article_id', 'article']).execute()
  const inputs = await findInputs(database)
  const leftOut = await database.selectFrom('v_left_out').selectAll().execute()
  const corrections = await database.selectFrom('correction').selectAll().execute()
  const entities = await database.selectFrom('entity').select(['id', 'name', 'kind']).orderBy('id').execute()
  return {
    claims: await exportClaims(database),
    articles,
    entities,
    runs: runs.map(({ id: _, ...run }) => run).toSorted(byText),
    letters: letters.map(({ id: _, run_id, ...letter }) => ({ ...letter, run: named(run_id) })).toSorted(byText),
    texts: texts.toSorted(byText),
    inputs: inputs
      .map(({ id: _, run_id, first_run_id, ...input }) => ({
        ...input,
        run: named(run_id),
        first: named(first_run_id),
      }))
      .toSorted(byText),
    leftOut: leftOut.toSorted(byText),
    corrections: corrections.map(({ id: _, ...correction }) => correction).toSorted(byText),
  }
}

/** The canonical export. */
export async function exportClaims(database: StoreDatabase): Promise<string> {
  let lines = ''
  await jsonl.export(database, {}, line => {
    lines += String(line)
  })
  return lines
}

function byText(a: object, b: object): number {
  const [left, right] = [JSON.stringify(a), JSON.stringify(b)]
  return left < right ? -1 : left > right ? 1 : 0
}
