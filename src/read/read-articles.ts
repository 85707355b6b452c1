import type { Readable } from 'node:stream'
import { EXIT, HearsayError } from '../domain/errors.ts'
import type { Discovered } from './discover.ts'
import type { InputOutcome, ReadOutcome } from './format.ts'
import { judgeLanguage, loadDetector } from './language.ts'
import { DEFAULT_LIMITS, type ReadLimits } from './limits.ts'
import { readInput } from './read-input.ts'
import type { RecordFields } from './record-fields.ts'

export interface ReadOptions {
  /** Inputs that exceed a limit fail and say which. What is not given is as in `DEFAULT_LIMITS`. */
  readonly limits?: Partial<ReadLimits>
  /** Name of the format of every input; without it, content and name decide. */
  readonly format?: string | undefined
  /** Where records keep what belongs to an article, if not in the usual fields. */
  readonly fields?: RecordFields | undefined
  /** Takes articles in languages other than English too. */
  readonly anyLanguage?: boolean | undefined
  /** Gives inputs that are not text as failures even when all of them are. */
  readonly keepNotText?: boolean | undefined
  /** What `-` stands for. */
  readonly standardInput: Readable
  /** Ends reading before the next entry; an entry that is half read is dropped. */
  readonly signal: AbortSignal
}

/**
 * Reads inputs one after the other, as fast as the consumer takes them. Every input gives at least one outcome, and every
 * entry of a container exactly one.
 *
 * @throws HearsayError (exit code 2), before anything is yielded, when not one of the inputs is text: most likely the
 * wrong path was given, and a database of failures would help nobody
 */
export async function* readArticles(
  inputs: Iterable<Discovered>,
  options: ReadOptions,
): AsyncGenerator<InputOutcome, void, undefined> {
  const notText: InputOutcome[] = []
  let isHeldBack = options.keepNotText !== true
  if (options.anyLanguage !== true) await loadDetector()
  for (const input of inputs) {
    for await (const outcome of readDiscovered(input, options)) {
      if (isHeldBack && outcome.outcome === 'failed' && outcome.kind === 'not-text') {
        notText.push(outcome)
      } else {
        isHeldBack = false
        yield* notText.splice(0)
        yield options.anyLanguage === true ? outcome : passOverOtherLanguages(outcome)
      }
      if (options.signal.aborted) break
    }
    if (options.signal.aborted) break
  }
  const [first] = notText
  if (first?.outcome !== 'failed' || options.signal.aborted) return
  const others = notText.length > 1 ? `, like all ${notText.length} inputs,` : ''
  throw new HearsayError(`Cannot read ${first.uri}${others} because ${first.error}.`, EXIT.usage)
}

async function* readDiscovered(input: Discovered, options: ReadOptions): AsyncGenerator<InputOutcome> {
  const { uri } = input
  if (input.kind === 'skipped') {
    yield complete({ outcome: 'skipped', uri, reason: input.reason }, uri, null)
  } else if (input.kind === 'unreadable') {
    yield complete({ outcome: 'failed', uri, kind: 'unreadable', error: input.error }, uri, null)
  } else {
    const { format, fields = {}, standardInput, signal } = options
    const context = { limits: { ...DEFAULT_LIMITS, ...options.limits }, fields }
    for await (const { outcome, file } of readInput(input, { context, format, standardInput, signal })) {
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
      decodedHow: isPacked ? `gzip+${how}` : how,
      rawSha256: origin?.rawSha256 ?? article?.rawSha256 ?? file?.rawSha256 ?? null,
      retrievedAt: origin?.retrievedAt ?? null,
    },
  }
}

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
  return { outcome: 'article', article: Object.freeze({ ...article, language, warnings }), origin }
}
