import type { Readable } from 'node:stream'
import { judgeLanguage, loadDetector } from './article/language.ts'
import type { Discovered } from './discover.ts'
import type { InputOutcome, ReadOutcome } from './format.ts'
import { DEFAULT_LIMITS, type ReadLimits } from './limits/limits.ts'
import { readInput } from './read-input.ts'
import type { RecordFields } from './records/record-fields.ts'

/** How inputs are read. Plain data, so that it can be handed to another thread. */
export interface ReadingOptions {
  /** Inputs that exceed a limit fail and say which. What is not given is as in `DEFAULT_LIMITS`. */
  readonly limits?: Partial<ReadLimits> | undefined
  /** Name of the format of every input; without it, content and name decide. */
  readonly format?: string | undefined
  /** Where records keep what belongs to an article, if not in the usual fields. */
  readonly fields?: RecordFields | undefined
  /** Takes articles in languages other than English too. */
  readonly anyLanguage?: boolean | undefined
  /** Keeps all of a plain text as the article's, with what stands around it. */
  readonly whole?: boolean | undefined
}

export interface ReadOptions extends ReadingOptions {
  /** What `-` stands for. */
  readonly standardInput: Readable
  /** Ends reading before the next entry; an entry that is half read is dropped. */
  readonly signal: AbortSignal
  /** Told how many bytes were taken, unpacked, as they are. */
  readonly onBytes?: ((count: number) => void) | undefined
}

/**
 * Reads one input in this thread, which a page may hold for as long as `limits.timeoutMs` allows; `ThreadReader` does so
 * in another.
 */
export async function* readDiscovered(input: Discovered, options: ReadOptions): AsyncGenerator<InputOutcome> {
  if (options.anyLanguage !== true) await loadDetector()
  for await (const outcome of readAnyLanguage(input, options)) {
    yield options.anyLanguage === true ? outcome : passOverOtherLanguages(outcome)
  }
}

async function* readAnyLanguage(input: Discovered, options: ReadOptions): AsyncGenerator<InputOutcome> {
  const { uri } = input
  if (input.kind === 'skipped') {
    yield complete({ outcome: 'skipped', uri, reason: input.reason }, uri, null)
  } else if (input.kind === 'unreadable') {
    yield complete({ outcome: 'failed', uri, kind: 'unreadable', error: input.error }, uri, null)
  } else {
    const { format, fields = {}, whole, standardInput, signal, onBytes } = options
    const context = { limits: { ...DEFAULT_LIMITS, ...options.limits }, fields, whole }
    for await (const { outcome, file } of readInput(input, { context, format, standardInput, signal, onBytes })) {
      yield complete(outcome, uri, file)
    }
  }
}

/** What the whole file tells fills in what the format left open. */
function complete(
  outcome: ReadOutcome,
  uri: string,
  file: { readonly decodedHow: string | null; readonly rawSha256: string | null } | null,
): InputOutcome {
  const { origin } = outcome
  const article = outcome.outcome === 'article' ? outcome.article : null
  const encoding = article === null ? '' : `; charset=${article.decodedAs}`
  const inside = origin?.decodedHow ?? file?.decodedHow ?? null
  const how = inside === null || inside.includes(';') ? inside : `${inside}${encoding}`
  const isPacked = file?.decodedHow?.startsWith('gzip+') === true && how?.startsWith('gzip+') === false
  return {
    ...outcome,
    origin: {
      location: origin?.location ?? uri,
      file: uri,
      decodedHow: isPacked ? `gzip+${how}` : how,
      rawSha256: origin?.rawSha256 ?? article?.rawSha256 ?? file?.rawSha256 ?? null,
      retrievedAt: origin?.retrievedAt ?? null,
    },
  }
}

/** By what the language is known where the input does not say it, or says another. */
const ITS_WORDS = 'its words'

/** An article in another language becomes a skipped input: the pipeline would find nothing but errors in it. */
function passOverOtherLanguages(outcome: InputOutcome): InputOutcome {
  if (outcome.outcome !== 'article') return outcome
  const { article, origin } = outcome
  const { language, isEnglish, warning } = judgeLanguage(article)
  if (!isEnglish) {
    const reason = `it is in another language than English (${language}): --any-language reads it all the same`
    return { outcome: 'skipped', uri: article.uri, reason, origin }
  }
  if (language === article.language && warning === null) return outcome
  const warnings = Object.freeze(warning === null ? article.warnings : [...article.warnings, warning])
  const isDeclared = language === article.language
  const origins = isDeclared ? article.origins : Object.freeze({ ...article.origins, language: ITS_WORDS })
  return { ...outcome, article: Object.freeze({ ...article, language, warnings, origins }) }
}
