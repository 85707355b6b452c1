import { z } from 'zod'
import { findRepliesIn } from '../../store/queries/across/replies.ts'
import { resolveArticle } from '../../store/queries/references/resolve-article.ts'
import type { Tool } from '../tool.ts'

/** Most that is given of an article's accusations, and of what it answers in others. */
const MOST = 50

const input = z.strictObject({
  article: z.string().min(1).max(500).describe('An article’s URI, the end of it, or the beginning of its id.'),
})

/** Who is accused, and who answers. */
export const replies: Tool<z.infer<typeof input>> = {
  name: 'replies',
  title: 'Say who is accused and what answers it',
  description:
    'Takes an article and lists its accusations, each with whom it accuses, the words that say so, and what answers it there or in ' +
    'other articles: a denial, a refusal, another answer, or an attempt that reached nobody; "answers" has what this article says to ' +
    'accusations of others. An id with a colon is no claim but words of an article: the beginning of its id, and their offsets. ' +
    'No reply means that none was found, not that there was none.',
  input,
  async answer({ database }, { article }) {
    const id = await resolveArticle(database, article)
    const found = [...(await findRepliesIn(database, id))]
    const accusations = found.flatMap(([claim_id, { accuses, replies }]) =>
      accuses === null ? [] : [{ claim_id, ...accuses, replies }],
    )
    const own = new Set(accusations.map(({ claim_id }) => claim_id))
    const answers = found.flatMap(([, { answers }]) => answers).filter(({ accusation_id }) => !own.has(accusation_id))
    return {
      article_id: id,
      accusations: accusations.slice(0, MOST),
      answers: answers.slice(0, MOST),
      left_off: Math.max(0, accusations.length - MOST) + Math.max(0, answers.length - MOST),
    }
  },
}
