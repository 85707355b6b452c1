import type { Article } from '../../domain/article.ts'
import type { DeadLetter, InputOrigin, Told } from '../store.ts'

/** That of an article which no input is given for: its own address. */
export function originOf({ uri, rawSha256, decodedAs }: Article): InputOrigin {
  return { location: uri, uri, rawSha256, decodedHow: decodedAs, retrievedAt: null }
}

/** What a place says of the article that it gave. */
export function toldBy(article: Article, leftOut: Told['leftOut']): Told {
  const { title, byline, publisher, publishedAt, modifiedAt, section, language, origins } = article
  return { title, byline, publisher, publishedAt, modifiedAt, section, language, origins, leftOut }
}

/** That of an input of which nothing was read. */
export function unread(uri: string): InputOrigin {
  return { location: uri, uri, rawSha256: null, decodedHow: null, retrievedAt: null }
}

/** Why an input failed, as its row says it. */
export function reasonOf({ kind, error }: Pick<DeadLetter, 'kind' | 'error'>): string {
  return `${kind}: ${error}`
}
