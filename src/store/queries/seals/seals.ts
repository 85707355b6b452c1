import type { NumberedSeal } from '../../../seal/chain.ts'

import type { Digest, Leaf, LedgerHead } from '../../../seal/seal.ts'
import type { StoreDatabase } from '../../schema.ts'
import { type LinkTable, toSealedHeads } from '../../seals/ledger-head.ts'
import type { SealTable } from '../../tables/seal-tables.ts'

const SEALS_A_PAGE = 1_000
/** Each page is sorted out of all leaves, so it is large; a leaf has some 200 bytes. */
const LEAVES_A_PAGE = 200_000

/** Every seal that is closed, by number. */
export async function* streamSeals(database: StoreDatabase): AsyncGenerator<NumberedSeal> {
  let after = 0
  for (;;) {
    const page: SealTable[] = await database
      .selectFrom('seal')
      .selectAll()
      .where('number', '>', after)
      .orderBy('number')
      .limit(SEALS_A_PAGE)
      .execute()
    yield* page.map(toSeal)
    const last = page.at(-1)?.number
    if (last === undefined || last === null || page.length < SEALS_A_PAGE) return
    after = last
  }
}

/** The leaves that a seal's root is made of, in their order: of each subject the last that was written. */
export async function* streamLeaves(database: StoreDatabase, sealNumber: number): AsyncGenerator<Leaf> {
  const select = () =>
    database
      .selectFrom('seal_leaf')
      .innerJoin('seal', 'seal.id', 'seal_leaf.seal_id')
      .select(['seal_leaf.id', 'seal_leaf.kind', 'seal_leaf.subject', 'seal_leaf.digest'])
      .where('seal.number', '=', sealNumber)
      .orderBy('seal_leaf.kind')
      .orderBy('seal_leaf.subject')
      .orderBy('seal_leaf.id')
      .limit(LEAVES_A_PAGE)
  yield* lastOfEach(
    inPages(({ kind, subject, id }) =>
      select().where(({ eb, refTuple, tuple }) =>
        eb(refTuple('seal_leaf.kind', 'seal_leaf.subject', 'seal_leaf.id'), '>', tuple(kind, subject, id)),
      ),
    ),
  )
}

/** Of every article that stands there, or of one, its last leaf, by subject. */
export async function* streamArticleLeaves(database: StoreDatabase, articleId?: string): AsyncGenerator<SealedArticle> {
  const all = () =>
    database
      .selectFrom('seal_leaf')
      .innerJoin('seal', 'seal.id', 'seal_leaf.seal_id')
      .select(['seal_leaf.id', 'seal_leaf.kind', 'seal_leaf.subject', 'seal_leaf.digest', 'seal.number'])
      .where('seal.number', 'is not', null)
      .where('seal_leaf.kind', '=', 'article')
      .orderBy('seal_leaf.subject')
      .orderBy('seal_leaf.id')
      .limit(LEAVES_A_PAGE)
  const select = () => (articleId === undefined ? all() : all().where('seal_leaf.subject', '=', articleId))
  const leaves = lastOfEach(
    inPages(({ subject, id }) =>
      select().where(({ eb, refTuple, tuple }) =>
        eb(refTuple('seal_leaf.subject', 'seal_leaf.id'), '>', tuple(subject, id)),
      ),
    ),
  )
  for await (const { subject, digest, number } of leaves)
    if (digest !== null && number !== null) yield { id: subject, digest, sealNumber: number }
}

export interface SealedArticle {
  readonly id: string
  readonly digest: Digest
  readonly sealNumber: number
}

/** How many corrections there are, and the last link of their chain; or of those up to a place, from 1. */
export async function findLedgerHead(
  database: StoreDatabase,
  position?: number,
  links: LinkTable = 'correction_link',
): Promise<LedgerHead> {
  const { count } = await database
    .selectFrom(links)
    .select(query => query.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const place = position ?? Number(count)
  if (place < 1 || place > Number(count)) return { count: 0, head: null }
  const link = await database
    .selectFrom(links)
    .select('digest')
    .orderBy('correction_id')
    .offset(place - 1)
    .limit(1)
    .executeTakeFirst()
  return { count: place, head: link?.digest ?? null }
}

interface Placed extends Leaf {
  readonly id: number
}

/** Everything that `select` finds behind the last of the page before. */
async function* inPages<Row extends Placed>(
  select: (after: Placed) => { execute(): Promise<Row[]> },
): AsyncGenerator<Row> {
  let last: Placed = { kind: '', subject: '', id: 0, digest: null }
  for (;;) {
    const page = await select(last).execute()
    yield* page
    if (page.length < LEAVES_A_PAGE) return
    last = page.at(-1) ?? last
  }
}

async function* lastOfEach<Some extends Leaf>(ordered: AsyncIterable<Some>): AsyncGenerator<Some> {
  let last: Some | null = null
  for await (const leaf of ordered) {
    if (last !== null && (last.kind !== leaf.kind || last.subject !== leaf.subject)) yield last
    last = leaf
  }
  if (last !== null) yield last
}

function toSeal(row: SealTable): NumberedSeal {
  const { number, kind, run_id, sealed_at, run_digest, size, root, corrections, corrections_head, digest } = row
  return {
    number: number ?? 0,
    runId: run_id,
    kind,
    sealedAt: sealed_at ?? '',
    run: run_digest,
    size: size ?? 0,
    root: root ?? '',
    ...toSealedHeads(
      { count: corrections ?? 0, head: corrections_head },
      { count: row.voice_corrections ?? 0, head: row.voice_corrections_head },
    ),
    previous: parseDigests(row.previous),
    digest: digest ?? '',
  }
}

/** What is no list of digests goes on from nothing that there is. */
function parseDigests(previous: string | null): Digest[] {
  try {
    const digests: unknown = JSON.parse(previous ?? '[]')
    if (Array.isArray(digests)) return digests.map(String)
  } catch {
    // Somebody changed it.
  }
  return [previous ?? '']
}
