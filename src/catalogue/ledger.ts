import { ACTS, NAMINGS, QUOTATION_TYPES } from '../domain/labels.ts'
import { GENDERS, SOURCE_TYPES, VOICE_FUNCTIONS } from '../domain/voice-labels.ts'
import { type Columns, given, integer, integerOrNull, labelOrNull, text, textOrNull } from './column.ts'

/* What people say of claims and of voices: entries of ledgers that only grow. What is null an entry does not speak of. */

export const CORRECTION = {
  id: given('Number of the entry.'),
  claim_id: text('The claim that it is about.'),
  verdict: labelOrNull(
    ['accepted', 'rejected', 'withdrawn'],
    'What it says of the claim; `withdrawn` takes back all before it.',
  ),
  source: textOrNull('Name of who really says it.'),
  note: textOrNull('In words.'),
  corrected_by: textOrNull('Who says so.'),
  corrected_at: text('Later than that of any correction of the same claim before it in the ledger.'),
  article_id: text('The article of the claim.'),
  uri: text('Where that came from.'),
  former_source: textOrNull('Words of its source as the machine had found them, for when it finds the claim no more.'),
  former_cue: text('Words of its cue, likewise.'),
  former_content: textOrNull('Words of its content, likewise.'),
  cue_start: integer('Where its cue stood, in code points.'),
  spans: textOrNull('JSON: by role the spans that stand in the place of the machine’s, each a pair of code points.'),
  act: labelOrNull(ACTS, 'What kind of cue.'),
  negated: integerOrNull('1 where the source is said not to have said it.'),
  quotation: labelOrNull(QUOTATION_TYPES, 'Where content is given without it, what the quotation marks say.'),
  naming: labelOrNull(NAMINGS, 'Whether and how the source is named.'),
  role: textOrNull('What the source is.'),
  affiliation: textOrNull('Whom the source belongs to.'),
  cue_lemma: textOrNull('That of the cue in `spans`.'),
  source_id: textOrNull(
    'The source of the article whose words the source in `spans` is; null where it is none of them.',
  ),
  adds: integerOrNull('1 where it adds a claim that the machine missed.'),
  part_of: textOrNull('The claim that was joined or split, in all entries that were made by that.'),
  undoes: textOrNull('Digest of the entry that it takes back, by its row alone.'),
} satisfies Columns

export const VOICE_CORRECTION = {
  id: given('Number of the entry.'),
  voice_id: text('The voice that it is about.'),
  article_id: text('The article of the voice.'),
  article_uri: text('Where that came from.'),
  former_name: text('Its name, or else the words of its first mention, for when it is found no more.'),
  former_start: integer('Where that stood, in code points.'),
  former_end: integer('Behind its last character.'),
  gender: labelOrNull(GENDERS, 'As the text gives it.'),
  source_type: labelOrNull(SOURCE_TYPES, 'What they are.'),
  function: labelOrNull(VOICE_FUNCTIONS, 'What they are in the article for.'),
  role: textOrNull('Empty where it is said to have none.'),
  affiliation: textOrNull('Empty where it is said to have none.'),
  same_as: textOrNull('The voice that is the same person.'),
  apart_from: textOrNull('A voice that is somebody else.'),
  withdraws: textOrNull('Digest of the entry that it takes back, by its row alone.'),
  note: textOrNull('In words.'),
  corrected_by: textOrNull('Who says so.'),
  corrected_at: text('Later than that of any entry of the same voice before it in the ledger.'),
} satisfies Columns
