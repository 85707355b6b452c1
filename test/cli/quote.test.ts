import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CheckedQuotation } from '../../src/cli/given/check-draft.ts'
import { Workspace } from './hearsay.ts'

const LEVY = `Council keeps levy

“We will not raise the levy this year,” said Ann Lee, the mayor of Talbot. “It would hurt families who have nothing left to give.”

Bob Roy, a baker, said the levy was “a disaster waiting for a date”.
`

const DRAFT = `Levy stays

“We will not raise the levy this year,” Ann Lee said.

“It would hurt the families who have nothing left to give,” Lee said.

Bob Roy said: “It would hurt families who have nothing left to give.”

“Purple zeppelins hum quietly over the estuary,” Ann Lee said. The so-called “stay” was over.
`

const HEARING = `Hearing of 3 November

MAYOR LEE: We will not raise the levy this year. I have said so before.

Q: And next year?

MAYOR LEE: Nobody knows what next year brings. It would hurt the families who have nothing left to give.
`

const workspace = new Workspace()
beforeAll(async () => {
  workspace.write('news/levy.txt', LEVY)
  workspace.write('draft.txt', DRAFT)
  workspace.write('hearing.txt', HEARING)
  workspace.write('none.bin', Uint8Array.from([0, 1, 2, 3, 255, 254, 0, 0]))
  expect((await workspace.run(['run', 'news'])).status).toBe(0)
})
afterAll(() => workspace.remove())

async function quote(...args: string[]) {
  const { status, stdout, stderr } = await workspace.run(['quote', ...args])
  return { status, stdout, stderr }
}

describe('hearsay quote', () => {
  it('ends with 0 where the words are exact, and says who says them where', async () => {
    const { status, stdout } = await quote('We will not raise the levy this year.', '--by', 'Lee')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^exact: Word for word: Ann Lee in .*\. Lee is who says it there\.$/m)
    expect(stdout).toMatch(/^ {2}news\/levy\.txt \d+–\d+, claim [0-9a-f]{8}$/m)
  })

  it.each([
    [['We will never raise the levy this year'], 'altered', '[-not-]{+never+}'],
    [['We will not raise the levy. It was a disaster waiting for a date'], 'spliced', '{+||+}'],
    [['a disaster waiting for a date', '--by', 'Ann Lee'], 'other-speaker', 'Bob Roy'],
    [['Purple zeppelins hum quietly'], 'not-found', 'Nobody says it.'],
  ])('%j ends with 1: %s', async (args, verdict, shown) => {
    const { status, stdout } = await quote(...args)
    expect(status).toBe(1)
    expect(stdout).toMatch(new RegExp(`^${verdict}: `))
    expect(stdout).toContain(shown)
  })

  it('ends with 1 for what is open only when it is to be strict', async () => {
    const args = ['a disaster waiting for a date', '--by', 'the baker']
    expect((await quote(...args)).status).toBe(0)
    expect((await quote(...args, '--strict')).status).toBe(1)
  })

  it('gives JSON with the spans of the words in the article', async () => {
    const { stdout } = await quote('a disaster waiting', '--json')
    const [check] = JSON.parse(stdout) as CheckedQuotation[]
    const { start, end } = check?.places[0]?.spans[0] ?? { start: 0, end: 0 }
    expect([...LEVY].slice(start, end).join('')).toBe('a disaster waiting')
  })

  it.each([[[]], [['words', '--draft', 'draft.txt']]])('refuses %j', async args => {
    const { status, stderr } = await quote(...args)
    expect(status).toBe(2)
    expect(stderr).toContain('Give either the words of one quotation, or --draft and a file.')
  })
})

describe('hearsay quote --draft', () => {
  it('prints a line a quotation, by line and column, and counts them', async () => {
    const { status, stdout, stderr } = await quote('--draft', 'draft.txt')
    expect(status).toBe(1)
    expect(stderr).not.toContain('stored copy')
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map(line => line.split(': “')[0]),
    ).toEqual([
      'draft.txt:3:2: exact',
      'draft.txt:5:2: altered',
      'draft.txt:7:16: other-speaker',
      'draft.txt:9:2: not-found',
    ])
    expect(stderr).toMatch(
      /^4 quotations checked against .*claims\.db|hearsay\.db: 1 exact, 1 altered, 0 spliced, 1 other speaker, 1 not found; .*1 short phrase that nobody says left out\.$/m,
    )
  })

  it('stores nothing, and does not find a stored draft in itself', async () => {
    const before = workspace.rows('SELECT count(*) AS articles FROM article')
    const { stdout, stderr } = await quote('--draft', 'news/levy.txt', '--nl')
    const checks = stdout
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line) as CheckedQuotation)
    expect(stderr.match(/ \(the stored copy of this draft was left out\): /g)).toHaveLength(1)
    expect(checks.every(({ draft }) => draft.storedCopyLeftOut)).toBe(true)
    const verdicts = checks.map(({ verdict }) => verdict)
    expect(verdicts.length).toBeGreaterThan(1)
    expect(new Set(verdicts)).toEqual(new Set(['not-found']))
    expect(workspace.rows('SELECT count(*) AS articles FROM article')).toEqual(before)
  })

  it('looks in a transcript, in which who speaks stands before what they say', async () => {
    const { status, stdout, stderr } = await quote(
      '--draft',
      'draft.txt',
      '--against',
      'hearing.txt',
      '--db',
      'missing.db',
      '--json',
    )
    expect(status).toBe(1)
    const checks = JSON.parse(stdout) as CheckedQuotation[]
    expect(checks.map(({ verdict, speaker }) => [verdict, speaker])).toEqual([
      ['exact', 'agrees'],
      ['exact', 'agrees'],
      ['other-speaker', 'differs'],
      ['not-found', 'open'],
    ])
    expect(stderr).toContain('checked against hearing.txt')
  })

  it.each(['none.bin', 'nowhere.txt'])('refuses a draft that cannot be read: %s', async file => {
    const { status, stderr } = await quote('--draft', file)
    expect(status).toBe(2)
    expect(stderr).toContain(file)
  })
})
