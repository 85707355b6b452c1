import { describe, expect, it } from 'vitest'
import { hasRuntime } from '../support/has-runtime.ts'
import { faultsOf, type ReadingCase } from './read-claims.ts'

/** That nobody said it: no statement may stand without its negation. */
const said = (content: string) => ({ content, act: 'statement', negated: false })

const CASES: readonly ReadingCase[] = [
  // What the content begins with denies nothing.
  {
    text: 'Ada Lorne said: “Stop the levy.” Lorne said failing to vote was a crime. Lorne said without water the town would die.',
    claims: [
      { content: 'Stop the levy.', negated: false },
      { content: 'failing to vote was a crime', negated: false },
      { content: 'without water the town would die', negated: false },
    ],
  },
  {
    text: 'At the gate\n\nSid Lorne refused to answer. “Ask my lawyer.”',
    claims: [{ act: 'no-comment' }],
    absent: [{ content: 'Ask my lawyer', negated: true }],
  },
  {
    text: 'Neither sister confirmed that the shop had closed. Neither of the two ministers said who had paid.',
    claims: [
      { source: 'Neither sister', cue: 'confirmed', negated: true },
      { cue: 'said', content: 'who had paid', act: 'statement', negated: true },
    ],
    absent: [said('the shop had closed'), said('who had paid')],
  },
  {
    text: 'No official confirmed that the plane had crashed. Nobody told the pilots that the runway was short.',
    claims: [
      { cue: 'confirmed', negated: true },
      { cue: 'told', content: 'that the runway was short', addressee: 'the pilots', negated: true },
    ],
    absent: [said('the plane had crashed'), said('the runway was short')],
  },
  {
    text: 'Nor did she say that the tests were safe. He has never once said that he would sell.',
    claims: [
      { cue: 'say', content: 'that the tests were safe', negated: true },
      { cue: 'has never once said', content: 'he would sell', negated: true },
    ],
    absent: [said('the tests were safe')],
  },
  {
    text: 'The bank stopped short of saying that it would fail. The ministry has yet to say whether it will pay.',
    claims: [
      { cue: 'stopped short of saying', negated: true },
      { cue: 'has yet to say', negated: true },
    ],
    absent: [said('it would fail'), said('whether it will pay')],
  },
  {
    text: 'Lena Dorr did not deny that money was missing. Her brother did not hesitate to say that it was gone.',
    claims: [
      { name: 'Lena Dorr', content: 'money was missing', act: 'denial', negated: true },
      { content: 'it was gone', act: 'statement', negated: false },
    ],
    absent: [said('money was missing')],
  },
  {
    text: 'The army has not only said that the town fell but shown it. No 10 said the plan still stood.',
    claims: [{ content: 'the plan still stood', negated: false }],
    absent: [
      { content: 'the town fell', negated: true },
      { content: 'the plan still stood', negated: true },
    ],
  },
  {
    text: '“No comment,” said the banker. “I have no further comment,” Lena Dorr told reporters.',
    claims: [
      { source: 'the banker', act: 'no-comment', content: 'No comment' },
      { name: 'Lena Dorr', act: 'no-comment', addressee: 'reporters' },
    ],
    absent: [{ act: 'statement' }],
  },
  {
    text: 'The embassy had nothing to add. The club ignored requests for comment. Tolvar said it had no comment.',
    claims: [
      { source: 'The embassy', cue: 'had nothing to add', act: 'no-comment' },
      { source: 'The club', cue: 'ignored', act: 'no-comment' },
      { source: 'Tolvar', cue: 'said', act: 'no-comment' },
    ],
    absent: [{ act: 'statement' }],
  },
  {
    text: 'Neither company responded. Neither Tolvar nor Brenk replied to emails seeking comment. No one from the port could be reached.',
    claims: [
      { source: 'Neither company', cue: 'responded', act: 'no-comment' },
      { cue: 'replied', act: 'no-comment' },
      { cue: 'could be reached', act: 'no-comment' },
    ],
    absent: [{ act: 'statement' }],
  },
  {
    text: 'Calls to the harbour office were not returned. Attempts to reach Ms. Falk were unsuccessful.',
    claims: [
      { source: 'the harbour office', cue: 'were not returned', act: 'no-comment' },
      { name: 'Falk', cue: 'were unsuccessful', act: 'no-comment' },
    ],
  },
  {
    text: 'The ship did not return. Neither boat returned. The ministry rejected a request for asylum from the crew.',
    absent: [{ act: 'no-comment' }],
  },
  {
    text: '“No comment is needed,” the coach said. The coach said the critics had nothing to lose.',
    absent: [{ act: 'no-comment' }],
  },
  {
    text: 'Wanda Roll wanted to know why the gate was shut. Parents demanded to know who had signed.',
    claims: [
      { name: 'Wanda Roll', cue: 'wanted to know', content: 'why the gate was shut', act: 'question' },
      { source: 'Parents', content: 'who had signed', act: 'question' },
    ],
    absent: [{ act: 'intention' }],
  },
  {
    text: 'The minister explained why the road was shut. The clerk said who had paid.',
    claims: [
      { content: 'why the road was shut', act: 'statement' },
      { content: 'who had paid', act: 'statement' },
    ],
    absent: [{ act: 'question' }],
  },
  {
    text: 'Not even the harbour master said that the pier was sound. Almost nobody in Orle says it is safe. Very few anglers argue that the carp will return.',
    claims: [
      { source: 'the harbour master', cue: 'said', negated: true },
      { cue: 'says', negated: true },
      { cue: 'argue', negated: true },
    ],
  },
  {
    text: 'Quite a few anglers argue that the carp will return. No fewer than nine anglers said the weir leaks.',
    claims: [
      { cue: 'argue', negated: false },
      { cue: 'said', negated: false },
    ],
  },
  {
    text: 'Nowhere does the audit claim that the fund was spent. It is not the case that Falk said the weir was rotten. It is untrue that Boateng told the panel the keys were lost.',
    claims: [
      { cue: 'claim', negated: true },
      { name: 'Falk', cue: 'said', negated: true },
      { name: 'Boateng', cue: 'told', negated: true },
    ],
  },
  {
    text: 'Falk has been barred from telling reporters that the weir leaks. Guards have been forbidden to say that the gate was open. The court stopped Boateng from saying that the well is foul.',
    claims: [
      { name: 'Falk', negated: true },
      { source: 'Guards', negated: true },
      { name: 'Boateng', negated: true },
    ],
  },
  {
    text: 'No sooner had Falk said the weir was safe than it burst. Not until Friday did the fund admit that it was broke. Not long after, Boateng said the well was foul.',
    claims: [
      { name: 'Falk', cue: 'said', negated: false },
      { cue: 'admit', negated: false },
      { name: 'Boateng', cue: 'said', negated: false },
    ],
  },
  {
    text: 'Falk could not say more clearly that the weir must be closed. Boateng is not alone in saying that the well is foul.',
    claims: [
      { name: 'Falk', negated: false },
      { name: 'Boateng', negated: false },
    ],
  },
]

describe.skipIf(!hasRuntime())('what was not said, not answered or asked', () => {
  it.each(CASES)('$text', async one => {
    expect(await faultsOf(one)).toEqual([])
  })
})
