import type { Paragraph, TokensLayer } from '../../../../src/domain/layers.ts'
import type { Span } from '../../../../src/domain/span.ts'
import type { FormAttribution } from './form.ts'
import { findIntroduced } from './introduced-name.ts'
import { trimContent } from './label.ts'

/** A talk has at least so many questions; fewer are a writer's own, unless headline or introduction say that it is a talk. */
const FEWEST = 3
const FEWEST_ANNOUNCED = 2
const ANNOUNCED =
  /\b(?:interview(?:ed|s)?|q ?& ?a|questions? (?:for|to|with)|in conversation with|(?:talk|speak|chat)(?:s|ed|ing)? (?:to|with)|spoke (?:to|with)|(?:sat|sits|sitting) down with|(?:caught|catch(?:es)?) up with|we (?:asked|met|put))\b/iu
/** A line that asks, in the marks of Markdown or without. */
const ASKING = /\?[*_]{0,3}$/u
const LONGEST_QUESTION = 400
/** An introduction has no more characters. */
const LONGEST_OPENING = 3000
/** An answer has no more paragraphs. */
const LONGEST_ANSWER = 12
/** Of paragraphs, one in so many may have fewer characters: where more have, speech was taken down, and several speak. */
const SHORT = 40
const MOST_SHORT = 4
/** Who answers talks of oneself; an article that asks and answers does not. */
const FIRST_PERSON = /(?:^|\s)(?:I|[Mm]y|[Mm]e|I['’]\p{L}+)(?=[\s,.!?]|$)/u
/** What others are quoted with. */
const QUOTED = /["“][^"”]*["”]|''[^']*''/gu
const MARKS = /["“”]/u

interface Answer {
  /** The mark that ends the question. */
  readonly question: Span
  readonly content: Span
  /** Characters of each of its paragraphs. */
  readonly lengths: readonly number[]
}

/**
 * Talks without labels, whose questions were set in bold: paragraphs that ask, each before paragraphs that answer in the first person.
 * The answers are the words of whom the introduction is about, and the question's mark stands for the cue.
 */
export function findInterview(text: string, layer: TokensLayer): FormAttribution[] {
  const { paragraphs } = layer
  const asked = paragraphs.flatMap((one, i) => (isQuestion(text, one, i) ? [i] : []))
  const [first] = asked
  if (first === undefined) return []
  const opening = text.slice(0, (paragraphs[first] as Span).start)
  const isAnnounced = opening.length <= LONGEST_OPENING && ANNOUNCED.test(opening)
  const fewest = isAnnounced ? FEWEST_ANNOUNCED : FEWEST
  if (asked.length < fewest) return []
  const answers = asked.flatMap((at, i) => readAnswer(text, paragraphs, at, asked[i + 1]) ?? [])
  const personal = answers.filter(({ content }) =>
    FIRST_PERSON.test(text.slice(content.start, content.end).replace(QUOTED, '')),
  )
  if (answers.length < fewest || (!isAnnounced && personal.length * 2 < answers.length)) return []
  const lengths = answers.flatMap(({ lengths: own }) => own)
  if (!isAnnounced && lengths.filter(length => length < SHORT).length * MOST_SHORT > lengths.length) return []
  const source = findIntroduced(layer, paragraphs[first] as Span)
  if (source === null) return []
  return answers.map(({ question, content }) => ({
    form: 'interview',
    source,
    cue: question,
    cueLemma: '?',
    content: [content],
  }))
}

function isQuestion(text: string, { start, end }: Span, i: number): boolean {
  return (
    i > 0 &&
    ASKING.test(text.slice(Math.max(start, end - 4), end)) &&
    end - start <= LONGEST_QUESTION &&
    !MARKS.test(text.slice(start, end))
  )
}

/** The paragraphs up to the next question; behind the last question the next one only. */
function readAnswer(
  text: string,
  paragraphs: readonly Paragraph[],
  question: number,
  next: number | undefined,
): Answer | null {
  const [own, from] = [paragraphs[question] as Span, paragraphs[question + 1]]
  const to = paragraphs[next === undefined ? question + 1 : Math.min(next, question + 1 + LONGEST_ANSWER) - 1]
  if (from === undefined || to === undefined || to.start < from.start || MARKS.test(text[from.start] ?? '')) return null
  const content = trimContent(text, { start: from.start, end: to.end })
  if (content === null) return null
  const answering = paragraphs.slice(question + 1, paragraphs.indexOf(to, question + 1) + 1)
  const lengths = answering.map(({ start, end }) => end - start)
  const mark = own.start + text.slice(own.start, own.end).lastIndexOf('?')
  return { question: { start: mark, end: mark + 1 }, content, lengths }
}
