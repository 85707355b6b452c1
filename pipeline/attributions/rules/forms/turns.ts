import type { TokensLayer } from '../../../../src/domain/layers.ts'
import { sliceOf } from '../../../../src/domain/span.ts'
import { tokensWithin } from '../../../positions/token-search.ts'
import { isFirstName, isPlaceName, isRoleWord, isTitle, opensPersonName } from '../../../word-classes.ts'
import { LEXICON } from '../../lexicon.ts'
import type { FormAttribution } from './form.ts'
import { type Label, readLabels, trimContent } from './label.ts'
import { isLoud, keyOf, kindOfLabel, type LabelKind } from './speaking-label.ts'
import { isTitled } from './titled.ts'

/** A line with a label that may be a speaker's. */
interface Turn {
  readonly label: Label
  readonly kind: LabelKind
  readonly key: string
  /** Index of its paragraph. */
  readonly paragraph: number
  readonly asks: boolean
}

export interface FoundTurns {
  readonly attributions: readonly FormAttribution[]
  /** Questions by nobody whom the text calls by more than "Q". */
  readonly questions: readonly Label[]
}

/** Somebody talks of oneself, or in quotation marks. */
const TALK = /^["“]|(?:^|\s)(?:I|[Ww]e|[Mm]y|[Oo]ur|[Uu]s|[Mm]e|I['’]\p{L}+|[Ww]e['’]\p{L}+)(?=[\s,.!?]|$)/u
const SPEECH = ['speech', 'addressee', 'that-clause', 'order'] as const
const LONGEST_APPOSITION = 8
/** A talk's answer over several paragraphs has no more than so many. */
const LONGEST_ANSWER = 12

/**
 * Lines that open with who speaks: talks printed as Q and A or with names, transcripts, statements in a list. A label is a
 * speaker's when it says so by itself ("MR DELL", "THE CHAIR"), or when labels answer one another.
 */
export function findTurns(text: string, layer: TokensLayer): FoundTurns {
  const turns = withFullNames(listTurns(text, layer))
  if (turns.length === 0) return { attributions: [], questions: [] }
  const groups = Map.groupBy(turns, ({ key }) => key)
  const names = wordsOfNames(layer)
  const talking = new Set(
    isConversation(text, groups) ? [...groups].flatMap(([key, group]) => (mayTalk(group) ? [key] : [])) : [],
  )
  const isQuestionAndAnswer =
    groups.has('a') && (groups.has('q') || followsQuestions(text, layer, groups.get('a') ?? []))
  const attributions: FormAttribution[] = []
  const questions: Label[] = []
  for (const [i, turn] of turns.entries()) {
    const { label, kind } = turn
    if (kind === 'question' || kind === 'answer') {
      if (!isQuestionAndAnswer) continue
      if (kind === 'question') questions.push(label)
      else attributions.push(toAttribution(text, layer, turn, turns[i + 1], 'answer-line'))
    } else if (speaks(text, turn, talking, groups, names)) {
      attributions.push(toAttribution(text, layer, turn, turns[i + 1], 'labelled-line'))
    }
  }
  return { attributions, questions }
}

/** "ROSE MARSH, HOST:" before "MARSH:": words that are common are a name where the last one is a label, too; in capitals with a role. */
function withFullNames(turns: readonly Turn[]): Turn[] {
  const surnames = new Set(turns.flatMap(({ kind, key }) => (kind === 'surname' || kind === 'nobody' ? [key] : [])))
  return turns.map(turn => {
    const { label, kind } = turn
    if (kind !== 'other') return turn
    const key = keyOf(label, 'name')
    const hasRole = label.apposition !== '' && isLoud(label) && isLoud({ ...label, name: label.apposition })
    const isName = hasRole || (surnames.has(key) && opensPersonName(label.name.split(/\s/u)[0]?.toLowerCase() ?? ''))
    return isName ? { ...turn, kind: 'name', key } : turn
  })
}

/** Whether answers stand behind questions that have no label: a "Q" was set as a picture, or in bold. */
function followsQuestions(text: string, { paragraphs }: TokensLayer, answers: readonly Turn[]): boolean {
  const asked = answers.filter(({ paragraph }) => text[(paragraphs[paragraph - 1]?.end ?? 0) - 1] === '?')
  return asked.length > 1 && asked.length * 2 >= answers.length
}

function listTurns(text: string, layer: TokensLayer): Turn[] {
  return layer.paragraphs.flatMap((one, paragraph): Turn[] => {
    // A headline’s colon has rules of its own.
    if (paragraph === 0 && one.heading) return []
    return readLabels(text, one).flatMap((label): Turn[] => {
      const kind = label.hasAccount ? 'name' : kindOfLabel(label)
      if (kind === null || isClause(layer, label) || (label.isInside && kind === 'role' && !isPlainRole(text, label)))
        return []
      const key = kind === 'question' ? 'q' : kind === 'answer' ? 'a' : keyOf(label, kind)
      return [{ label, kind, key, paragraph, asks: asks(text, label) }]
    })
  })
}

/** "The mayor", "Judge": inside a paragraph "Asked by the mayor:" is no label. */
function isPlainRole(text: string, { span }: Label): boolean {
  const [first = ''] = sliceOf(text, span).toLowerCase().split(' ')
  return /^(?:the|an?|one|another)$/u.test(first) || isRoleWord(first) || isTitle(first)
}

/** Whether a label's words end in a question, within quotation marks or without. */
function asks(text: string, { content }: Label): boolean {
  return /\?["”’]?$/u.test(text.slice(Math.max(content.start, content.end - 2), content.end))
}

/** "The mayor, Ann Lee, said:": a verb says who speaks, and rules for verbs read it. */
function isClause({ tokens }: TokensLayer, { span, apposition, isInside }: Label): boolean {
  if (apposition.split(' ').length > LONGEST_APPOSITION) return true
  return tokensWithin(tokens, span).some(({ pos, lemma, text, lower }, i) => {
    if (i === 0 && isInside && /^(?:added|asked|replied|said|says)$/u.test(lower)) return true
    return pos === 'AUX' || (text === lower && pos === 'VERB' && SPEECH.some(name => LEXICON[name].has(lemma)))
  })
}

/** Whether labels answer one another: two or more, one of which comes again, or all of which stand in one quotation or paragraph. */
function isConversation(text: string, groups: ReadonlyMap<string, readonly Turn[]>): boolean {
  const viable = [...groups.values()].filter(mayTalk)
  if (viable.length > 1 && areInOneParagraph(text, viable.flat())) return true
  if (viable.length > 1 && viable.flat().every(({ label }) => label.isMarked)) return true
  const count = viable.reduce((sum, { length }) => sum + length, 0)
  return viable.length > 1 && count > 2 && viable.some(({ length }) => length > 1)
}

/** "Lee: “Yes, at once.” Roy: “No.”", but no list of prizes: somebody's words are no title. */
function areInOneParagraph(text: string, turns: readonly Turn[]): boolean {
  const [first] = turns
  return (
    turns.every(({ paragraph }) => paragraph === first?.paragraph) &&
    turns.some(({ label }) => /\s\p{Ll}{3}/u.test(sliceOf(text, label.content)))
  )
}

/** Whether labels of one speaker are a person's, or those of somebody who asks again and again. */
function mayTalk(group: readonly Turn[]): boolean {
  const [{ kind }] = group as [Turn]
  if (kind === 'role') return true
  if (group.some(one => one.kind === 'name' || one.kind === 'titled')) return true
  if (kind === 'surname' && isLoud((group[0] as Turn).label)) return true
  if (group.some(one => one.kind === 'nobody')) return false
  return group.length > 1 && group.filter(({ asks }) => asks).length * 2 >= group.length
}

function speaks(
  text: string,
  { label, kind, key }: Turn,
  talking: ReadonlySet<string>,
  groups: ReadonlyMap<string, readonly Turn[]>,
  names: ReadonlySet<string>,
): boolean {
  const words = sliceOf(text, label.content)
  if (!/^["“”‘'«([*_…]{0,3}\p{L}/u.test(words)) return false
  const lower = label.name.toLowerCase()
  if (label.hasAccount) return true
  if (talking.has(key) || (talking.size > 0 && isInitials(label))) return true
  const isSentence = /\s\p{Ll}/u.test(words) || /[.!?]["”’']?$/u.test(words)
  if (kind === 'nobody') return false
  if (kind === 'titled') return isSentence || TALK.test(words)
  if (isLoud(label) && !isPlaceName(lower)) {
    if (kind === 'role' || kind === 'name') return true
    return kind === 'surname' && (names.has(key) || (groups.get(key) ?? []).length > 1)
  }
  const isQuoted = /^["“‘]/u.test(words)
  if (isQuoted && isTitled(words)) return false
  if (kind === 'surname' && isQuoted && label.apposition !== '' && isFirstName(lower)) return true
  if (kind !== 'name' && !(kind === 'surname' && names.has(key))) return kind === 'role' && /^["“]/u.test(words)
  const isPerson = isFirstName(lower.split(/\s/u)[0] as string) || names.has(key) || label.apposition !== ''
  return isPerson && TALK.test(words)
}

/** "OM" for Odette Marrow. */
function isInitials({ name }: Label): boolean {
  return /^\p{Lu}{2,3}$/u.test(name)
}

/** Last words (lower case) of what is written as a name of several words. */
function wordsOfNames({ tokens, sentences }: TokensLayer): ReadonlySet<string> {
  const found = new Set<string>()
  for (let i = 1; i < tokens.length; i += 1) {
    const { text, lower, sentence, pos } = tokens[i] as TokensLayer['tokens'][number]
    const before = tokens[i - 1] as TokensLayer['tokens'][number]
    if (!/^\p{Lu}\p{Ll}/u.test(text) || before.sentence !== sentence || pos !== 'PROPN') continue
    if (/^\p{Lu}/u.test(before.text) && before.pos === 'PROPN' && sentences[sentence] !== undefined) found.add(lower)
  }
  return found
}

function toAttribution(
  text: string,
  layer: TokensLayer,
  turn: Turn,
  next: Turn | undefined,
  form: 'answer-line' | 'labelled-line',
): FormAttribution {
  const { label } = turn
  const content = { start: label.content.start, end: endOfAnswer(text, layer, turn, next) }
  return {
    form,
    source: label.span,
    cue: label.colon,
    cueLemma: ':',
    content: [content],
    act: turn.asks ? 'question' : 'statement',
  }
}

/** An answer goes on over the paragraphs without a label before the next question. */
function endOfAnswer(text: string, { paragraphs }: TokensLayer, turn: Turn, next: Turn | undefined): number {
  const { paragraph, kind, asks, label } = turn
  const isAnswered = next !== undefined && (kind === 'answer' ? next.kind === 'question' : next.asks)
  if (!isAnswered || asks || next.paragraph - paragraph > LONGEST_ANSWER) return label.content.end
  const between = paragraphs.slice(paragraph + 1, next.paragraph)
  // Brackets tell what happens, and a heading begins something else.
  const stop = between.findIndex(one => one.heading || /^[([*]/u.test(text.slice(one.start, one.start + 1)))
  const last = (stop < 0 ? between : between.slice(0, stop)).at(-1)
  return last === undefined ? label.content.end : (trimContent(text, last)?.end ?? label.content.end)
}
