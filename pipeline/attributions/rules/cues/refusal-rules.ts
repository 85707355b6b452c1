import { LEXICON } from '../../lexicon.ts'
import type { CueRule } from '../cue-rule.ts'

/** "Do not respond", "would not say": the denial, which a source that is nobody brings with it ("Neither firm responded"). */
const DENIED = /^(?:do not|(be|can|could|have|will|would) not) /u

/** What nobody does, of what refuses when it is denied: "respond", "would say". */
const AFFIRMED = [...LEXICON.refusal]
  .filter(phrase => DENIED.test(phrase))
  .map(phrase => phrase.replace(DENIED, (_, verb = '') => (verb === '' ? '' : `${verb} `)))

/** Refusals to say anything; there is no content. */
export const REFUSAL_RULES = [
  {
    id: 'source-refusal',
    cue: 'refusal',
    pos: 'any',
    match: 'source cue',
    act: 'no-comment',
    confidence: 0.66,
    reason: 'The source refuses to say anything; there is no content.',
    examples: {
      yes: [
        '[source The ministry] [cue declined to comment].',
        '[source Officials] [cue have declined to comment] publicly.',
        '[source The ministry] [cue had nothing to add].',
        '[source The ministry] [cue has yet to respond].',
      ],
      no: ['The ministry declined the invitation.', 'The ministry had nothing to lose.'],
    },
  },
  {
    id: 'nobody-refusal',
    cue: AFFIRMED,
    pos: 'any',
    match: 'nobody cue',
    act: 'no-comment',
    confidence: 0.8,
    reason: 'Nobody of those who were asked says anything ("Neither firm responded"); there is no content.',
    examples: {
      yes: [
        '[source Neither firm] [cue responded].',
        '[source Neither Ama Boateng nor Leo Falk] [cue replied] to emails.',
        '[source None of the three] [cue would comment] on the vote.',
        '[source No one from the ministry] [cue was available for comment].',
        '[source Nobody] [cue would say] who paid.',
      ],
      no: ['The firms responded.', 'Neither firm grew.'],
    },
  },
  {
    id: 'source-unanswered-request',
    cue: ['do not return', 'do not acknowledge', 'have not return', 'have not acknowledge'],
    pos: 'any',
    match: 'source cue request',
    act: 'no-comment',
    confidence: 0.8,
    reason: 'The source leaves a request unanswered; there is no content.',
    examples: {
      yes: [
        '[source The ministry] [cue did not return] several phone calls.',
        '[source Ms. Boateng] [cue has not returned] repeated emails.',
      ],
      no: ['The boat did not return all night.', 'The minister did not acknowledge the charge.'],
    },
  },
  {
    id: 'nobody-unanswered-request',
    cue: ['return', 'acknowledge'],
    match: 'nobody cue request',
    act: 'no-comment',
    confidence: 0.8,
    reason: 'Nobody answers a request; there is no content.',
    examples: {
      yes: ['[source Neither lawyer] [cue returned] repeated calls.'],
      no: ['Neither lawyer returned the money.'],
    },
  },
  {
    id: 'source-declined-request',
    cue: ['decline', 'deflect', 'ignore', 'refuse', 'reject', 'turn down'],
    match: 'source cue press-request',
    act: 'no-comment',
    confidence: 0.8,
    reason: 'The source turns down a request for comment or an interview; there is no content.',
    examples: {
      yes: [
        '[source The ministry] [cue ignored] requests for comment.',
        '[source Ms. Boateng] [cue turned down] repeated interview requests.',
      ],
      no: ['The ministry rejected a request for asylum.'],
    },
  },
  {
    id: 'request-unanswered',
    cue: ['be not answer', 'be not return', 'go unanswered', 'go unreturned'],
    pos: 'any',
    match: 'asked cue',
    act: 'no-comment',
    confidence: 0.8,
    reason: 'A request to the source is not answered; there is no content.',
    examples: {
      yes: [
        'Calls to [source the ministry] [cue were not returned].',
        'An email sent to [source the school] [cue went unanswered].',
        'Messages left for [source Ms. Boateng] on Friday [cue were not returned].',
      ],
      no: ['Calls for peace went unanswered.', 'The keys to the house were not returned.'],
    },
  },
  {
    id: 'attempt-failed',
    cue: ['be unsuccessful', 'be not successful', 'fail', 'prove unsuccessful'],
    pos: 'any',
    match: 'sought cue',
    act: 'no-comment',
    confidence: 0.8,
    reason: 'An attempt to reach the source fails; there is no content.',
    examples: {
      yes: [
        'Repeated attempts to reach [source Ms. Boateng] [cue were unsuccessful].',
        'Efforts to contact [source the ministry] [cue failed].',
      ],
      no: ['Attempts to raise the boat were unsuccessful.', 'Efforts to reach the summit failed.'],
    },
  },
] as const satisfies readonly CueRule[]
