import { z } from 'zod'
import { findRepliesIn } from '../../../store/queries/across/replies.ts'
import { resolveArticle } from '../../../store/queries/references/resolve-article.ts'
import { defineRoute } from '../api-route.ts'
import { OFFSETS } from '../schemas/claim.ts'
import { REPLY } from '../schemas/explanation.ts'
import { reference } from '../schemas/paging.ts'
import { toReply } from './one-claim.ts'

const ANSWER = z
  .object({
    items: z
      .array(
        z.object({
          accusation_id: z.string(),
          accused: z.string(),
          start: z.int().describe(`Of the words for who is accused. ${OFFSETS}`),
          end: z.int(),
          reason: z.string(),
          replies: z.array(REPLY),
        }),
      )
      .describe('The accusations of the article.'),
    answers: z.array(REPLY).describe('What it answers to accusations of other articles.'),
  })
  .meta({ description: 'Who is accused in an article, and what answers it there and in others.' })

export const getArticleReplies = defineRoute({
  id: 'getArticleReplies',
  method: 'get',
  at: '/articles/{article}/replies',
  summary: 'Say who is accused in an article, and what answers it',
  description: 'What was found when articles were held against one another; an article that waits for that has none.',
  path: z.strictObject({ article: reference('article') }),
  query: z.strictObject({}),
  body: null,
  answer: { status: 200, name: 'Replies', schema: ANSWER, description: 'Accusations with their replies.' },
  problems: [404],
  async answerTo({ site }, { path }) {
    const found = [...(await findRepliesIn(site.database, await resolveArticle(site.database, path.article)))]
    const items = found.flatMap(([accusation_id, { accuses, replies }]) =>
      accuses === null ? [] : [{ accusation_id, ...accuses, replies: replies.map(toReply) }],
    )
    const own = new Set(items.map(({ accusation_id }) => accusation_id))
    const answers = found.flatMap(([, { answers }]) => answers).filter(({ accusation_id }) => !own.has(accusation_id))
    return { items, answers: answers.map(toReply) }
  },
})
