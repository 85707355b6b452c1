import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readStandardInput } from '../../../test/support/read-inputs.ts'
import type { InputOutcome } from '../format.ts'
import { SHAPES } from './shapes/shapes.ts'

const read = (value: unknown, format = 'json') => readStandardInput(JSON.stringify(value), { format })
const story = { title: 'Weir mended', url: 'https://c.example/1', text: 'The weir is mended, said Ms Kvist.' }

/** What an outcome says, without the place that it was found in. */
function contentOf(outcome: InputOutcome | undefined): unknown {
  if (outcome?.outcome !== 'article') return { outcome: outcome?.outcome, error: 'error' in (outcome ?? {}) }
  const { rawSha256: _, uri, ...article } = outcome.article
  return { ...article, uri: uri.startsWith('-') ? null : uri }
}

describe('records', () => {
  it.each([
    ['behind a dash', 'Weir mended - Tarn Echo', 'Weir mended'],
    ['behind a bar', 'Weir mended | The Tarn Echo', 'Weir mended | The Tarn Echo'],
    ['that is another', 'Weir mended - Selby Post', 'Weir mended - Selby Post'],
    ['that is all of it', 'Tarn Echo', 'Tarn Echo'],
  ])('have a title without their outlet %s', async (_name, title, expected) => {
    const [outcome] = await read({ ...story, title, source: { name: 'Tarn Echo' } })
    expect(outcome).toMatchObject({ article: { title: expected, publisher: 'Tarn Echo' } })
  })

  it.each([
    ['By Ida Moe', 'Ida Moe'],
    ['Ida Moe in Tarn', 'Ida Moe'],
    ['Ida Moe, Political editor', 'Ida Moe'],
    [['By Ida Moe', 'https://c.example/moe'], 'Ida Moe'],
    ['Tarn Echo', 'Tarn Echo'],
    ['admin', null],
  ])('have a byline of names alone: %j', async (byline, expected) => {
    const [outcome] = await read({ ...story, byline })
    expect(outcome).toMatchObject({ article: { byline: expected } })
  })

  it.each([
    ['a list', [story], ['']],
    ['a list of lists', [[story], [story]], ['/0/0', '/1/0']],
    ['a list under the name of a service', { response: { docs: [story] } }, ['/response/docs/0']],
    ['a list under any name', { antwort: { treffer: [story, story] } }, ['/antwort/treffer/0', '/antwort/treffer/1']],
    ['several lists', { a: [story], b: { c: [story] } }, ['/a/0', '/b/c/0']],
    [
      'wrappers of a search engine',
      { hits: { total: 1, hits: [{ _id: 'x', _source: story }] } },
      ['/hits/hits/0/_source'],
    ],
    ['an object by their keys', { x1: story, x2: story }, ['/x1', '/x2']],
    [
      'a graph of linked data',
      { '@context': 'x', '@graph': [{ '@type': 'WebSite', name: 'C' }, story] },
      ['/@graph/0', '/@graph/1'],
    ],
    ['one wrapper', { status: 'ok', data: { article: story } }, ['/data/article']],
    ['a list under a name with marks', { 'a/b~c d': [story] }, ['/a~1b~0c d/0']],
    [
      'a list called as a text is',
      { content: [story, { ...story, url: 'https://c.example/2' }], pageable: {} },
      ['/content/0', '/content/1'],
    ],
    [
      'a list beside one that names articles',
      { results: [story], mostViewed: [{ title: 'T', url: 'https://c.example/9' }] },
      ['/results/0'],
    ],
  ])('are found in %s', async (_name, value, pointers) => {
    const outcomes = await read(value)
    expect(outcomes.map(({ origin }) => origin.location)).toEqual(
      pointers.map(pointer => (pointer === '' ? '-#/0' : `-#${pointer}`)),
    )
    expect(outcomes.some(({ outcome }) => outcome === 'article')).toBe(true)
  })

  it.each([
    ['comments', { ...story, comments: [{ text: 'I saw it.', date: '2026-03-02', url: 'https://c.example/c' }] }],
    ['related articles', { ...story, related: [{ title: 'T', text: 'Other.', url: 'https://c.example/2' }] }],
    ['names in it', { ...story, entities: [{ text: 'Ms Kvist', url: 'https://w.example/kvist' }] }],
    ['sentences', { title: 'T', date: '2026-03-02', text: story.text, sentences: [{ text: 'The weir.' }] }],
  ])('have %s that are no records', async (_name, value) => {
    expect(await read(value)).toMatchObject([{ article: { text: story.text } }])
  })

  it.each([
    [
      'a piece without a text among others',
      [story, { title: 'Chart', url: 'https://c.example/2' }, { chart: 7 }],
      ['article', 'failed', 'failed'],
    ],
    ['what is no object', { articles: [story, null, 7, 'x'] }, ['article', 'failed', 'failed', 'failed']],
    [
      'empty texts',
      { articles: [story, { title: 'T', text: '' }, { title: 'T', text: null }] },
      ['article', 'skipped', 'skipped'],
    ],
    ['nothing', { response: { status: 'ok', results: [] } }, ['skipped']],
    ['objects of something else', { results: [{ a: 1 }, { b: 2 }] }, ['failed', 'failed']],
  ])('account for %s', async (_name, value, outcomes) => {
    expect((await read(value)).map(({ outcome }) => outcome)).toEqual(outcomes)
  })

  it('take what the user names before any shape', async () => {
    const { example } = SHAPES.find(({ name }) => name.startsWith('Guardian')) as (typeof SHAPES)[number]
    const value = { response: { results: [{ ...example.record, note: 'Yes, he said.', by: 'Ada' }] } }
    const fields = { text: 'note', byline: 'by' }
    expect(await readStandardInput(JSON.stringify(value), { fields })).toMatchObject([
      { article: { text: 'Yes, he said.', byline: 'Ada', title: 'Weir & lock to reopen' } },
    ])
    expect(await readStandardInput('{"articles":[{"t":"a"}]}', { fields: { text: 'x' } })).toMatchObject([
      { outcome: 'failed', error: expect.stringContaining('no field x') },
    ])
  })

  it.each([
    ['a name with its spaces', { 'Article Text': 'Yes.', Headline: 'T' }, { text: 'Yes.', title: 'T' }],
    ['names in capitals', { BODY_TEXT: 'Yes.', TITLE: 'T', 'PUB DATE': '2026-03-02' }, { publishedAt: '2026-03-02' }],
    [
      'an address for a source',
      { text: 'Yes.', source: 'https://c.example/3' },
      { publisher: null, uri: 'https://c.example/3' },
    ],
    [
      'a site for a source',
      { text: 'Yes.', source: 'https://c.example', domain: 'c.example' },
      { publisher: 'c.example' },
    ],
    ['a host for a source', { text: 'Yes.', source: 'c.example' }, { publisher: 'c.example' }],
    [
      'an object for a source',
      { text: 'Yes.', source: { id: null, name: 'The Courier' } },
      { publisher: 'The Courier' },
    ],
    ['names between semicolons', { text: 'Yes.', author: 'By Ida Moe; Per Lund' }, { byline: 'Ida Moe, Per Lund' }],
    ['names in parts', { text: 'Yes.', authors: [{ firstname: 'Ida', lastname: 'Moe' }] }, { byline: 'Ida Moe' }],
    [
      'a list that was written down',
      { text: 'Yes.', authors: "['Ida Moe', 'Per Lund']" },
      { byline: 'Ida Moe, Per Lund' },
    ],
    ['no author', { text: 'Yes.', authors: '[]', author: 'None' }, { byline: null }],
    ['an account for an author', { text: 'Yes.', author: 'https://c.example/ida' }, { byline: null }],
    ['a title with entities', { text: 'Yes.', title: 'A &amp; <b>B</b>' }, { title: 'A & B' }],
    [
      'a time of a database',
      { text: 'Yes.', date: { $date: '2026-03-02T10:00:00Z' } },
      { publishedAt: '2026-03-02T10:00:00Z' },
    ],
    [
      'a number of a database',
      { text: 'Yes.', date: { $date: { $numberLong: '1772445600000' } } },
      { publishedAt: '2026-03-02T10:00:00Z' },
    ],
    [
      'two times',
      { text: 'Yes.', published: 'soon', date: '2026-03-02', updated: '2026-03-03' },
      { publishedAt: '2026-03-02', modifiedAt: '2026-03-03' },
    ],
    ['a language by name', { text: 'Yes.', language: 'English' }, { language: 'en' }],
    ['a language of three letters', { text: 'Yes.', lang: 'eng' }, { language: 'en' }],
    [
      'an address that is a number',
      { text: 'Yes.', id: 7, guid: 'https://c.example/g' },
      { uri: 'https://c.example/g' },
    ],
    ['a list of paragraphs', { title: 'T', paragraphs: ['Yes.', 'No.'] }, { text: 'Yes.\n\nNo.' }],
    [
      'paragraphs of markup',
      { title: 'T', body: ['<p>Yes, he <i>said</i>.</p>', 'No &amp; no.'] },
      { text: 'Yes, he said.\n\nNo & no.' },
    ],
    [
      'blocks of an editor',
      {
        title: 'T',
        body: {
          blocks: [
            { type: 'paragraph', data: { text: 'Yes.' } },
            { type: 'image', data: {} },
          ],
        },
      },
      { text: 'Yes.' },
    ],
    [
      'runs of words',
      {
        title: 'T',
        content: {
          type: 'doc',
          content: [
            {
              type: 'paragraph',
              content: [
                { type: 'text', text: 'Yes, ' },
                { type: 'text', text: 'he said.' },
              ],
            },
          ],
        },
      },
      { text: 'Yes, he said.' },
    ],
    ['blocks that are plain', { title: 'T', body: [{ text: 'Yes.' }, { text: 'No.' }] }, { text: 'Yes.\n\nNo.' }],
    [
      'a text that is longer elsewhere',
      { title: 'T', text: 'Yes…', full_text: 'Yes, he said.' },
      { text: 'Yes, he said.' },
    ],
    [
      'a cut text',
      { title: 'T', content: 'Yes, he said and… [+99 chars]' },
      { text: 'Yes, he said and…', warnings: ['its text is cut: the record says that 99 more characters follow'] },
    ],
    ['another mark of a cut', { title: 'T', content: 'Yes, he said... [99 chars]' }, { text: 'Yes, he said...' }],
    [
      'a text kept back',
      { title: 'T', content: 'ONLY AVAILABLE IN PAID PLANS', description: 'He said yes.' },
      { text: 'He said yes.' },
    ],
    [
      'only a summary',
      { title: 'T', description: 'He said yes.' },
      { text: 'He said yes.', warnings: ['the record gives only a summary of it'] },
    ],
  ])('with %s are read', async (_name, record, article) => {
    expect(await read(record)).toMatchObject([{ article }])
    expect(await read(record, 'jsonl')).toMatchObject([{ article }])
  })

  it('say which blocks were left out, and why', async () => {
    const blocks = [
      { type: 'text', content: 'Yes.' },
      { type: 'image', caption: 'A wall.' },
      { type: 'newsletter', title: 'Sign up' },
    ]
    expect(await read({ headline: 'T', content_elements: blocks })).toMatchObject([
      {
        leftOut: [
          { reason: 'block of type image', text: 'A wall.' },
          { reason: 'block of type newsletter', text: 'Sign up' },
        ],
      },
    ])
  })

  it('name the article whose text is not there, and what to do', async () => {
    const named = { title: 'T', url: 'https://c.example/1', seendate: '20260302T101500Z', domain: 'c.example' }
    expect(await read({ articles: [named, named] })).toMatchObject([
      {
        outcome: 'failed',
        kind: 'no-text',
        uri: '-#/articles/0',
        error: expect.stringContaining('fetch the page at its address'),
      },
      { outcome: 'failed', uri: '-#/articles/1' },
    ])
  })
})

