import type { Mention, ReadReference, Source, Token, Voice } from '../../../src/domain/layers.ts'
import { ruleIdOf } from '../../../src/domain/newsroom-rules.ts'
import { type Span, sliceOf } from '../../../src/domain/span.ts'
import { startOfCounted } from '../../words/collectives.ts'
import type { DraftVoice } from '../draft-voice.ts'
import type { Found } from '../found.ts'
import { readBesideName } from '../gender/beside-name.ts'
import { decideGender } from '../gender/decide-gender.ts'
import { type GenderIndex, indexGenders, tokenAt } from '../gender/gender-index.ts'
import { readFirstName, readNounSign, readPluralSign, signOf } from '../gender/gender-of-word.ts'
import type { GenderSign } from '../gender/gender-rules.ts'
import { readNounPhrase } from '../gender/noun-phrase.ts'
import { readPronoun } from '../gender/pronoun-signs.ts'
import { isNonbinary } from '../gender/said-gender.ts'
import { readSeveral } from '../gender/several.ts'
import type { VoiceReading } from '../voice-reading.ts'

/** From this probability on, a description without a name tells the gender of whom it means. */
const LEAST_DESCRIPTION = 0.9
/** "A surgeon" and "his surgeon" are others than whom was spoken of. */
const SINGLING: ReadonlySet<string> = new Set(['the', 'this', 'that'])

/**
 * Gender as the text gives it. Everything that speaks for one is kept, whatever it speaks for; which side is right, if any, is
 * decided by what each kind weighs. Bodies have none; a group has that of which its noun speaks ("three women").
 */
export function judgeGender(text: string, reading: VoiceReading, draft: DraftVoice): Found<Voice['gender']> {
  const signs = draft.kind === 'person' || draft.kind === 'group' ? findSigns(text, reading, draft) : []
  return {
    value: decideGender(signs),
    evidence: signs.map(({ gender, span, rule, newsroomRule, reason }) => ({
      field: 'gender',
      value: gender,
      span,
      rule: newsroomRule ?? rule,
      reason,
    })),
  }
}

function findSigns(text: string, reading: VoiceReading, draft: DraftVoice): GenderSign[] {
  const index = indexGenders(reading)
  const once = new Map<string, GenderSign>()
  for (const sign of [...ofChain(text, reading, index, draft.chain), ...ofSources(text, reading, index, draft)]) {
    const key = `${sign.gender} ${sign.span?.start}`
    if (!once.has(key)) once.set(key, sign)
  }
  const found = [...once.values()].sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0))
  const byName =
    draft.name === null || draft.kind !== 'person' || reading.nameGender === false ? null : readFirstName(draft.name)
  return byName === null ? found : [...found, byName]
}

/** What stands beside a person's names, and what the pronouns and descriptions say that mean them. */
function ofChain(text: string, reading: VoiceReading, index: GenderIndex, chain: number | null): GenderSign[] {
  const own = chain === null ? undefined : reading.sources.chains[chain]
  if (chain === null || own === undefined) return []
  const { tokens } = reading.tokens
  const group = index.groupOf.get(chain)
  const probabilityOf = (span: Span) =>
    index.pronounAt.get(tokenAt(tokens, span.start))?.ranked.find(one => one.group === group)?.probability ?? null
  const mentions = own.mentions.map(i => reading.entities.mentions[i] as Mention)
  const beside = mentions.map(mention => readBesideName(tokens, mention, token => index.nameAt.has(token)))
  // Whomever the pronoun was taken for.
  const others = new Set(beside.flatMap(({ owners }) => owners))
  const pronouns = own.pronouns.filter(({ start }) => !others.has(tokenAt(tokens, start)))
  return [
    ...(index.said.get(chain) ?? []),
    ...mentions.flatMap(ofKnown),
    ...beside.flatMap(({ signs }) => signs),
    ...pronouns.flatMap(span => readPronoun(sliceOf(text, span), span, probabilityOf(span)) ?? []),
    ...(group === undefined ? [] : ofDescriptions(tokens, index.referencesOf.get(group) ?? [])),
  ]
}

/** What a newsroom's rules know of a name. */
function ofKnown({ known, start, end }: Mention): GenderSign[] {
  if (known?.gender == null) return []
  const sign = signOf('gender-said', known.gender, { start, end }, `The newsroom's rules say it of “${known.name}”.`)
  return [{ ...sign, newsroomRule: ruleIdOf(known.id) }]
}

/** "The actress", of whom a model takes for it. */
function ofDescriptions(tokens: readonly Token[], references: readonly ReadReference[]): GenderSign[] {
  return references.flatMap(({ pronoun, firstToken, ranked }) => {
    const probability = ranked[0]?.probability ?? 0
    if (pronoun || probability < LEAST_DESCRIPTION || !SINGLING.has((tokens[firstToken] as Token).lower)) return []
    return readNounPhrase(tokens, firstToken).heads.flatMap(head => {
      const sign = readNounSign(tokens, head)
      if (sign === null || sign.rule === 'gender-office') return []
      const { gender, span, reason } = sign
      return [
        signOf('gender-description', gender, span, `${reason} It means this person (probability ${probability}).`),
      ]
    })
  })
}

/** What the words of a voice's sources say ("a **woman** who saw it"), and for who has no name the pronouns that mean them. */
function ofSources(text: string, reading: VoiceReading, index: GenderIndex, draft: DraftVoice): GenderSign[] {
  const { tokens } = reading.tokens
  return draft.sources.flatMap(i => {
    const { spans, number, kind } = reading.sources.sources[i] as Source
    const [span] = spans
    if (span === undefined || (kind !== 'person' && kind !== 'group')) return []
    if (kind === 'group' || (number !== null && number.value > 1))
      return readSeveral(tokens, tokenAt(tokens, span.start), span.end)
    const pronoun = readPronoun(sliceOf(text, span), span, null)
    if (pronoun !== null) return pronoun.rule === 'gender-they' ? [] : [pronoun]
    const first = tokenAt(tokens, span.start)
    return [
      ...ofWords(tokens, first, draft.chain !== null),
      ...(draft.chain === null ? ofUnnamed(text, tokens, index, first) : []),
    ]
  })
}

/** What the words of a source without a name in them say; those that only go back to a name weigh less. */
function ofWords(tokens: readonly Token[], first: number, isNamed: boolean): GenderSign[] {
  const counted = startOfCounted(tokens, first)
  const heads = counted === null ? readNounPhrase(tokens, first).heads : readNounPhrase(tokens, counted).heads
  return heads.flatMap(head => {
    const signs: GenderSign[] = []
    const sign = counted === null ? readNounSign(tokens, head) : readPluralSign(tokens[head] as Token)
    if (sign !== null)
      signs.push(
        isNamed && sign.rule === 'gender-noun'
          ? signOf('gender-description', sign.gender, sign.span, sign.reason)
          : sign,
      )
    for (let i = first; i < head; i += 1) {
      const token = tokens[i] as Token
      if (isNonbinary(token)) signs.push(signOf('gender-said', 'nonbinary', token, `“${token.text}” is said of them.`))
    }
    return signs
  })
}

/** The pronouns that a model takes for somebody without a name. */
function ofUnnamed(text: string, tokens: readonly Token[], index: GenderIndex, first: number): GenderSign[] {
  const group = index.groupAt.get(first)
  if (group === undefined) return []
  return (index.referencesOf.get(group) ?? []).flatMap(({ pronoun, firstToken, ranked }) => {
    const token = tokens[firstToken] as Token
    return pronoun ? (readPronoun(sliceOf(text, token), token, ranked[0]?.probability ?? null) ?? []) : []
  })
}
