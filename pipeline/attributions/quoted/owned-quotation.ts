import type { Attribution, Evidence, Quotation, Token } from '../../../src/domain/layers.ts'
import type { Span } from '../../../src/domain/span.ts'
import type { StageInfo } from '../../../src/domain/stage.ts'
import { firstTokenAfter } from '../../positions/token-search.ts'
import { lemmaOfCue } from '../cue-lemma.ts'
import type { Speaker } from './find-speaker.ts'
import { OWNERSHIP, type OwnershipRule } from './ownership.ts'
import type { QuotedText } from './quoted-text.ts'

/** An attribution of a quotation that no cue beside it attributes, before it has a parent. */
export type Owned = Omit<Attribution, 'parent'>

/** A claim that quotations can go on from, with its index and from where to where it stands. */
export interface Antecedent extends Span {
  readonly index: number
  readonly one: Owned
}

export type GoingOn = Antecedent & { readonly rule: OwnershipRule }

/** A quotation as further words of the source of another claim, by the same cue. */
export function goOn({ start, end }: Quotation, { one, index, rule }: GoingOn, stage: StageInfo): Owned {
  return {
    ...(one.relay === undefined ? {} : { relay: one.relay }),
    cue: one.cue,
    cueLemma: one.cueLemma,
    source: one.source,
    content: [{ start, end }],
    addressee: [],
    act: rule === 'quotation-takes-turn' ? one.act : 'statement',
    confidence: Number((one.confidence * OWNERSHIP[rule].confidence).toFixed(4)),
    goesOnFrom: index,
    evidence: [evidenceOf(rule, stage)],
  }
}

/** A quotation as the words of whom those before it name. */
export function spokenBy(
  quoted: QuotedText,
  quotation: Quotation,
  { rule, source, cue }: Speaker,
  stage: StageInfo,
): Owned {
  return make(quoted, quotation, rule, { source: [source], cue }, stage)
}

/** A quotation as somebody's words whom the text does not name. */
export function leaveUnstated(quoted: QuotedText, quotation: Quotation, stage: StageInfo): Owned {
  return make(quoted, quotation, 'quotation-unstated', { source: [], cue: null }, stage)
}

function make(
  { reading: { text, tokens } }: QuotedText,
  { start, end, inner }: Quotation,
  rule: OwnershipRule,
  { source, cue }: { readonly source: readonly Span[]; readonly cue: Span | null },
  stage: StageInfo,
): Owned {
  // Where nothing else says that somebody speaks, the mark does, and is no word of what they say.
  const mark = text.slice(start, inner[0]?.start ?? end).trimEnd()
  const own = cue ?? { start, end: start + mark.length }
  const content = cue === null ? inner : [{ start, end }]
  return {
    cue: [own],
    cueLemma: cue === null ? mark : lemmaOfCue(tokens[firstTokenAfter(tokens, own.end - 1)] as Token),
    source,
    content,
    addressee: [],
    act: 'statement',
    confidence: OWNERSHIP[rule].confidence,
    evidence: [evidenceOf(rule, stage)],
  }
}

function evidenceOf(rule: OwnershipRule, { name, version }: StageInfo): Evidence {
  return { stage: name, version, rule, detail: { reason: OWNERSHIP[rule].reason } }
}
