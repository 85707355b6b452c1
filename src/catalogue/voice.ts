import { NAMINGS, SOURCE_KINDS } from '../domain/labels.ts'
import type { GroundedField, VoicedClaim, VoiceEvidenceRecord, VoiceRecord } from '../domain/record.ts'
import { GENDERS, SOURCE_TYPES, VOICE_FIELDS, VOICE_FUNCTIONS } from '../domain/voice-labels.ts'
import { type Columns, recordColumns } from './column.ts'
import { lookUp } from './rowids.ts'

export interface VoicePart {
  readonly voice: VoiceRecord
  readonly sequence: number
  /** What follows from its claims and mentions. */
  readonly figures: {
    readonly claims: number
    readonly quotedWords: number
    readonly isFirst: boolean
    readonly isLast: boolean
    readonly mentions: number
  }
}

const { text, textOrNull, integer, integerOrNull, share, flag, label, rowid, key, keyOrNull } =
  recordColumns<VoicePart>()

const grounded = (gloss: string, of: (voice: VoiceRecord) => GroundedField<string> | null) =>
  [
    textOrNull(gloss, ({ voice }) => of(voice)?.value ?? null),
    integerOrNull('Where the text says so, in code points.', ({ voice }) => of(voice)?.span?.start ?? null),
    integerOrNull('Behind its last character.', ({ voice }) => of(voice)?.span?.end ?? null),
  ] as const
const [role, roleStart, roleEnd] = grounded('What they are.', voice => voice.role)
const [affiliation, affiliationStart, affiliationEnd] = grounded('Whom they belong to.', voice => voice.affiliation)

export const VOICE = {
  rowid: rowid('Number of the row.', ({ voice }, at) => lookUp(at.voice, voice.id)),
  id: text('Hash of the article’s id and the first full mention.', ({ voice }) => voice.id),
  article_rowid: key('article', 'The article that it is in.', (_, at) => at.article),
  sequence: integer('In the order of the first mentions, from 0.', ({ sequence }) => sequence),
  name: textOrNull('Null for who has no name.', ({ voice }) => voice.name),
  kind: label(SOURCE_KINDS, 'What it is.', ({ voice }) => voice.kind),
  naming: label(NAMINGS, 'Whether and how it is named.', ({ voice }) => voice.naming),
  start: integer('Start of the first full mention, in code points.', ({ voice }) => voice.first.start),
  end: integer('End of the first full mention.', ({ voice }) => voice.first.end),
  text: text('Words of the first full mention.', ({ voice }) => voice.first.text),
  chain: integerOrNull('That of its mentions; null for who has no name.', ({ voice }) => voice.chain),
  entity_rowid: keyOrNull('entity', 'Who it is in all articles.', ({ voice }, at) => lookUp(at.entity, voice.entityId)),
  role,
  role_start: roleStart,
  role_end: roleEnd,
  affiliation,
  affiliation_start: affiliationStart,
  affiliation_end: affiliationEnd,
  gender: label(
    GENDERS,
    'As the text gives it, which is no statement about the person.',
    ({ voice }) => voice.gender.value,
  ),
  gender_confidence: share('How likely that is right.', ({ voice }) => voice.gender.confidence),
  source_type: label(SOURCE_TYPES, 'What they are, in the classes of the GMMP.', ({ voice }) => voice.type.value),
  source_type_confidence: share('How likely that is right.', ({ voice }) => voice.type.confidence),
  function: label(VOICE_FUNCTIONS, 'What they are in the article for.', ({ voice }) => voice.function.value),
  function_confidence: share('How likely that is right.', ({ voice }) => voice.function.confidence),
  claims: integer('Of its claims those whose act is listed.', ({ figures }) => figures.claims),
  quoted_words: integer('Words of these that stand in quotation marks.', ({ figures }) => figures.quotedWords),
  first_voice: flag(
    '1 where the article’s first listed claim that has a voice is its own.',
    ({ figures }) => figures.isFirst,
  ),
  last_voice: flag('1 where the last one is.', ({ figures }) => figures.isLast),
  mentions: integer('Mentions of its chain; 0 for who has no name.', ({ figures }) => figures.mentions),
} satisfies Columns

export interface VoiceEvidencePart {
  readonly voice: string
  readonly sequence: number
  readonly evidence: VoiceEvidenceRecord
}

const evidence = recordColumns<VoiceEvidencePart>()

export const VOICE_EVIDENCE = {
  voice_rowid: evidence.key('voice', 'The voice that it speaks of.', ({ voice }, at) => lookUp(at.voice, voice)),
  sequence: evidence.integer('Its place among the others, from 0.', ({ sequence }) => sequence),
  field: evidence.label(VOICE_FIELDS, 'What is judged.', ({ evidence }) => evidence.field),
  value: evidence.text('What it speaks for.', ({ evidence }) => evidence.value),
  start: evidence.integerOrNull(
    'Where it stands; null where a list says it.',
    ({ evidence }) => evidence.span?.start ?? null,
  ),
  end: evidence.integerOrNull('Behind its last character.', ({ evidence }) => evidence.span?.end ?? null),
  rule: evidence.text('By which rule.', ({ evidence }) => evidence.rule),
  reason: evidence.text('In words.', ({ evidence }) => evidence.reason),
} satisfies Columns

export interface VoiceClaimPart {
  readonly voice: string
  readonly claim: VoicedClaim
}

const claim = recordColumns<VoiceClaimPart>()

export const VOICE_CLAIM = {
  claim_rowid: claim.key('claim', 'The claim.', ({ claim }, at) => lookUp(at.claim, claim.claimId)),
  voice_rowid: claim.key('voice', 'Whose it is.', ({ voice }, at) => lookUp(at.voice, voice)),
  quoted_words: claim.integer('Words of its content that stand in quotation marks.', ({ claim }) => claim.quotedWords),
} satisfies Columns