describe('a record of any shape', () => {
  const shaped = fc.constantFrom(...SHAPES.filter(({ example }) => example.article !== undefined))
  const name = fc.oneof(
    fc.constantFrom('articles', 'response', 'data', 'hits', 'x', 'fields_of_it'),
    fc.stringMatching(/^[a-z]{3,8}$/).map(word => `${word}_q`),
  )
  const wrap = fc.array(fc.oneof(fc.constant(null), name), { maxLength: 6 })
  const shuffled = <Value extends object>(value: Value, order: readonly number[]): Value => {
    const entries = Object.entries(value).map((entry, index) => ({ entry, at: order[index % order.length] ?? 0 }))
    return Object.fromEntries(entries.sort((a, b) => a.at - b.at).map(({ entry }) => entry)) as Value
  }

  it('gives the same article in any order of fields, in any container, as JSON and as JSON Lines', async () => {
    await fc.assert(
      fc.asyncProperty(
        shaped,
        wrap,
        fc.array(fc.nat(), { minLength: 5, maxLength: 20 }),
        fc.integer({ min: 1, max: 3 }),
        async ({ example }, wrappers, order, times) => {
          const [alone] = await read(example.record)
          const record = shuffled(example.record, order)
          const list: unknown = times === 1 ? record : Array.from({ length: times }, () => record)
          const value = wrappers.reduce(
            (inner, key) => (key === null ? [inner] : { [key]: inner, total: 3, status: 'ok' }),
            list,
          )
          for (const format of ['json', 'jsonl']) {
            const outcomes = await read(value, format)
            expect(outcomes.map(contentOf)).toEqual(Array.from({ length: times }, () => contentOf(alone)))
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})
