import type { Attribution, AttributionsLayer, Candidate, TokensLayer } from '../../../src/domain/layers.ts'
import { type Span, sliceOf } from '../../../src/domain/span.ts'
import { findDatelines } from '../../datelines.ts'
import { findEntryTimes } from '../../entry-times.ts'
import type { Found, UnlinkedAttribution } from '../found.ts'
import type { FormId } from '../rules/forms/form.ts'
import { isNotice } from '../rules/forms/speaking-label.ts'
import { findSilentSense } from '../senses/read-sense.ts'
import { inParagraphOfCue } from './content-paragraph.ts'
import { cutDatelines } from './cut-datelines.ts'
import { endAtMainClause } from './end-at-main-clause.ts'
import { giveToHearer } from './give-to-hearer.ts'
import { keepToHeading } from './heading-border.ts'
import { prepareEndInside } from './inside-outer.ts'
import { leaveCharge } from './leave-charge.ts'
import { linkParents } from './link-parents.ts'
import { endBeforeMainVerb } from './main-verb.ts'
import { endAtNextCue, leaveQuotationsToTheirCues, shareRelayed } from './shared-speaker.ts'
import { prepareTeasers } from './teasers.ts'
import { inOneParagraph, makeWhole, onOneSide } from './whole-source.ts'
import { withholdsIdentity } from './withheld-identity.ts'

type Border = (text: string, tokens: TokensLayer, one: UnlinkedAttribution) => UnlinkedAttribution

/** What moves the borders of an attribution's parts by itself, whatever else was found. The order counts. */
const BORDERS: readonly Border[] = [
  (_, tokens, one) => endAtMainClause(tokens, one),
  (text, _, one) => leaveCharge(text, one),
  giveToHearer,
  inParagraphOfCue,
  keepToHeading,
  (_text, _tokens, one) => withoutContentAsAddressee(one),
  (text, _, one) => withWholeSource(text, one),
  (_, tokens, one) => endBeforeMainVerb(tokens, one),
]

/**
 * The last step, however attributions were found: those that are no claims go, contents end where they must, and each
 * attribution is given its parent, here and nowhere else.
 */
export function finishAttributions(
  text: string,
  tokens: TokensLayer,
  { attributions, candidates }: Found<UnlinkedAttribution>,
): AttributionsLayer {
  const datelines = [...findDatelines(tokens), ...findEntryTimes(text, tokens)].sort((a, b) => a.start - b.start)
  const isTeaser = prepareTeasers(text, tokens)
  const kept: UnlinkedAttribution[] = []
  const dropped: Candidate[] = []
  for (const one of attributions) {
    const cut = cutDatelines(tokens, datelines, one)
    const silent = findSilentSense(tokens, one)
    if (silent !== null) dropped.push(toCandidate(one, `Nothing is said: ${silent.reason}`))
    else if (isTeaser((one.cue[0] as Span).start))
      dropped.push(toCandidate(one, 'It stands in a link to another article.'))
    else if (withholdsIdentity(text, one)) {
      dropped.push(toCandidate(one, 'It says that a source is not to be named, which is no claim of its own.'))
    } else if (cut === null) dropped.push(toCandidate(one, 'It stands in the dateline.'))
    else {
      const whole = BORDERS.reduce((shaped, keepTo) => keepTo(text, tokens, shaped), cut)
      if (isNoticed(text, whole)) dropped.push(toCandidate(whole, 'The words before the colon are no speaker’s.'))
      else kept.push(whole)
    }
  }
  const whole = kept.map(prepareEndInside(text, kept))
  return {
    attributions: linkParents(
      leaveQuotationsToTheirCues(text, tokens, endAtNextCue(tokens, shareRelayed(tokens, whole))),
    ),
    candidates: [...candidates, ...dropped],
  }
}

/** "Photo: Rain falls", "Live: Station shut": a label that a model took for a speaker. */
function isNoticed(text: string, { cueLemma, source: [source], evidence: [decided] }: UnlinkedAttribution): boolean {
  if (cueLemma !== ':' || source === undefined || decided?.rule === ('labelled-line' satisfies FormId)) return false
  return isNotice(sliceOf(text, source))
}

function withWholeSource(text: string, one: UnlinkedAttribution): UnlinkedAttribution {
  const cue = (one.cue[0] as Attribution['cue'][number]).start
  return {
    ...one,
    source: onOneSide(text, one.source, cue).map(source => makeWhole(text, inOneParagraph(text, source, cue), cue)),
    addressee: one.addressee.map(addressee => inOneParagraph(text, addressee, cue)),
  }
}

/** "Promised a new road": words that are all of the content address nobody. */
function withoutContentAsAddressee(one: UnlinkedAttribution): UnlinkedAttribution {
  const [content, ...others] = one.content
  if (content === undefined || others.length > 0) return one
  const addressee = one.addressee.filter(({ start, end }) => start !== content.start || end !== content.end)
  return addressee.length === one.addressee.length ? one : { ...one, addressee }
}

function toCandidate({ cue, evidence }: UnlinkedAttribution, reason: string): Candidate {
  const { start, end } = cue[0] as Attribution['cue'][number]
  const { stage, rule } = evidence[0] as Attribution['evidence'][number]
  return { start, end, stage, rule, reason }
}
