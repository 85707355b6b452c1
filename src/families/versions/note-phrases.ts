import { ARTICLE_NAME, EARLIER_VERSION, ITSELF, NOTE_HEADINGS } from '../../domain/text/own-notes.ts'

/** What a note says of the article that it stands in. */
export const NOTE_KINDS = ['correction', 'clarification', 'update', 'removal'] as const
export type NoteKind = (typeof NOTE_KINDS)[number]

/** A way in which articles say that they were changed. */
export interface NotePhrase {
  readonly id: string
  readonly kind: NoteKind
  readonly pattern: RegExp
  readonly reason: string
  /** Sentences that are such a note, and sentences of news that are none. */
  readonly examples: { readonly yes: readonly string[]; readonly no: readonly string[] }
}

const BE = '(?:was|were|has been|have been|is|has since been|had been)'
const WHEN = String.raw`(?: (?:on|at|since|after|shortly|first|later|originally|subsequently|twice|again)\b[^.]{0,60}?)?`
/** Words that say that something was wrong, whatever it was. */
const ERRED =
  'mis(?:stated|spelled|spelt|identified|quoted|attributed|reported|represented|described|named|characteri[sz]ed|translated|dated|labell?ed|took|read)|incorrectly|wrongly|erroneously|mistakenly|inaccurately|in error|gave the wrong|had the wrong|was wrong|was incorrect'
const HAD =
  'omitted|said|stated|referred|suggested|implied|did not|failed to|attributed|quoted|described|named|identified|gave|listed|showed|contained|included'

