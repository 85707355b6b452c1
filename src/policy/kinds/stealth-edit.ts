import { z } from 'zod'
import { cutToChange } from '../../families/versions/aligning/word-diff.ts'
import { noteKindOf } from '../../families/versions/find-notes.ts'
import { judgeEdit } from '../../families/versions/judge-edit.ts'
import { NOTE_KINDS } from '../../families/versions/note-phrases.ts'
import type { VersionEdit } from '../../store/queries/across/version-edits.ts'
import type { ClaimInArticle } from '../../store/queries/stream-articles-with-claims.ts'
import { contentWordsOf, quote, sourceWordsOf } from '../claim-words.ts'
import type { Hit, RuleKind } from '../rule-kind.ts'

const EDITED = ['quotation', 'number', 'name', 'negation', 'marks', 'speaker', 'gone'] as const
type Edited = (typeof EDITED)[number]

const parameters = z.strictObject({
  of: z
    .array(z.enum(EDITED))
    .min(1)
    .default(['quotation', 'number', 'name', 'negation', 'marks', 'speaker'])
    .describe(
      'What is looked for: other words in a quotation, a number, a name or a negation in one, marks taken from quoted words, another name for who says it or none, and (gone) a quotation that was taken out.',
    ),
  typing: z.boolean().default(false).describe('Whether mended spelling in a quotation is an edit, too.'),
  notes: z
    .array(z.enum(NOTE_KINDS))
    .default([...NOTE_KINDS])
    .describe(
      'The kinds of notes that tell of edits; with one of them, in this version or a later one, nothing is found.',
    ),
})
type Parameters = z.infer<typeof parameters>

/** What is said of each kind of edit. */
const WORDS: Readonly<Record<Edited, string>> = {
  quotation: 'words of a quotation',
  number: 'a number in a quotation',
  name: 'a name in a quotation',
  negation: 'a negation in a quotation',
  marks: 'the quotation marks in',
  speaker: 'who says it',
  gone: 'a quotation, which is gone',
}

/** Something that somebody is quoted with was changed from one version of an article to the next, and no note says so. */
export const stealthEdit: RuleKind<Parameters> = {
  name: 'stealth-edit',
  description:
    'A quotation, a name or a number in one, or the name of who says it, was changed between two versions of an article without a note.',
  message: 'Changed without a note: {what}; {before} is now {after}.',
  facts: ['what', 'before', 'after'],
  parameters,
  *find(article, claims, parameters) {
    const byId = new Map(claims.map(claim => [claim.id, claim]))
    const speakers = new Map<string, Hit>()
    for (const edit of article.edits) {
      if (isNoted(edit, parameters)) continue
      const claim = byId.get(edit.claim_after ?? '') ?? null
      const edited = judge(edit, claim, parameters)
      if (edited === null || !parameters.of.includes(edited)) continue
      const hit = toHit(edit, edited, claim)
      if (edited !== 'speaker') yield hit
      else {
        // One name for another throughout is one edit.
        const key = JSON.stringify([edit.before, edit.after])
        const known = speakers.get(key)
        speakers.set(key, known === undefined ? hit : { ...known, claims: [...known.claims, ...hit.claims] })
      }
    }
    yield* speakers.values()
  },
}

function isNoted({ notes }: VersionEdit, { notes: kinds }: Parameters): boolean {
  return notes.some(note => {
    const kind = noteKindOf(note.split(/(?<=[.!?])\s/u, 1)[0] ?? '')
    return kind === null ? kinds.length > 0 : kinds.includes(kind)
  })
}

/** What was edited, by its gravest part; null where it is nothing of the kind. */
function judge(edit: VersionEdit, claim: ClaimInArticle | null, { of, typing }: Parameters): Edited | null {
  const { change, field, before, after } = edit
  if (change === 'gone') return field === null && /["“”„«]|^['‘]/u.test(before ?? '') ? 'gone' : null
  if (claim === null || before === null) return null
  // Who had no name and has one now is told, not changed.
  if (change === 'anonymised' || (change === 'renamed' && isName(before))) return isToldHere(claim) ? 'speaker' : null
  if (change !== 'changed' || after === null) return null
  if (field === 'quotation') return after === 'indirect' ? 'marks' : null
  if (field !== 'content' || (claim.quotation !== 'direct' && claim.quotation !== 'mixed')) return null
  const kinds = judgeEdit(before, after, claim.quotation === 'direct')
  const found = kinds.map((kind): Edited | null =>
    kind === 'words' || (kind === 'typing' && typing) ? 'quotation' : kind === 'typing' ? null : kind,
  )
  return found.find(kind => kind !== null && of.includes(kind)) ?? null
}

const PRONOUNS: ReadonlySet<string> = new Set('he her hers him his i it its she they their them we who you'.split(' '))

/** Who "he" is, is read from elsewhere: where that changed, it is found there. */
function isToldHere({ spans }: ClaimInArticle): boolean {
  const words = spans.filter(({ role }) => role === 'source').map(({ text }) => text.toLowerCase())
  return words.length > 0 && !words.every(text => PRONOUNS.has(text))
}

function isName(words: string): boolean {
  return /^\p{Lu}/u.test(words) && !/^(?:an?|the|some|one|two|three|several) /iu.test(words)
}

/** Words that are shown on each side of what changed. */
const AROUND = 5

function toHit({ change, before, after }: VersionEdit, edited: Edited, claim: ClaimInArticle | null): Hit {
  const isSpeaker = edited === 'speaker'
  const [was, is] =
    change === 'changed' && before !== null && after !== null ? cutToChange(before, after, AROUND) : [before, after]
  const said =
    edited === 'marks'
      ? {
          what: `${WORDS.marks} ${quote(claim?.content ?? '')}`,
          before: `a ${before} quotation`,
          after: `an ${after} one`,
        }
      : { what: WORDS[edited], before: quote(was ?? ''), after: is === null ? 'gone' : quote(is) }
  return {
    claims: claim === null ? [] : [claim.id],
    span: claim === null ? null : isSpeaker ? sourceWordsOf(claim) : contentWordsOf(claim),
    facts: said,
  }
}
