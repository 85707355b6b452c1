import { VOICE_FUNCTIONS } from '../../domain/voice-labels.ts'
import type { AuditCounts, Experts, Unquoted } from '../audit-report.ts'
import { countedShare } from '../intervals/shares.ts'
import type { SelectedVoices } from '../select-voices.ts'
import { LabelCounter } from './count-labels.ts'
import { PERSON } from './labels-of-voices.ts'

const EXPERT = VOICE_FUNCTIONS.indexOf('expert')

/** What is counted one by one in a selection. */
export interface CountedVoices {
  readonly counts: Omit<AuditCounts, 'speakers' | 'olderVersions'>
  /** How many sources each article has, also those that have none. */
  readonly perArticle: Uint32Array
  readonly experts: Experts
  readonly unquoted: Unquoted
}

/** @param everyLabel give labels too that nobody has */
export function countVoices({ columns, articles }: SelectedVoices, everyLabel: boolean): CountedVoices {
  const { start, claims, quotedWords, kind, name, hasAffiliation } = columns
  const perArticle = new Uint32Array(articles.length)
  const expert = { gender: new LabelCounter(columns, 'gender'), type: new LabelCounter(columns, 'type') }
  const person = { gender: new LabelCounter(columns, 'gender'), type: new LabelCounter(columns, 'type') }
  let [sources, allClaims, allWords, articlesWithSources] = [0, 0, 0, 0]
  let [people, peopleQuoted, experts, unaffiliated] = [0, 0, 0, 0]
  for (let place = 0; place < articles.length; place++) {
    const article = articles[place] as number
    const end = start[article + 1] as number
    let ofArticle = 0
    for (let row = start[article] as number; row < end; row++) {
      const said = claims[row] as number
      const isPerson = kind[row] === PERSON
      if (isPerson && name.number[row] !== 0) {
        people++
        if (said > 0) peopleQuoted++
        person.gender.add(row, said === 0)
        person.type.add(row, said === 0)
      }
      if (said === 0) continue
      ofArticle++
      allClaims += said
      allWords += quotedWords[row] as number
      if (columns.function[row] !== EXPERT) continue
      experts++
      if (isPerson) expert.gender.add(row)
      expert.type.add(row)
      if (hasAffiliation[row] === 0) unaffiliated++
    }
    perArticle[place] = ofArticle
    sources += ofArticle
    if (ofArticle > 0) articlesWithSources++
  }
  return {
    counts: {
      articles: articles.length,
      articlesWithSources,
      sources,
      claims: allClaims,
      quotedWords: allWords,
      people,
      peopleQuoted,
    },
    perArticle,
    experts: {
      sources: countedShare(experts, sources),
      gender: expert.gender.sharesOfAll(everyLabel),
      type: expert.type.sharesOfAll(everyLabel),
      withoutAffiliation: countedShare(unaffiliated, experts),
    },
    unquoted: {
      people: countedShare(people - peopleQuoted, people),
      gender: person.gender.sharesOfHits(everyLabel),
      type: person.type.sharesOfHits(everyLabel),
    },
  }
}
