import type { Token } from '../../../src/domain/layers.ts'
import { type CuePattern, type CuePhrase, ruleIdOf } from '../../../src/domain/newsroom-rules.ts'
import type { CueRule } from './cue-rule.ts'
import { CUE_RULES } from './cue-rules.ts'
import { AnchorIndex } from './match/anchors.ts'
import { type ParsedPattern, parsePattern } from './match/match-rule.ts'

/** Cue rules, ready to be tried. */
export interface CueRuleSet {
  readonly index: AnchorIndex
  readonly patterns: ReadonlyMap<string, ParsedPattern>
}

function prepare(rules: readonly CueRule[]): CueRuleSet {
  return { index: new AnchorIndex(rules), patterns: new Map(rules.map(({ match }) => [match, parsePattern(match)])) }
}

/** The pipeline's own rules. */
export const OWN_RULES: CueRuleSet = prepare(CUE_RULES)

/** Elements that say it, by which a pattern tells on which side of the cue that stands. */
const SAYING: ReadonlySet<string> = new Set(['source', 'speaker', 'shared', 'possessor', 'owner', 'nobody', 'hearer'])

/**
 * The pipeline's rules behind those that a newsroom's phrases make: each phrase takes the patterns of the cues that it is like,
 * and is tried before them.
 *
 * @param read the tokens of a phrase: it matches by its words as they are given and by their base forms
 */
export function withNewsroomRules(
  cues: readonly CuePhrase[],
  read: (phrase: string) => readonly Token[],
  digest: string,
): CueRuleSet {
  if (cues.length === 0) return OWN_RULES
  const made = cues.flatMap(cue => {
    const [verbal, others] = [new Set<string>(), new Set<string>()]
    for (const tokens of cue.phrases.map(read)) {
      const into = opensWithVerb(tokens) ? verbal : others
      into.add(tokens.map(({ lower }) => lower).join(' '))
      into.add(tokens.map(({ lemma }) => lemma).join(' '))
    }
    const made = [
      { phrases: [...verbal], pos: {} },
      // "In the telling of": what no verb opens has neither voice nor form.
      { phrases: [...others], pos: { pos: 'any' as const } },
    ].filter(({ phrases }) => phrases.length > 0)
    const patterns = patternsOf(cue).flatMap(pattern => made.map(some => ({ pattern, ...some })))
    return patterns.map(
      ({ pattern, phrases, pos }): CueRule => ({
        ...pattern,
        ...pos,
        id: ruleIdOf(cue.id),
        cue: phrases,
        ...(cue.act === null ? {} : { act: cue.act }),
        confidence: cue.confidence ?? pattern.confidence,
        reason: cue.reason,
        rulesDigest: digest,
      }),
    )
  })
  return prepare([...made, ...CUE_RULES])
}

/** A word alone has no context by which the tagger could tell. */
function opensWithVerb([first, ...more]: readonly Token[]): boolean {
  return first === undefined || more.length === 0 || first.pos === 'VERB' || first.pos === 'NOUN' || first.pos === 'AUX'
}

/** The pipeline's rules for cues that a phrase is like, in their order, with the source where it is to stand. */
export function patternsOf({ like, source }: Pick<CuePhrase, 'like' | 'source'>): readonly CueRule[] {
  return CUE_RULES.filter(
    rule => like.some(one => isLike(rule, one)) && (source === null || sideOfSource(rule.match) === source),
  )
}

function isLike({ cue, where }: CueRule, like: CuePattern): boolean {
  if (where === 'heading') return false
  if (like === 'according-to') return typeof cue === 'object' && 'length' in cue && cue.includes('accord to')
  return cue === like
}

function sideOfSource(match: string): 'before' | 'after' {
  const words = match.split(' ')
  const cue = words.indexOf('cue')
  return words.slice(cue).some(word => SAYING.has(word.replace('?', ''))) ? 'after' : 'before'
}
