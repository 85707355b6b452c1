import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { compareVersions } from '../../src/families/versions/comparing/compare-versions.ts'
import { toVersionText, type VersionText } from '../../src/families/versions/version-text.ts'
import { toArticleWithClaims } from '../../src/policy/article-of-record.ts'
import { createPipeline, type Pipeline } from '../../src/run/create-pipeline.ts'
import { describeChange } from './describe-change.ts'
import { CLAIMS_AND_CONTENTS } from './version-pairs/claims-and-contents.ts'
import { SOURCES_AND_THE_REST } from './version-pairs/sources-and-the-rest.ts'

/*
 * Two versions of an article, both as the pipeline reads them: everything that was edited is found, and nothing else.
 */

const CORPUS = join(import.meta.dirname, '../../corpus')
const known = new Map<string, VersionText>()
let pipeline: Pipeline

beforeAll(async () => {
  pipeline = await createPipeline({ engine: 'linear' })
})

async function read(text: string): Promise<VersionText> {
  const version = known.get(text) ?? toVersionText(toArticleWithClaims(await pipeline.analyse(text)))
  known.set(text, version)
  return version
}

describe('of two versions of an article', () => {
  it.each([...CLAIMS_AND_CONTENTS, ...SOURCES_AND_THE_REST])('$name', async ({ file, edits, changes }) => {
    const earlier = readFileSync(join(CORPUS, `${file}.txt`), 'utf8')
    const later = edits.reduce((text, [from, to]) => {
      expect(text).toContain(from)
      return from === '' ? text + to : text.replace(from, () => to)
    }, earlier)
    const found = compareVersions(await read(earlier), await read(later))
    expect(found.changes.map(describeChange)).toEqual(changes)
  })
})
