import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'

/*
 * Articles as nobody wrote them: sentences of corpus/ in any order, and sentences of a small grammar in which cue phrases,
 * pronouns, quotation marks and attributions inside attributions meet in ways that no corpus has.
 */

const CORPUS = new URL('../../corpus/', import.meta.url)
const paragraphs = readdirSync(CORPUS)
  .filter(name => name.endsWith('.txt'))
  .flatMap(name => readFileSync(new URL(name, CORPUS), 'utf8').split(/\n+/))
  .filter(line => line !== '')
const sentences = paragraphs.flatMap(line => line.split(/(?<=[.?!]["”’]?) (?=["“‘\p{Lu}])/u))

const words = (list: string) => fc.constantFrom(...list.split('|'))

const name = words(
  'Ann Lee|Lee|Bo Roy|Mr Roy|Ms. Lee|Dr Ada van der Berg|the Harbour Union|Washington|the ministry|The Daily Orrin|AFP|a poll|the report|Mali|the University of Orrin|Sen. Ann Lee (D-Wis.)',
)
const described = words(
  'officials|two officials|one of the officials|the officials|a spokesman|the spokesman|another|others|both|the 54-year-old|the company|a person familiar with the matter|three people, who asked not to be named,|nobody|somebody|the former|the latter|people|voters|the man|the woman|who|my aide|her lawyer|its director',
)
const pronoun = words('he|she|they|it|I|we|you|him|them|He|She|They|It|We')
const who = fc.oneof(name, described, pronoun)
const verb = words(
  'said|says|told|told reporters|told him|denied|accused|warned|wrote|asked|asked whether|believes|wants|promised|vowed|ordered|cited|cited a poll showing|quoted Ann Lee as saying|quotes Bo Roy saying|reported, citing officials,|declined to comment|did not say|added|called|described|put it|admits|agreed|claims|according to|insisted|suggested|is seen as|is said|thinks|hopes|refused|announced|showed|found',
)
const link = words('that |whether |, |: | |to |that: |as |how |if |, “|of ')
const adjunct = words(
  '| in a statement| on condition of anonymity| on Monday|, who was not authorised to speak,| to reporters|, citing two officials|, according to the report| because they feared for their jobs| at a rally| (he declined to give his name)|, a spokesman said|, Lee said|, he said|, they added',
)
const plain = words(
  'it was over|to leave|they would go|we cannot|others dont|the vote was lost|it is what it is|no|he had told them to leave|a “great” day|the U.S. was ready|20 percent were lost|others cannot|she’d be there|it wasn’t hers|the bill would pass',
)
const marks = fc.constantFrom(['“', '”'], ['"', '"'], ['‘', '’'], ["'", "'"], ['«', '»'], ['„', '“'], ['“', ''], ['', '”'], ['(', ')'], ['“‘', '’”']) // biome-ignore format: pairs read better in a row
const end = words('.|!|?|,|…|:|;|—||.”|”.|." |,”')

const { clause } = fc.letrec<{ clause: string; said: string }>(tie => ({
  clause: fc.oneof(
    { maxDepth: 4, depthSize: 'medium' },
    plain,
    fc.tuple(who, verb, link, tie('clause'), adjunct).map(([a, b, c, d, e]) => `${a} ${b} ${c}${d}${e}`),
    fc
      .tuple(tie('said'), words(', | |. | — '), who, verb, adjunct)
      .map(parts => parts.slice(0, 2).join('') + parts.slice(2).join(' ')),
    fc
      .tuple(words('According to|In the words of|As|Asked by|Citing|For'), who, tie('clause'))
      .map(([a, b, c]) => `${a} ${b}, ${c}`),
    fc
      .tuple(tie('clause'), words(' and | but |; | while |, as | or |, because '), tie('clause'))
      .map(parts => parts.join('')),
    fc.tuple(tie('said'), verb, who).map(parts => parts.join(' ')),
    tie('said'),
  ),
  said: fc
    .tuple(marks, tie('clause'), words('|,|.|?'))
    .map(([[open, close], inner, stop]) => `${open}${inner}${stop}${close}`),
}))

const sentence = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...sentences) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(clause, end)
      .map(([words, stop]) => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}${stop}`),
  },
  { weight: 1, arbitrary: fc.constantFrom(...paragraphs) },
)

/** An article whose copy broke off: after any word of it, or in the middle of one. */
export const anyCutText: fc.Arbitrary<string> = fc
  .tuple(
    sentence,
    fc.oneof(
      sentence,
      fc.tuple(who, verb, link, who).map(parts => parts.join(' ')),
    ),
    fc.nat({ max: 1000 }),
  )
  .map(([before, last, at]) => {
    const pieces = last.split(/(?<=\s)/)
    return `${before} ${pieces.slice(0, 1 + (at % pieces.length)).join('')}`
  })

/** Up to twelve sentences, one after the other or in paragraphs. */
export const anyArticleText: fc.Arbitrary<string> = fc
  .array(fc.tuple(sentence, words(' | | |\n\n|\n')), { minLength: 1, maxLength: 12 })
  .map(parts => parts.flat().join(''))
