import { type ErrorCode, HearsayError } from '../../domain/errors.ts'
import { API } from './address.ts'

interface PathId {
  readonly what: string
  readonly unknown: ErrorCode
  /** Where those that there are can be found. */
  readonly list: string
}

/** What the parameters of paths are ids of, by their names. */
export const PATH_IDS: Readonly<Record<string, PathId>> = {
  article: { what: 'article', unknown: 'article-not-found', list: `GET ${API}/articles lists them` },
  claim: { what: 'claim', unknown: 'claim-not-found', list: `GET ${API}/claims lists them` },
  person: { what: 'person', unknown: 'person-not-found', list: `GET ${API}/people lists them` },
  source: { what: 'source', unknown: 'source-not-found', list: `GET ${API}/sources lists them` },
  family: { what: 'quotation', unknown: 'quotation-not-found', list: `GET ${API}/quotations lists them` },
  submission: { what: 'submission', unknown: 'submission-not-found', list: 'give the article again' },
}

/** Characters of a wrong id that are told back. */
const TOLD = 100

/**
 * Refuses what stands in a path in the place of an id and can be none: as the command line and the pages do, nothing is known by it.
 *
 * @throws HearsayError (2)
 */
export function refuseId(name: string, value: string): never {
  const kind = PATH_IDS[name]
  if (kind === undefined) throw new Error(`no kind of id is known for the parameter ${name} of a path`)
  const shown = [...value.toWellFormed()]
  const told = shown.length > TOLD ? `${shown.slice(0, TOLD).join('')}…` : shown.join('')
  throw new HearsayError(`No ${kind.what} is known as "${told}"; ${kind.list}.`, kind.unknown)
}
