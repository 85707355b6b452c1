import type { Span } from '../../domain/span.ts'
import type { GoldCharge, GoldWords } from './reply-gold.ts'
import type { Ratio } from './score-replies.ts'

/** Words of an article: those of a cue, or others that answer. In code points. */
export interface WordsOf {
  readonly name: string
  readonly cues: readonly Span[]
}

/** An accusation, and what answers it in another article. */
export interface AcrossLink {
  readonly accusation: WordsOf
  readonly reply: WordsOf
}

export const ACROSS_MEASURES = ['links across right', 'replies across found'] as const
export type AcrossScores = Readonly<Record<(typeof ACROSS_MEASURES)[number], Ratio>>

/**
 * Scores links between articles: right is one whose ends one charge of gold holds; a reply counts as found when it is linked with any
 * accusation of its charge in another article, and is asked for where one of these is required.
 *
 * @param names of the articles that there were
 */
export function scoreAcross(
  links: readonly AcrossLink[],
  charges: readonly GoldCharge[],
  names: ReadonlySet<string>,
): AcrossScores {
  const joins = (link: AcrossLink, charge: GoldCharge) =>
    charge.accusations.some(words => touches(link.accusation, words)) &&
    charge.replies.some(words => touches(link.reply, words))
  const asked = charges.flatMap(charge =>
    charge.replies
      .filter(
        reply =>
          reply.required &&
          names.has(reply.document) &&
          charge.accusations.some(
            ({ document, required }) => required && document !== reply.document && names.has(document),
          ),
      )
      .map(reply => ({ charge, reply })),
  )
  const found = asked.filter(({ charge, reply }) =>
    links.some(link => touches(link.reply, reply) && joins(link, charge)),
  )
  const right = links.filter(link => charges.some(charge => joins(link, charge)))
  return {
    'links across right': { hits: right.length, of: links.length },
    'replies across found': { hits: found.length, of: asked.length },
  }
}

function touches({ name, cues }: WordsOf, words: GoldWords): boolean {
  return words.document === name && cues.some(({ start, end }) => start < words.end && words.start < end)
}