/** Which sentences are notes on changes. The first that fits counts; all ignore capitals and begin anywhere in a paragraph. */
export const NOTE_PHRASES: readonly NotePhrase[] = [
  {
    id: 'headed-correction',
    kind: 'correction',
    pattern: NOTE_HEADINGS.correction,
    reason: 'A paragraph under the word "Correction".',
    examples: {
      yes: ['Correction: The ferry carried 214 people, not 241.', 'CORRECTION (12 May): Ms Roy chairs the board.'],
      no: ['Corrections officers said the prison was full.', 'The correction came late.'],
    },
  },
  {
    id: 'headed-clarification',
    kind: 'clarification',
    pattern: NOTE_HEADINGS.clarification,
    reason: 'A paragraph under "Clarification" or "Editor’s note".',
    examples: {
      yes: [
        'Editor’s note: The minister replied after we went to press.',
        'Clarification: the fee is paid once a year.',
      ],
      no: ['The editor noted: nobody had asked.', 'The ministry sought clarification on the fee.'],
    },
  },
  {
    id: 'headed-update',
    kind: 'update',
    pattern: NOTE_HEADINGS.update,
    reason: 'A paragraph under the word "Update".',
    examples: {
      yes: ['UPDATE: The strike was called off at noon.', 'Update, 3 May: the company has replied.'],
      no: ['Updates on the road closure will follow.', 'The update cost $3 million: twice the estimate.'],
    },
  },
  {
    id: 'earlier-version-erred',
    kind: 'correction',
    pattern: new RegExp(
      String.raw`\b${EARLIER_VERSION}(?: (?:of|to|for|on|in) (?:this|the|our|that) (?:\w+ )?${ARTICLE_NAME}\b[^.]{0,120}?\b(?:${ERRED}|${HAD})|(?: had)? (?:${ERRED}))\b`,
      'iu',
    ),
    reason: 'It says what an earlier version had.',
    examples: {
      yes: [
        'An earlier version of this article misstated the number of passengers.',
        'A previous version of the headline wrongly named the ferry.',
        'An earlier version incorrectly gave the day of the vote.',
      ],
      no: [
        'An earlier version of the bill said nothing of fines.',
        'An earlier version, lawyers said, had no such clause.',
        'She said that an earlier ferry was late.',
      ],
    },
  },
  {
    id: 'this-story-was-corrected',
    kind: 'correction',
    pattern: new RegExp(
      String.raw`\b${ITSELF} ${BE}${WHEN} ?(?:corrected|amended|edited|changed|revised|altered|modified|rewritten|refiled|republished|reissued)\b`,
      'iu',
    ),
    reason: 'The article says of itself that it was corrected.',
    examples: {
      yes: [
        'This article was amended on 4 May to correct the name of the ferry.',
        'The headline of this story has been changed.',
        'This story has been corrected.',
      ],
      no: ['This article of the constitution was debated for hours.', 'The law was amended on 4 May.'],
    },
  },
  {
    id: 'this-story-was-clarified',
    kind: 'clarification',
    pattern: new RegExp(String.raw`\b${ITSELF} ${BE}${WHEN} ?clarified\b`, 'iu'),
    reason: 'The article says of itself that it was clarified.',
    examples: {
      yes: ['This article has been clarified to say who paid for the trip.'],
      no: ['The ministry has clarified the rule.'],
    },
  },
  {
    id: 'this-story-was-updated',
    kind: 'update',
    pattern: new RegExp(String.raw`\b${ITSELF} ${BE}${WHEN} ?(?:updated|expanded|supplemented)\b`, 'iu'),
    reason: 'The article says of itself that it was updated.',
    examples: {
      yes: ['This article was updated on Tuesday with comment from the company.', 'This story has been updated.'],
      no: ['The story was updated for the stage.', 'Timetables have been updated.'],
    },
  },
  {
    id: 'we-erred',
    kind: 'correction',
    pattern:
      /\b(?:we (?:apologi[sz]e|are sorry|regret) for (?:the|this|any) (?:error|mistake|inaccuracy|confusion)|we regret the (?:error|mistake)|(?:this|the) (?:error|mistake) (?:has been|was) corrected|due to (?:an|a) (?:editing|production|reporting|translation|transcription|typing) (?:error|mistake))\b/iu,
    reason: 'Its makers say that they were wrong.',
    examples: {
      yes: ['Due to an editing error, the mayor was given the wrong party.', 'We regret the error.'],
      no: ['The bank said it regretted the error.', 'We are sorry for your loss, he wrote.'],
    },
  },
  {
    id: 'wire-correction',
    kind: 'correction',
    pattern:
      /^[\s(]*(?:refiles?|refiled|corrects?|corrected|recasts?|fixes|deletes?|removes?) (?:to |the |an? |extraneous |spelling |day |date |name |headline |typo |in |paragraph |para |first |second |byline |dateline |attribution |quote |quotation |figure |number )[^.]{1,160}[.)]*\s*$/iu,
    reason: 'The line of an agency that says what a new filing mends.',
    examples: {
      yes: ['(Corrects spelling of the minister’s name in paragraph 4.)', 'Refiles to fix headline'],
      no: ['The board corrects prices once a year and publishes them. Nobody reads them.'],
    },
  },
  {
    id: 'wire-update',
    kind: 'update',
    pattern:
      /^[\s(]*(?:updates? (?:with|to|throughout|number|toll|headline|paragraphs?|first|lead)|adds (?:quotes?|comment|details?|background|reaction|byline|context|reply|response))\b[^.]{0,160}[.)]*\s*$/iu,
    reason: 'The line of an agency that says what a new filing adds.',
    examples: {
      yes: ['(Updates with comment by the company)', 'Adds quotes, background'],
      no: ['The app updates to-do lists by itself and costs $2. It is new.'],
    },
  },
  {
    id: 'taken-out',
    kind: 'removal',
    pattern: new RegExp(
      String.raw`\b(?:(?:a|the|one) (?:quote|quotation|paragraph|sentence|name|photo|photograph|picture|passage|reference|line)[^.]{0,80}? (?:has been|was|have been) (?:removed|deleted|taken (?:out|down)|withdrawn)[^.]{0,40}\b(?:from|of) ${ITSELF}|${ITSELF} ${BE}${WHEN} ?(?:retracted|withdrawn|removed|taken down))\b`,
      'iu',
    ),
    reason: 'It says what was taken out.',
    examples: {
      yes: ['A quotation has been removed from this article.', 'This story has been retracted.'],
      no: ['The photograph was removed from the museum.', 'The claim was withdrawn.'],
    },
  },
]
