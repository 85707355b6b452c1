import type { TextSpan } from '../domain/record.ts'
import { recordColumns } from './column.ts'

/** Words in their order among those of one owner. */
export interface SpanPart {
  readonly sequence: number
  readonly span: TextSpan
}

const { text, integer } = recordColumns<SpanPart>()

/** The columns that tables of words share. */
export const SPAN = {
  sequence: integer('Its place among the others, from 0.', ({ sequence }) => sequence),
  start: integer('First character, in code points of the article.', ({ span }) => span.start),
  end: integer('Behind its last character.', ({ span }) => span.end),
  text: text('The words that stand there.', ({ span }) => span.text),
}
