import type { Article } from '../../src/domain/article.ts'
import type { Chain, EntitiesLayer, Source, Voice, VoicedAttribution } from '../../src/domain/layers.ts'
import { type Span, sliceOf } from '../../src/domain/span.ts'
import { isPlaceName } from '../word-classes.ts'
import type { DraftVoice } from './draft-voice.ts'
import { findPersons } from './find-persons.ts'
import { judgeVoice } from './judge-voice.ts'
import { countQuotedWords } from './quoted-words.ts'
import type { VoiceReading } from './voice-reading.ts'

/**
 * The voices of an article: one for every person whom it names, quoted or not, and one for whoever else is the source of an
 * attribution. Sources with one name, or that go back to one another, are one voice. Spans are UTF-16.
 */
export function collectVoices({ text }: Pick<Article, 'text'>, reading: VoiceReading): Voice[] {
  return draftVoices(text, reading).map(draft => ({ ...draft, ...judgeVoice(text, reading, draft) }))
}

function draftVoices(text: string, reading: VoiceReading): DraftVoice[] {
  const { sources, chains, sourceOf } = reading.sources
  const keys = keysOf(sources, chains, chainsByName(reading))
  const words = countQuotedWords(text, reading.attributions.attributions, reading.quotations.quotations)
  const sourcesOf = Map.groupBy(sources.keys(), i => keys[i] as string)
  const said = Map.groupBy(
    sourceOf.keys().filter(i => sourceOf[i] !== null),
    i => keys[sourceOf[i] as number] as string,
  )
  const voiced = (key: string): VoicedAttribution[] =>
    inTextOrder(
      reading,
      (said.get(key) ?? []).map(attribution => ({ attribution, quotedWords: words[attribution] ?? 0 })),
    )
  const persons = findPersons(reading)
  const drafts: DraftVoice[] = []
  for (const [i, chain] of chains.entries()) {
    const first = firstNameOf(text, reading.entities, chain)
    const key = chainKey(i)
    if (first === null || (!said.has(key) && !persons.has(i))) continue
    const own = sourcesOf.get(key) ?? []
    const told = own.length > 0 ? (sources[own[0] as number] as Source).kind : 'person'
    // A place that speaks is its government, whatever it was taken for.
    const kind = told === 'person' && !persons.has(i) && isPlaceName(chain.name.toLowerCase()) ? 'government' : told
    const government = own.map(at => sources[at] as Source).find(one => one.kind === 'government')?.name
    drafts.push({
      name: government?.value ?? chain.name,
      kind,
      naming: 'named',
      first,
      chain: i,
      sources: own,
      attributions: voiced(key),
    })
    said.delete(key)
  }
  for (const key of said.keys()) {
    const own = sourcesOf.get(key) as number[]
    const [root] = own.map(i => sources[i] as Source) as [Source]
    const { name, kind, naming, spans } = own.map(i => sources[i] as Source).find(({ name }) => name !== null) ?? root
    const first = spans[0] as Span
    drafts.push({
      name: name?.value ?? null,
      kind,
      naming,
      first,
      chain: null,
      sources: own,
      attributions: voiced(key),
    })
  }
  return joinSame(reading, drafts).sort((a, b) => a.first.start - b.first.start || a.first.end - b.first.end)
}

const chainKey = (chain: number) => `chain ${chain}`

/** One key a source; those of one voice have the same. */
function keysOf(
  sources: readonly Source[],
  chains: readonly Chain[],
  chainNamedAt: ReadonlyMap<number, number>,
): string[] {
  const governments = new Map<string, string>()
  const chainByName = new Map<string, number>()
  for (const [i, { name, type }] of chains.entries()) {
    for (const key of [`${type} ${name}`, name]) if (!chainByName.has(key)) chainByName.set(key, i)
  }
  return sources.map((_, i) => {
    let root = i
    // No source goes back to itself.
    for (;;) {
      const { name, kind, antecedent } = sources[root] as Source
      if (name !== null && kind === 'government') {
        // "Washington" and "the United States" are one government, whichever is named first.
        const chain = chainByName.get(name.value) ?? chainNamedAt.get(name.span?.start ?? -1)
        const known = governments.get(name.value)
        const key = known ?? (chain === undefined ? `name ${kind} ${name.value}` : chainKey(chain))
        governments.set(name.value, key)
        return key
      }
      if (name !== null) {
        // Two of one name are told apart by where it stands.
        const at = chainNamedAt.get(name.span?.start ?? -1)
        const isOwn = at !== undefined && chains[at]?.name === name.value
        const chain = isOwn ? at : (chainByName.get(`${kind} ${name.value}`) ?? chainByName.get(name.value))
        return chain === undefined ? `name ${kind} ${name.value}` : chainKey(chain)
      }
      if (antecedent === null) return `words ${root}`
      root = antecedent
    }
  })
}

/** Chains by where (UTF-16) a name of theirs begins; of several that begin there, the one of the longest. */
function chainsByName({ entities: { mentions }, sources: { chains } }: VoiceReading): ReadonlyMap<number, number> {
  const found = new Map<number, { readonly chain: number; readonly end: number }>()
  for (const [chain, { mentions: own }] of chains.entries()) {
    for (const i of own) {
      const name = mentions[i]?.name
      if (name != null && name.end > (found.get(name.start)?.end ?? 0)) found.set(name.start, { chain, end: name.end })
    }
  }
  return new Map([...found].map(([start, { chain }]) => [start, chain]))
}

/** The first mention with the fullest name; null where its holder is never named. */
function firstNameOf(text: string, { mentions }: EntitiesLayer, { name, mentions: own }: Chain): Span | null {
  let first: Span | null = null
  for (const i of own) {
    const mention = mentions[i]
    if (mention?.name == null) continue
    if (sliceOf(text, mention.name) === name) return { start: mention.start, end: mention.end }
    first ??= { start: mention.start, end: mention.end }
  }
  return first
}

/** Sources whose first words are the same ones of the article, whatever each has behind them, are one voice. */
function joinSame(reading: VoiceReading, drafts: readonly DraftVoice[]): DraftVoice[] {
  const same = Map.groupBy(drafts, ({ chain, first }) => `${chain === null} ${first.start} ${first.end}`)
  return [...same.values()].map(own => {
    const kept = own.find(({ name }) => name !== null) ?? (own[0] as DraftVoice)
    if (own.length === 1) return kept
    return {
      ...kept,
      sources: own.flatMap(({ sources }) => sources).sort((a, b) => a - b),
      attributions: inTextOrder(
        reading,
        own.flatMap(({ attributions }) => attributions),
      ),
    }
  })
}

/** By where their cues begin. */
function inTextOrder(reading: VoiceReading, voiced: readonly VoicedAttribution[]): VoicedAttribution[] {
  const cueStart = ({ attribution }: VoicedAttribution) =>
    reading.attributions.attributions[attribution]?.cue[0]?.start ?? 0
  return voiced.toSorted((a, b) => cueStart(a) - cueStart(b))
}
