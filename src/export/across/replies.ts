import type { ClaimSpan } from '../../domain/record.ts'
import { CodePointText } from '../../domain/text/code-point-text.ts'
import { placeOfWords } from '../../domain/text/unclaimed-words.ts'
import { type AccusationLine, type ReplyLine, readAccusationPage } from '../../store/queries/across/pages-across.ts'
import { readTexts } from '../../store/queries/articles/article-pages.ts'
import { findNamesOfClaims } from '../../store/queries/claims/names-of-claims.ts'
import { findSpansOfClaims } from '../../store/queries/claims/spans-of-claims.ts'
import type { StoreDatabase } from '../../store/schema.ts'
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

interface Page {
  readonly accusations: readonly AccusationLine[]
  readonly replies: ReadonlyMap<string, readonly ReplyLine[]>
  readonly spans: ReadonlyMap<string, readonly ClaimSpan[]>
  readonly names: ReadonlyMap<string, string | null>
  /** By id, of articles with words that answer and are no claim's. */
  readonly texts: ReadonlyMap<string, CodePointText>
}

async function readPage(snapshot: StoreDatabase, after: string): Promise<Page> {
  const { accusations, replies } = await readAccusationPage(snapshot, after, ACCUSATIONS_A_PAGE)
  const answering = Map.groupBy(replies, ({ reply_id }) => placeOfWords(reply_id) === null)
  const ids = [
    ...new Set([
      ...accusations.map(({ claim_id }) => claim_id),
      ...(answering.get(true) ?? []).map(({ reply_id }) => reply_id),
    ]),
  ]
  const unclaimed = (answering.get(false) ?? []).map(({ article_id }) => article_id)
  const texts = await readTexts(snapshot, [...new Set(unclaimed)])
  return {
    accusations,
    replies: Map.groupBy(replies, ({ accusation_id }) => accusation_id),
    spans: await findSpansOfClaims(snapshot, ids),
    names: await findNamesOfClaims(snapshot, ids),
    texts: new Map([...texts].map(([id, text]) => [id, new CodePointText(text)])),
  }
}

function toLine(accusation: AccusationLine, page: Page) {
  const { claim_id: id, accused, accused_start, accused_end, rule, reason } = accusation
  return {
    accusation: toSaid(id, accusation, page),
    accused: { name: accused, span: [accused_start, accused_end] },
    rule,
    reason,
    replies: (page.replies.get(id) ?? []).map(reply => ({
      ...toSaid(reply.reply_id, reply, page),
      kind: reply.kind,
      replier: reply.replier,
      rule: reply.rule,
      reason: reply.reason,
    })),
  }
}

/** A claim with its words, or words that are no claim's, which have a cue alone. */
function toSaid(id: string, { article_id, article_uri }: AccusationLine | ReplyLine, { spans, names, texts }: Page) {
  const place = placeOfWords(id)
  const own = spans.get(id)
  return {
    claim: place === null ? id : null,
    article: { id: article_id, uri: article_uri },
    name: names.get(id) ?? null,
    source: wordsOf(own, 'source'),
    cue: place === null ? wordsOf(own, 'cue') : toCue(texts.get(article_id), place),
    content: wordsOf(own, 'content'),
  }
}

function toCue(text: CodePointText | undefined, { start, end }: { start: number; end: number }): ExportedWords | null {
  return text === undefined ? null : { text: text.slice({ start, end }), spans: [[start, end]] }
}
