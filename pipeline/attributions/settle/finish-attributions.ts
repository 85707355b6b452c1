import type { Attribution, AttributionsLayer, Candidate, TokensLayer } from '../../../src/domain/layers.ts'
import { isNewsroomRule } from '../../../src/domain/newsroom-rules.ts'
import { type Span, sliceOf } from '../../../src/domain/span.ts'
import { findDatelines } from '../../datelines.ts'
import { findEntryTimes } from '../../entry-times.ts'
import { CueIndex } from '../cue-index.ts'
import type { Found, UnlinkedAttribution } from '../found.ts'
import { type FormId, isByForm } from '../rules/forms/form.ts'
import { isNotice } from '../rules/forms/speaking-label.ts'
import { findSilentSense } from '../senses/read-sense.ts'
import { setBorders } from './borders/borders.ts'
import { prepareLeaveCues } from './borders/leave-cues.ts'
import { isCourtRole } from './court-role.ts'
import { prepareEndInside } from './inside-outer.ts'
import { linkParents } from './link-parents.ts'
import { cutDatelines } from './page/cut-datelines.ts'
import { leaveLinesToTheirSpeakers, listOwnLines } from './page/own-lines.ts'
import { isOwnVersion } from './page/own-notes.ts'
import { partPullQuotes } from './page/pull-quotes.ts'
import { prepareTeasers } from './page/teasers.ts'
import { endAtNextCue, leaveQuotationsToTheirCues, shareRelayed } from './shared-speaker.ts'
import { prepareLeaveTorn } from './torn-contents.ts'
import { withholdsIdentity } from './withheld-identity.ts'

/**
 * The last step, however attributions were found: those that are no claims go, contents end where they must, and each
 * attribution is given its parent, here and nowhere else.
 */
export function finishAttributions(
  text: string,
  tokens: TokensLayer,
  { attributions, candidates }: Found<UnlinkedAttribution>,
): AttributionsLayer {
  const finish = prepareFinish(text, tokens, attributions)
  const kept: UnlinkedAttribution[] = []
  const dropped: Candidate[] = []
  for (const one of attributions) {
    const finished = finish(one)
    if (typeof finished === 'string') dropped.push(toCandidate(one, finished))
    else kept.push(finished)
  }
  const { claims, repeated } = partPullQuotes(text, kept)
  for (const one of repeated) dropped.push(toCandidate(one, 'It repeats words that the text attributes.'))
  const whole = claims.map(prepareLeaveTorn(claims)).map(prepareEndInside(text, claims))
  return {
    attributions: linkParents(
      leaveQuotationsToTheirCues(text, tokens, endAtNextCue(tokens, shareRelayed(tokens, whole))),
    ),
    candidates: [...candidates, ...dropped],
  }
}

/** Gives an attribution with its borders set, or why it is no claim. */
function prepareFinish(
  text: string,
  tokens: TokensLayer,
  attributions: readonly UnlinkedAttribution[],
): (one: UnlinkedAttribution) => UnlinkedAttribution | string {
  const datelines = [...findDatelines(tokens), ...findEntryTimes(text, tokens)].sort((a, b) => a.start - b.start)
  const isTeaser = prepareTeasers(text, tokens)
  const lines = listOwnLines(attributions)
  const withheld = new CueIndex((tokens.newsroom?.withheld ?? []).map(phrase => ({ cue: [phrase] })))
  const leaveCues = prepareLeaveCues(text, attributions)
  const formCues = new CueIndex(attributions.filter(isByForm))
  return one => {
    const own = !isByForm(one) && formCues.has(one.cue) ? null : leaveLinesToTheirSpeakers(one, lines)
    if (own === null) return 'The line says by its form who speaks.'
    const silent = isNewsroomRule(own.evidence[0]?.rule) ? null : findSilentSense(tokens, own)
    if (silent !== null) return `Nothing is said: ${silent.reason}`
    if (isCourtRole(tokens, own.cue)) return 'It says what somebody is at a trial.'
    if (isOwnVersion(text, own.source)) return 'The note of a correction says what the article itself had.'
    if (isTeaser((own.cue[0] as Span).start)) return 'It stands in a link to another article.'
    if (withheld.has(own.cue) || withholdsIdentity(text, own))
      return 'It says that a source is not to be named, which is no claim of its own.'
    const cut = cutDatelines(tokens, datelines, own)
    if (cut === null) return 'It stands in the dateline.'
    const whole = leaveCues(setBorders(text, tokens, cut))
    return isNoticed(text, whole) ? 'The words before the colon are no speaker’s.' : whole
  }
}

/** "Photo: Rain falls", "Live: Station shut": a label that a model took for a speaker. */
function isNoticed(text: string, { cueLemma, source: [source], evidence: [decided] }: UnlinkedAttribution): boolean {
  if (cueLemma !== ':' || source === undefined || decided?.rule === ('labelled-line' satisfies FormId)) return false
  return isNotice(sliceOf(text, source))
}

function toCandidate({ cue, evidence }: UnlinkedAttribution, reason: string): Candidate {
  const { start, end } = cue[0] as Attribution['cue'][number]
  const { stage, rule } = evidence[0] as Attribution['evidence'][number]
  return { start, end, stage, rule, reason }
}
