import type { Article } from '../domain/article.ts'
import { type Columns, recordColumns } from './column.ts'

export interface ArticlePart {
  readonly article: Article
  readonly publishedUtc: string | null
  readonly claims: number
}

const { text, textOrNull, integerOrNull, rowid } = recordColumns<ArticlePart>()

export const ARTICLE = {
  rowid: rowid('Number of the row.', (_, at) => at.article),
  id: text('SHA-256 of the text.', ({ article }) => article.id),
  uri: text('Where it came from.', ({ article }) => article.uri),
  raw_sha256: text('SHA-256 of the bytes that it was read from.', ({ article }) => article.rawSha256),
  title: textOrNull('As the input tells it.', ({ article }) => article.title),
  byline: textOrNull('Who wrote it, as the input tells it.', ({ article }) => article.byline),
  publisher: textOrNull('As the input tells it.', ({ article }) => article.publisher),
  published_at: textOrNull('As the input gave it: ISO 8601 with zone.', ({ article }) => article.publishedAt),
  published_utc: textOrNull(
    'The same instant as `YYYY-MM-DDTHH:MM:SS.sssZ`, so that text order is time order.',
    ({ publishedUtc }) => publishedUtc,
  ),
  language: textOrNull('BCP 47.', ({ article }) => article.language),
  decoded_as: text('Character encoding that it was decoded from.', ({ article }) => article.decodedAs),
  warnings: text('JSON: what reading had to repair, in words.', ({ article }) => JSON.stringify(article.warnings)),
  text: text('All of it; every offset counts its code points.', ({ article }) => article.text),
  claim_count: integerOrNull(
    'How many claims were stored with it; null when it was stored before this was kept.',
    ({ claims }) => claims,
  ),
  modified_at: textOrNull('When it was last changed, as the input gave it.', ({ article }) => article.modifiedAt),
  section: textOrNull('Part of the publication.', ({ article }) => article.section),
  origins: text('JSON: by what the input tells the others, by field.', ({ article }) =>
    JSON.stringify(article.origins),
  ),
} satisfies Columns
