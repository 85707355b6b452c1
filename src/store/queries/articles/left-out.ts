import type { LeftOutTable, StoreDatabase } from '../../schema.ts'

/** A passage that was left out of an article, by where it stands among those of its place. */
export interface LeftOutRow extends Pick<LeftOutTable, 'sequence' | 'reason' | 'text'> {
  readonly location: string
}

/** What was left out of an article, place by place and in the order in which it stood there. */
export async function readLeftOut(database: StoreDatabase, articleId: string): Promise<LeftOutRow[]> {
  return await database
    .selectFrom('left_out')
    .innerJoin('input', 'input.id', 'left_out.input_id')
    .select(['input.location', 'left_out.sequence', 'left_out.reason', 'left_out.text'])
    .where('input.article_id', '=', articleId)
    .orderBy('left_out.input_id')
    .orderBy('left_out.sequence')
    .execute()
}
