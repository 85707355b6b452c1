import { HearsayError } from '../../domain/errors.ts'
import { findVersions } from '../../store/queries/across/versions.ts'
import { resolveArticle } from '../../store/queries/references/resolve-article.ts'
import type { StoreDatabase, VersionView } from '../../store/schema.ts'
import { type ComparedVersions, compareVersions } from './comparing/compare-versions.ts'
import { readVersionById } from './read-version.ts'
import type { VersionText } from './version-text.ts'

/** Two stored texts, and what changed from one to the other. */
export interface VersionDifference extends ComparedVersions {
  readonly before: VersionText
  readonly after: VersionText
  /** What each is a version of, where that is one address; null where they are none of one another. */
  readonly versions: { readonly before: VersionView; readonly after: VersionView } | null
}

/**
 * Compares an article with another, or with the version before it; the first version of several with the one behind it. Of an
 * address the version is meant that was met last.
 *
 * @returns null where no other version is known
 * @throws HearsayError (2) when an article is unknown, or both are the same
 */
export async function compareStored(
  database: StoreDatabase,
  reference: string,
  otherReference: string | null,
): Promise<VersionDifference | null> {
  const id = await resolveArticle(database, reference)
  const versions = await findVersions(database, id)
  if (otherReference === null) {
    const own = versions.filter(({ article_id }) => article_id === id)
    const later = own.find(({ previous_id }) => previous_id !== null)
    const earlier = own.find(({ next_id }) => next_id !== null)
    if (later !== undefined) return await compareById(database, later.previous_id as string, id, versions)
    return earlier === undefined ? null : await compareById(database, id, earlier.next_id as string, versions)
  }
  const other = await resolveArticle(database, otherReference)
  if (other === id)
    throw new HearsayError(
      `"${reference}" and "${otherReference}" are the same text; name two versions, by the ids that show gives.`,
      'comparison-impossible',
    )
  const [first, second] = inOrder(versions, id, other)
  return await compareById(database, first, second, versions)
}

/** The earlier version first; two that are none of one address as they were named. */
function inOrder(versions: readonly VersionView[], one: string, other: string): [string, string] {
  const isLater = versions.some(
    later =>
      later.article_id === one &&
      versions.some(
        earlier => earlier.article_id === other && earlier.uri === later.uri && earlier.version < later.version,
      ),
  )
  return isLater ? [other, one] : [one, other]
}

async function compareById(
  database: StoreDatabase,
  earlier: string,
  later: string,
  versions: readonly VersionView[],
): Promise<VersionDifference | null> {
  const [before, after] = [await readVersionById(database, earlier), await readVersionById(database, later)]
  if (before === null || after === null) return null
  const was = versions.find(({ article_id, uri }) => article_id === earlier && hasOther(versions, uri, later))
  const is = versions.find(({ article_id, uri }) => article_id === later && uri === was?.uri)
  return {
    before,
    after,
    versions: was === undefined || is === undefined ? null : { before: was, after: is },
    ...compareVersions(before, after),
  }
}

function hasOther(versions: readonly VersionView[], uri: string, id: string): boolean {
  return versions.some(version => version.uri === uri && version.article_id === id)
}
