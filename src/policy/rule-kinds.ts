import { anonymousAccusation } from './kinds/anonymous-accusation.ts'
import { expertWithoutAffiliation } from './kinds/expert-without-affiliation.ts'
import { inferredSpeaker } from './kinds/inferred-speaker.ts'
import { loneAnonymous } from './kinds/lone-anonymous.ts'
import { noReason } from './kinds/no-reason.ts'
import { noReply } from './kinds/no-reply.ts'
import { noWomanQuoted } from './kinds/no-woman-quoted.ts'
import { share } from './kinds/share.ts'
import { shareOfVoice } from './kinds/share-of-voice.ts'
import { singleType } from './kinds/single-type.ts'
import { stealthEdit } from './kinds/stealth-edit.ts'
import { unsourcedQuotation } from './kinds/unsourced-quotation.ts'
import type { RuleKind } from './rule-kind.ts'

/** Every kind of rule. A new one is a file in `kinds/` and an entry here; the published schema follows from it. */
export const RULE_KINDS: readonly RuleKind[] = [
  loneAnonymous,
  noReason,
  anonymousAccusation,
  unsourcedQuotation,
  inferredSpeaker,
  share,
  shareOfVoice,
  singleType,
  noWomanQuoted,
  expertWithoutAffiliation,
  stealthEdit,
  noReply,
]
