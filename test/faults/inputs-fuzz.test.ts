import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import type { InputOutcome } from '../../src/read/format.ts'
import { FORMATS, formatOf } from '../../src/read/formats.ts'
import { readDiscovered } from '../../src/read/read-discovered.ts'
import { ThreadReader } from '../../src/run/reading/thread-reader.ts'
import { checkOutcomes, FUZZ_LIMITS, readBytes } from '../support/account-for.ts'
import { damagedArchive } from '../support/damaged-archive.ts'
import { damagedBytes } from '../support/damaged-bytes.ts'
import { drupalPage } from '../support/pages/drupal-page.ts'
import { newspaperPage } from '../support/pages/newspaper-page.ts'
import { STORY } from '../support/pages/story.ts'
import { wordpressPage } from '../support/pages/wordpress-page.ts'
import { proofSize } from '../support/proof-size.ts'
import { httpResponse, webArchive } from '../support/web-archive.ts'

/** Bytes for which every reader must account: mutations of these reach deeper than what is arbitrary. */
const VALID: readonly Buffer[] = [
  Buffer.from(STORY.paragraphs.join('\n\n')),
  Buffer.from(
    `---\ntitle: T\n---\nSkip to content\n\nBy Ida Holm\n3 May 2026\n\n${STORY.paragraphs.join('\n\nAdvertisement\n\n')}\n\nComments (2)\nJo 2 hours ago\nReply\n`,
  ),
  Buffer.from(wordpressPage(STORY)),
  Buffer.from(drupalPage(STORY)),
  Buffer.from(newspaperPage(STORY)),
  Buffer.from('{"text":"Yes, he said.","date":"2026-03-04"}\n{"body":"<p>No.</p>","url":"https://x.example/1"}\n'),
  Buffer.from('{"articles":[{"title":"T","content":"Yes, he said."},{"content":["a","b"]}]}'),
  Buffer.from('{"uri":"urn:x:1","type":"text","bodies":[{"value":"<p>Yes.</p>"}],"headlines":[{"value":"T"}]}'),
  Buffer.from('id,title,text\n1,"T, U","Yes, he ""said""."\n2,V,No.\n'),
  Buffer.from(
    '<?xml version="1.0"?><rss version="2.0"><channel><title>C</title><item><title>T</title><description>&lt;p&gt;Yes.&lt;/p&gt;</description></item></channel></rss>',
  ),
  Buffer.from(
    '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>urn:x</id><content type="html">&lt;p&gt;Yes.&lt;/p&gt;</content></entry></feed>',
  ),
  Buffer.from(
    '<?xml version="1.0"?><newsItem guid="urn:x"><contentMeta><headline>T</headline></contentMeta><contentSet><inlineXML><nitf><body><body.content><p>Yes.</p></body.content></body></nitf></inlineXML></contentSet></newsItem>',
  ),
  webArchive([
    { type: 'warcinfo', block: 'x' },
    { type: 'response', uri: 'https://x.example/1', block: httpResponse(wordpressPage(STORY)) },
    {
      type: 'response',
      uri: 'https://x.example/2',
      block: httpResponse(gzipSync('<p>x'), { 'Content-Encoding': 'gzip' }),
    },
  ]),
  gzipSync('{"text":"Yes, he said."}\n{"text":"No."}\n'),
]

/** Damaged in tests of their own: `documents-fuzz`, `records-fuzz`; what is damaged most of all is plain text. */
const ELSEWHERE = ['docx', 'pdf', 'eml', 'mbox', 'xlsx', 'csv', 'text']

const context = { limits: FUZZ_LIMITS, fields: {} }

/** A thread that reads whatever comes from one test case after the other. */
class Thread {
  #standardInput = Readable.from([])
  readonly #reader: ThreadReader

  constructor() {
    const current = () => this.#standardInput
    this.#reader = new ThreadReader({
      limits: context.limits,
      heapMb: 1024,
      readerModule: new URL('../../src/read/read-discovered.ts', import.meta.url),
      signal: new AbortController().signal,
      get standardInput() {
        return current()
      },
    })
  }

  async read(bytes: Uint8Array): Promise<InputOutcome[]> {
    this.#standardInput = Readable.from([Buffer.from(bytes)])
    const outcomes: InputOutcome[] = []
    for await (const outcome of this.#reader.read({ kind: 'standard-input', uri: '-' })) outcomes.push(outcome)
    return outcomes
  }

  close(): Promise<void> {
    return this.#reader.close()
  }
}

async function readHere(bytes: Uint8Array): Promise<InputOutcome[]> {
  const options = {
    ...context,
    standardInput: Readable.from([Buffer.from(bytes)]),
    signal: new AbortController().signal,
  }
  const outcomes: InputOutcome[] = []
  for await (const outcome of readDiscovered({ kind: 'standard-input', uri: '-' }, options)) outcomes.push(outcome)
  return outcomes
}

const formatName = fc.option(fc.constantFrom(...FORMATS.map(({ name }) => name)), { nil: undefined })

/** How many byte strings of each kind; HEARSAY_FUZZ_RUNS=50000 tries ten times as many. */
const RUNS = Number(process.env.HEARSAY_FUZZ_RUNS ?? proofSize(200, 5000))

const damaged = damagedBytes(VALID)

describe('readers', () => {
  it('have a valid input each that is damaged', () => {
    const known = VALID.map(bytes => formatOf('-', { bytes, text: bytes.toString('latin1'), isWhole: true }).name)
    const missing = FORMATS.map(({ name }) => name).filter(name => !ELSEWHERE.includes(name) && !known.includes(name))
    expect(
      missing,
      'formats of which no input stands in VALID, or none that the format recognises without a name (then ELSEWHERE is for it)',
    ).toEqual([])
  })

  it('account for arbitrary bytes in any format', { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), formatName, async (bytes, format) => {
        checkOutcomes(await readBytes(bytes, format))
      }),
      { numRuns: RUNS },
    )
  })

  it('account for web archives that are damaged where their structure lies', { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(damagedArchive, fc.boolean(), async (bytes, isNamed) => {
        checkOutcomes(await readBytes(bytes, isNamed ? 'warc' : undefined))
      }),
      { numRuns: proofSize(200, 10_000) },
    )
  })

  it('account for damaged inputs of every format', { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(damaged, fc.boolean(), formatName, async (bytes, isNamed, format) => {
        checkOutcomes(await readBytes(bytes, isNamed ? format : undefined))
      }),
      { numRuns: RUNS },
    )
  })
})

describe('a reading thread', () => {
  const thread = new Thread()
  afterAll(() => thread.close())

  it('gives what reading in this thread gives, for valid and damaged inputs of every format', async () => {
    const inputs = fc.oneof(fc.constantFrom(...VALID), damaged, fc.uint8Array({ maxLength: 300 }))
    await fc.assert(
      fc.asyncProperty(inputs, async bytes => {
        const outcomes = await thread.read(bytes)
        expect(outcomes.length).toBeGreaterThan(0)
        expect(outcomes).toEqual(await readHere(bytes))
      }),
      { numRuns: proofSize(100, 2_000) },
    )
  })
})
