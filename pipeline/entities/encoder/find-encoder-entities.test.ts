import { expect, it } from 'vitest'
import { bracketedText } from '../../../test/support/bracketed-text.ts'
import { tokenise } from '../../tokens/stage.ts'
import { findEncoderEntities } from './find-encoder-entities.ts'
import { TAGGED, type Tag, type Tagged } from './tagged.ts'

const shares = (own: Tag) =>
  Object.fromEntries(TAGGED.map(tag => [tag, tag === own ? 0.9 : 0.02])) as Record<Tag, number>

/** Mentions of a text whose tags stand in brackets, as `type: role | name`. */
function read(marked: string): string[] {
  const { text, spans } = bracketedText(marked)
  const layer = tokenise(text)
  const tagged = TAGGED.flatMap(tag =>
    (spans[tag] ?? []).map(({ start, end }): Tagged => {
      const inside = layer.tokens.flatMap((token, i) => (token.start < end && token.end > start ? [i] : []))
      return {
        tag,
        from: inside[0] as number,
        to: (inside.at(-1) as number) + 1,
        probability: 0.9,
        shares: shares(tag),
      }
    }),
  )
  const { mentions } = findEncoderEntities(
    layer,
    tagged.toSorted((a, b) => a.from - b.from || b.to - a.to),
  )
  return mentions
    .filter(({ type }) => type !== 'group' && type !== 'document')
    .map(({ type, name, role }) =>
      [type, role && text.slice(role.start, role.end), name && text.slice(name.start, name.end)].join(' | '),
    )
}

it.each([
  ['no state behind a party', 'We met [person Ann Lee] (R-[person Utah]).', ['person |  | Ann Lee', 'place |  | Utah']],
  [
    'a body without the office that somebody holds there',
    '[organisation Acme] left. We met [organisation Chief Executive Officer of Acme].',
    ['organisation |  | Acme', 'organisation |  | Acme'],
  ],
  [
    'a name without what its office is of',
    'Director of [person Research Maria Gill] spoke.',
    ['person | Director of Research | Maria Gill'],
  ],
  [
    'names without what joins them with others',
    '[person Ann Lee of] Shelter, [person Bo Roy and] others, [organisation for Norden Steel] spoke.',
    ['person |  | Ann Lee', 'person |  | Bo Roy', 'organisation |  | Norden Steel'],
  ],
  [
    'a company with its form, in small letters too',
    'We met [organisation Brightwater] plc, [organisation Norden Steel] ltd and [person Ann Inc] llc.',
    ['organisation |  | Brightwater plc', 'organisation |  | Norden Steel ltd', 'person |  | Ann Inc'],
  ],
  [
    'a body that its noun describes',
    'The charity [person Rivaid] spoke. [person Rivaid] left.',
    ['organisation |  | Rivaid', 'organisation |  | Rivaid'],
  ],
  ['no body where somebody runs it', 'The charity [person Ann Lee] runs spoke.', ['person |  | Ann Lee']],
  ['no party with its seat', 'We met [person Ann Lee], [person R-Caldwell], there.', ['person |  | Ann Lee']],
  ['a title outside the name', 'On Monday Mayor [person Tilda Moor] spoke.', ['person | Mayor | Tilda Moor']],
  ['a title that was tagged with it', 'On Monday [person Mayor Tilda Moor] spoke.', ['person | Mayor | Tilda Moor']],
  ['no genitive', 'We met [person Tilda Moor’s] sister.', ['person |  | Tilda Moor']],
  [
    'both parts of a name with a hyphen',
    'We met [person Aya Kouassi]-[person Brou].',
    ['person |  | Aya Kouassi-Brou'],
  ],
  ['a second part that was not tagged', 'We met [person Aya Kouassi]-Brou.', ['person |  | Aya Kouassi-Brou']],
  [
    'two who stand alone elsewhere',
    'The [person Singh]-[person Lund] talks. [person Singh] left. [person Lund] stayed.',
    ['person |  | Singh', 'person |  | Lund', 'person |  | Singh', 'person |  | Lund'],
  ],
  ['a job', 'Then [person Teacher Bela Holm] spoke.', ['person | Teacher | Bela Holm']],
  [
    'a title of several words',
    'On Monday Deputy Mayor [person Jon Wells] spoke.',
    ['person | Deputy Mayor | Jon Wells'],
  ],
  [
    'a country with the title',
    'Then U.S. President [person Jon Wells] spoke.',
    ['person | U.S. President | Jon Wells'],
  ],
  ['particles in the name', 'Then [person Ursula] van der [person Velde] spoke.', ['person |  | Ursula van der Velde']],
  [
    'a nickname in the name',
    'Then [person Robert] “Buzz” [person Lindqvist] spoke.',
    ['person |  | Robert “Buzz” Lindqvist'],
  ],
  ['no office behind a body', 'The [organisation Wells Fargo CEO] left.', ['organisation |  | Wells Fargo']],
  ['no law', 'They passed the [organisation HEROES Act].', []],
  ['a title that was tagged alone, by its holder', '[person Secretary] spoke.', ['person | Secretary | ']],
  [
    'no title apart from the name behind it',
    'Then [person Secretary] [person Una Moss] spoke.',
    ['person | Secretary | Una Moss'],
  ],
  ['a surname that is a title, too', 'Then Mr [person King] spoke.', ['person | Mr | King']],
  ['such a title behind “the”', 'Then the [person King] spoke.', ['person | King | ']],
  [
    'a surname of somebody named in full',
    'Then [person Una Premier] and [person Premier] spoke.',
    ['person |  | Una Premier', 'person |  | Premier'],
  ],
  ['an office that stands for its holder', 'She met the President on Monday.', ['person | President | ']],
])('keeps %s', (_, marked, expected) => {
  expect(read(marked)).toEqual(expected)
})
