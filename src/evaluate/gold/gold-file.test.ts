import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { EXIT, HearsayError } from '../../domain/errors.ts'
import { scoreArticles } from '../score.ts'
import { readGold } from './gold-file.ts'

const TEXT = '😀 Minister Ann Lee told reporters: “It rained.”\r\nShe declined to comment on “Dry Roads”.\n'

const CLAIM = {
  id: 1,
  quotation: 'direct',
  act: 'statement',
  naming: 'named',
  source: [{ start: 2, end: 18, text: 'Minister Ann Lee' }],
  cue: [{ start: 19, end: 23, text: 'told' }],
  content: [{ start: 35, end: 47, text: '“It rained.”' }],
  addressee: [{ start: 24, end: 33, text: 'reporters' }],
  required: true,
  entity: 'Ann Lee',
  role: 'Minister',
}

describe('readGold', () => {
  let folder: string
  let file: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hearsay-gold-'))
    mkdirSync(join(folder, 'gold'))
    file = join(folder, 'gold', 'rain.json')
    writeFileSync(join(folder, 'rain.txt'), TEXT)
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  function writeGold(fields: Record<string, unknown> = {}) {
    const sha256 = createHash('sha256').update(TEXT).digest('hex')
    writeFileSync(file, JSON.stringify({ article: 'rain.txt', sha256, claims: [CLAIM], ...fields }))
  }

  function refusal(): string {
    try {
      readGold(file)
    } catch (error) {
      expect(error).toBeInstanceOf(HearsayError)
      expect((error as HearsayError).exitCode).toBe(EXIT.usage)
      return (error as Error).message
    }
    throw new Error('the gold file was accepted')
  }

  it('reads claims with labels, and the article beside the folder', () => {
    writeGold({ not_claims: [{ start: 76, end: 87, text: '“Dry Roads”', why: 'name of a programme' }] })
    const gold = readGold(file)
    expect(gold).toMatchObject({
      name: 'rain.txt',
      path: join(folder, 'rain.txt'),
      text: TEXT,
      sha256: createHash('sha256').update(TEXT).digest('hex'),
      notClaims: [{ start: 76, end: 87 }],
    })
    expect(gold.attributions).toEqual([
      {
        id: '1',
        source: [{ start: 2, end: 18 }],
        cue: [{ start: 19, end: 23 }],
        content: [{ start: 35, end: 47 }],
        act: 'statement',
        quotation: 'direct',
        naming: 'named',
        entity: 'Ann Lee',
        required: true,
      },
    ])
  })

  it('takes absent labels as not given and claims as required', () => {
    const { id, source, cue, content } = CLAIM
    writeGold({ claims: [{ id, source, cue, content }] })
    expect(readGold(file).attributions).toMatchObject([
      { act: null, quotation: null, naming: null, entity: null, required: true },
    ])
  })

  it('knows claims that nobody judged', () => {
    writeGold({ claims: [{ ...CLAIM, judged: false }] })
    expect(readGold(file).attributions).toMatchObject([{ judged: false }])
  })

  it('drops a byte order mark of the article, as reading does', () => {
    writeFileSync(join(folder, 'rain.txt'), `\ufeff${TEXT}`)
    writeGold()
    expect(readGold(file).text).toBe(TEXT)
  })

  it('refuses a text that changed', () => {
    writeGold()
    writeFileSync(join(folder, 'rain.txt'), TEXT.replace('rained', 'snowed'))
    expect(refusal()).toMatch(/rain\.json: it was made for another text than rain\.txt has now/)
  })

  it.each([
    [{ cue: [{ start: 19, end: 23, text: 'tell' }] }, /claim 1 gives its cue as "tell" where the article has "told"/],
    [{ cue: [] }, /claim 1 has no cue/],
    [{ cue: 'told' }, /claim 1, cue is no list/],
    [{ source: [{ start: 5, end: 5, text: '' }] }, /claim 1 has a source with offsets 5 to 5/],
    [{ source: [{ start: 5, end: 5000, text: '' }] }, /claim 1 has a source with offsets 5 to 5000/],
    [{ source: [{ start: '5', end: 6, text: '' }] }, /claim 1 has a source with offsets 5 to 6/],
    [{ addressee: [{ start: 24, end: 33, text: 'reporter' }] }, /claim 1 gives its addressee as "reporter"/],
    [{ act: 'rumour' }, /claim 1 has act "rumour", which is none of statement, /],
    [{ quotation: 'none' }, /claim 1 has quotation "none" but some content/],
    [{ content: [] }, /claim 1 has quotation "direct" but no content/],
    [{ required: 'yes' }, /claim 1 has neither true nor false as required/],
    [{ entity: 7 }, /claim 1 has no text as entity/],
  ])('names the claim that does not fit: %j', (fields, problem) => {
    writeGold({ claims: [{ ...CLAIM, ...fields }] })
    const message = refusal()
    expect(message).toMatch(problem)
    expect(message).toContain(file)
  })

  it('refuses two claims of one number', () => {
    writeGold({ claims: [CLAIM, CLAIM] })
    expect(refusal()).toMatch(/claim 1 is there twice/)
  })

  it('names a marked passage that does not fit', () => {
    writeGold({ not_claims: [{ start: 76, end: 87, text: 'Dry Roads' }] })
    expect(refusal()).toMatch(/not_claims 1 gives its passage as "Dry Roads"/)
  })

  it('refuses what is no gold file', () => {
    expect(refusal()).toMatch(/Gold file .*rain\.json cannot be read \(ENOENT\)/)
    writeFileSync(file, 'no json')
    expect(refusal()).toMatch(/is no JSON/)
    writeFileSync(file, '[]')
    expect(refusal()).toMatch(/it is no JSON object/)
    writeGold({ article: undefined })
    expect(refusal()).toMatch(/it does not name its article/)
    writeGold({ article: 'snow.txt' })
    expect(refusal()).toMatch(/The article of gold file .*snow\.txt, cannot be read/)
    writeGold({ claims: {} })
    expect(refusal()).toMatch(/claims is no list/)
    writeFileSync(join(folder, 'rain.txt'), Uint8Array.of(0xff, 0xfe, 0x80))
    writeGold()
    expect(refusal()).toMatch(/is no UTF-8 text/)
  })
})

const CORPUS = join(import.meta.dirname, '../../../corpus/gold')
const SHARED = join(import.meta.dirname, '../../../../shared/gold')

function expectFull(folder: string) {
  const files = readdirSync(folder).filter(name => name.endsWith('.json'))
  const golds = files.map(name => readGold(join(folder, name)))
  const scores = scoreArticles(golds.map(gold => ({ gold, predicted: gold })))
  const { exact, overlap, relation, allExact, required, labels } = scores
  for (const { precision, recall, f1 } of [...Object.values(exact), ...Object.values(overlap), relation, allExact]) {
    expect([precision, recall, f1]).toEqual([1, 1, 1])
  }
  for (const { share, total } of [required, ...Object.values(labels)]) {
    expect(share).toBe(1)
    expect(total).toBeGreaterThan(0)
  }
  expect(scores).toMatchObject({ unknown: { count: 0 }, notClaims: { violations: 0 } })
}

describe('gold against itself', () => {
  it('is 100 everywhere on corpus/', () => expectFull(CORPUS))
})

describe.skipIf(!existsSync(SHARED))('gold against itself (needs ../shared)', () => {
  it('is 100 everywhere on the seed article', () => expectFull(SHARED))
})
