import type { Span } from '../../domain/span.ts'
import { CodePointOffsets } from '../../domain/text/code-points.ts'
import { nameWords } from '../../domain/text/unclaimed-words.ts'
import type { FoundAccusation } from './accusing/accusation.ts'
import { findAccusations } from './accusing/find-accusations.ts'
import { findRefusals, type Refusal } from './find-refusals.ts'
import { Linker } from './linker.ts'
import { findParties } from './parties/find-parties.ts'
import { findSpeakers } from './parties/speakers.ts'
import type { ArticleReplies } from './reply.ts'
import { type AnswerableArticle, readSaid, type SaidArticle } from './said-claims.ts'

/**
 * Finds in an article who is accused of what, and which of its claims answer that. Rejected claims are the caller’s to leave out.
 *
 * @example
 * linkReplies(record).replies.map(({ kind }) => kind) // → ['denial', 'unreachable']
 */
export function linkReplies(record: AnswerableArticle): ArticleReplies {
  const said = readSaid(record)
  const parties = findParties(said)
  const speakers = findSpeakers(said, parties)
  const points = new CodePointOffsets(record.article.text)
  const nameOf = (span: Span) => nameWords(record.article.id, points.of(span))
  const refusals = findRefusals(said, parties, nameOf)
  const links = new Linker(
    nameOf,
    withRefusals(said, refusals),
    parties,
    new Map([...speakers, ...refusals.map(one => [one.words.id, one.speaker] as const)]),
    joinHeadline(findAccusations(said, parties, speakers)),
  ).link()
  return {
    accusations: links.accusations.map(({ claim, accused, party, rule, reason }) => ({
      claimId: claim.id,
      span: points.of(claim.cue),
      accused: { ...points.of(accused), text: record.article.text.slice(accused.start, accused.end) },
      name: party?.isNamed === true ? party.name : null,
      chain:
        said.mentions.find(({ start, end, chain }) => chain !== null && start < accused.end && accused.start < end)
          ?.chain ?? null,
      rule,
      reason,
    })),
    replies: links.replies.map(reply => ({ ...reply, span: points.of(reply.span) })),
  }
}

function withRefusals(said: SaidArticle, refusals: readonly Refusal[]): SaidArticle {
  const claims = [...said.claims, ...refusals.map(({ words }) => words)]
  return { ...said, claims: claims.sort((a, b) => a.cue.start - b.cue.start || (a.id < b.id ? -1 : 1)) }
}

/** Paragraphs that headline, byline and lead may take. */
const HEAD = 3

/** "Surgeon ‘ignored warnings’, court told": who is only described on top is the first of the kind who is then accused by name. */
function joinHeadline(accusations: readonly FoundAccusation[]): FoundAccusation[] {
  return accusations.map(accusation => {
    const { party, claim } = accusation
    if (party === null || party.isNamed || claim.paragraph >= HEAD) return accusation
    const named = accusations.find(other => other.party?.isNamed === true && other.party.isPerson === party.isPerson)
    return named?.party == null || named.claim.cue.start < claim.cue.start
      ? accusation
      : { ...accusation, party: named.party }
  })
}
