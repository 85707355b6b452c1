import type { Attribution, TokensLayer } from '../../../../src/domain/layers.ts'
import type { UnlinkedAttribution } from '../../found.ts'
import { endOfQuoted } from '../../rules/forms/label.ts'
import { aroundAside } from './around-aside.ts'
import { inParagraphOfCue } from './content-paragraph.ts'
import { endAtMainClause } from './end-at-main-clause.ts'
import { endWithRelative } from './end-with-relative.ts'
import { giveSubject } from './give-subject.ts'
import { giveToHearer } from './give-to-hearer.ts'
import { keepToHeading } from './heading-border.ts'
import { giveToWhoIsKept } from './kept-from.ts'
import { leaveCharge } from './leave-charge.ts'
import { endBeforeMainVerb } from './main-verb.ts'
import { withoutStrayMarks } from './stray-marks.ts'
import { inOneParagraph, inOneSentence, makeWhole, onOneSide } from './whole-source.ts'

type Border = (text: string, tokens: TokensLayer, one: UnlinkedAttribution) => UnlinkedAttribution

/** The order counts: a passive's hearer is no source that could be made whole. */
const BORDERS: readonly Border[] = [
  (_, tokens, one) => endAtMainClause(tokens, one),
  (_, tokens, one) => endWithRelative(tokens, one),
  giveSubject,
  giveToWhoIsKept,
  (text, _, one) => leaveCharge(text, one),
  giveToHearer,
  inParagraphOfCue,
  keepToHeading,
  (_text, _tokens, one) => withoutContentAsAddressee(one),
  withWholeSource,
  (text, _, one) => endAtClosingMark(text, one),
  withoutStrayMarks,
  (_, tokens, one) => endBeforeMainVerb(tokens, one),
  aroundAside,
]

/** An attribution with the borders of its parts where the text around them sets them, whatever else was found. */
export function setBorders(text: string, tokens: TokensLayer, one: UnlinkedAttribution): UnlinkedAttribution {
  return BORDERS.reduce((set, border) => border(text, tokens, set), one)
}

function withWholeSource(text: string, { tokens }: TokensLayer, one: UnlinkedAttribution): UnlinkedAttribution {
  const cue = (one.cue[0] as Attribution['cue'][number]).start
  return {
    ...one,
    source: onOneSide(text, one.source, cue).map(source =>
      makeWhole(text, inOneSentence(tokens, inOneParagraph(text, source, cue), cue), cue),
    ),
    addressee: one.addressee.map(addressee => inOneParagraph(text, addressee, cue)),
  }
}

/** "Lee: “We won.” That was on Monday": behind a colon, the writer's own words are none of the quoted ones. */
function endAtClosingMark(text: string, one: UnlinkedAttribution): UnlinkedAttribution {
  const [only, other] = one.content
  if (only === undefined || other !== undefined) return one
  if (!/:\s*["“]$/u.test(text.slice(Math.max(0, only.start - 4), only.start + 1))) return one
  const end = endOfQuoted(text, only)
  return end === only.end || /["“]/u.test(text.slice(end, only.end)) ? one : { ...one, content: [{ ...only, end }] }
}

/** "Promised a new road": words that are all of the content address nobody. */
function withoutContentAsAddressee(one: UnlinkedAttribution): UnlinkedAttribution {
  const [content, ...others] = one.content
  if (content === undefined || others.length > 0) return one
  const addressee = one.addressee.filter(({ start, end }) => start !== content.start || end !== content.end)
  return addressee.length === one.addressee.length ? one : { ...one, addressee }
}
