import type { ClaimSpan } from '../../domain/record.ts'
import { CodePointText } from '../../domain/text/code-point-text.ts'
import { placeOfWords } from '../../domain/text/unclaimed-words.ts'
import { isAmong } from '../../store/dialect/write-rows.ts'
import { findSpansOfClaims } from '../../store/queries/claims/spans-of-claims.ts'
import type { AccusationTable, ReplyTable, StoreDatabase } from '../../store/schema.ts'
import type { ExportedWords } from '../exported-claim.ts'
import type { AcrossFile } from './across-file.ts'
import { wordsOf } from './exported-words.ts'

const ACCUSATIONS_A_PAGE = 500

/** An accusation a line, by its id, with all that answers it; one that nothing answers has no replies. */
export const replies: AcrossFile = {
  name: 'replies.jsonl',
  description: 'who is accused, and what answers it in the same article and in others, an accusation a line',
  async write(database, write) {
    let count = 0
    for (let after = ''; ; ) {
      const page = await database.transaction().execute(snapshot => readPage(snapshot, after))
      const last = page.accusations.at(-1)
      if (last === undefined) return count
      after = last.claim_id
      for (const accusation of page.accusations) await write(`${JSON.stringify(toLine(accusation, page))}\n`)
      count += page.accusations.length
    }
  },
}

interface Article {
  readonly id: string
  readonly uri: string
}

interface Page {
  readonly accusations: readonly AccusationTable[]
  readonly replies: ReadonlyMap<string, readonly ReplyTable[]>
  readonly articles: ReadonlyMap<number, Article>
  readonly spans: ReadonlyMap<string, readonly ClaimSpan[]>
  readonly names: ReadonlyMap<string, string | null>
  /** Of articles with words that answer and are no claim's. */
  readonly texts: ReadonlyMap<number, CodePointText>
}

async function readPage(snapshot: StoreDatabase, after: string): Promise<Page> {
  const accusations = await snapshot
    .selectFrom('accusation')
    .selectAll()
    .where('claim_id', '>', after)
    .orderBy('claim_id')
    .limit(ACCUSATIONS_A_PAGE)
    .execute()
  const accusing = accusations.map(({ claim_id }) => claim_id)
  const answers = await snapshot
    .selectFrom('reply')
    .selectAll()
    .where(isAmong(snapshot, 'accusation_id', accusing))
    .orderBy('accusation_id')
    .orderBy('reply_id')
    .execute()
  const placed = [
    ...accusations.map(({ claim_id, article_rowid }) => ({ id: claim_id, rowid: article_rowid })),
    ...answers.map(({ reply_id, reply_article_rowid }) => ({ id: reply_id, rowid: reply_article_rowid })),
  ]
  const ids = [...new Set(placed.map(({ id }) => id))].filter(id => placeOfWords(id) === null)
  const unclaimed = placed.filter(({ id }) => placeOfWords(id) !== null).map(({ rowid }) => rowid)
  return {
    accusations,
    replies: Map.groupBy(answers, ({ accusation_id }) => accusation_id),
    articles: await readArticles(snapshot, [...new Set(placed.map(({ rowid }) => rowid))]),
    spans: await findSpansOfClaims(snapshot, ids),
    names: await readNames(snapshot, ids),
    texts: await readTexts(snapshot, [...new Set(unclaimed)]),
  }
}

async function readArticles(snapshot: StoreDatabase, rowids: readonly number[]): Promise<Map<number, Article>> {
  const rows = await snapshot
    .selectFrom('article')
    .select(['rowid', 'id', 'uri'])
    .where(isAmong(snapshot, 'rowid', rowids))
    .execute()
  return new Map(rows.map(({ rowid, id, uri }) => [rowid, { id, uri }]))
}

async function readTexts(snapshot: StoreDatabase, rowids: readonly number[]): Promise<Map<number, CodePointText>> {
  const rows = await snapshot
    .selectFrom('article')
    .select(['rowid', 'text'])
    .where(isAmong(snapshot, 'rowid', rowids))
    .execute()
  return new Map(rows.map(({ rowid, text }) => [rowid, new CodePointText(text)]))
}

async function readNames(snapshot: StoreDatabase, ids: readonly string[]): Promise<Map<string, string | null>> {
  const rows = await snapshot
    .selectFrom('v_claim')
    .select(['id', 'name'])
    .where(isAmong(snapshot, 'id', ids))
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

function toLine(accusation: AccusationTable, page: Page) {
  const { claim_id: id, article_rowid, accused, accused_start, accused_end, rule, reason } = accusation
  return {
    accusation: toSaid(id, article_rowid, page),
    accused: { name: accused, span: [accused_start, accused_end] },
    rule,
    reason,
    replies: (page.replies.get(id) ?? []).map(reply => ({
      ...toSaid(reply.reply_id, reply.reply_article_rowid, page),
      kind: reply.kind,
      replier: reply.replier,
      rule: reply.rule,
      reason: reply.reason,
    })),
  }
}

/** A claim with its words, or words that are no claim's, which have a cue alone. */
function toSaid(id: string, rowid: number, { articles, spans, names, texts }: Page) {
  const place = placeOfWords(id)
  const own = spans.get(id)
  return {
    claim: place === null ? id : null,
    article: articles.get(rowid) ?? null,
    name: names.get(id) ?? null,
    source: wordsOf(own, 'source'),
    cue: place === null ? wordsOf(own, 'cue') : toCue(texts.get(rowid), place),
    content: wordsOf(own, 'content'),
  }
}

function toCue(text: CodePointText | undefined, { start, end }: { start: number; end: number }): ExportedWords | null {
  return text === undefined ? null : { text: text.slice({ start, end }), spans: [[start, end]] }
}
