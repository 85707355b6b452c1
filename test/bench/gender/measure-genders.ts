import { encoderEngine } from '../../../pipeline/attributions/encoder/engine.ts'
import { arrangeStages } from '../../../pipeline/stages.ts'
import { collectVoices } from '../../../pipeline/voices/collect-voices.ts'
import type { FoundLayers, Mention, Voice, VoiceEvidence } from '../../../src/domain/layers.ts'
import { overlaps } from '../../../src/domain/span.ts'
import { createTextArticle } from '../../../src/read/article/create-text-article.ts'
import { chooseModel } from '../../../src/run/model/choose-model.ts'
import type { GoldPerson, GoldText } from './gold-people.ts'

/** What was decided of one person of the gold. */
export interface JudgedPerson {
  readonly text: string
  readonly gold: GoldPerson['gender']
  /** The person's voice, or null where there is none of that name. */
  readonly voice: Voice | null
  /** The same with first names off. */
  readonly withoutNames: Voice | null
}

/** What a decision rests on, the best there is: pronouns, else words, else a first name alone. */
export type Ground = 'pronoun' | 'word' | 'first-name'

/** Judges every person of the texts by the encoder, one text at a time. */
export async function* judgePeople(texts: Iterable<GoldText>): AsyncGenerator<JudgedPerson> {
  chooseModel()
  const stages = arrangeStages(encoderEngine)
  for (const { name, text, people } of texts) {
    const article = createTextArticle(text)
    if (article.text !== text) throw new Error(`${name} is not stored as it stands, so that its offsets are of no use.`)
    const layers = await stages.run(article)
    const withoutNames = collectVoices(article, { ...layers, nameGender: false })
    for (const person of people) {
      const at = findVoice(layers, person)
      yield {
        text: name,
        gold: person.gender,
        voice: at === null ? null : (layers.voices.voices[at] as Voice),
        withoutNames: at === null ? null : (withoutNames[at] as Voice),
      }
    }
  }
}

/** The voice that has most of a person's names, the first of several; null where none has any. */
function findVoice({ voices, sources, entities }: FoundLayers, { names }: GoldPerson): number | null {
  let best: { readonly at: number; readonly hits: number } | null = null
  for (const [at, { chain, kind }] of voices.voices.entries()) {
    if (chain === null || kind !== 'person') continue
    const own = (sources.chains[chain]?.mentions ?? []).flatMap(i => (entities.mentions[i] as Mention).name ?? [])
    const hits = names.filter(name => own.some(one => overlaps(one, name))).length
    if (hits > (best?.hits ?? 0)) best = { at, hits }
  }
  return best?.at ?? null
}

/** What speaks for the gender that was decided. */
export function groundOf({ gender, evidence }: Voice): Ground {
  const own = evidence.filter(({ field, value }) => field === 'gender' && value === gender.value)
  const has = (fits: (one: VoiceEvidence) => boolean) => own.some(fits)
  if (has(({ rule }) => rule === 'gender-pronoun' || rule === 'gender-they')) return 'pronoun'
  return has(({ rule }) => rule !== 'gender-first-name') ? 'word' : 'first-name'
}
