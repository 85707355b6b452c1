import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { ArticleRecord } from '../../src/domain/record.ts'
import { type ReportOptions, writeReport } from '../../src/web/report/write-report.ts'
import { borrow } from '../shared/borrow.ts'
import { buildArticleRecord, groundedIn } from '../support/article-record.ts'
import { makeFolder, readUntilTestEnds, storeRecords } from '../support/stored-database.ts'
import { makeVariety } from '../support/variety.ts'
import { expectNothingToMend } from './axe.ts'
import { findChromium } from './browser.ts'
import { analyseNewsroom } from './newsroom.ts'
import { wordsOf } from './site.ts'

const executablePath = findChromium()
if (executablePath === null)
  console.warn(
    'Skipped: no Chromium is installed (apt-get install chromium, or HEARSAY_CHROMIUM), so no report is opened.',
  )

async function report(records: readonly ArticleRecord[], options: Partial<ReportOptions> = {}): Promise<string> {
  const { database } = readUntilTestEnds(storeRecords(records))
  let page = ''
  await writeReport(
    database,
    {
      filter: {},
      isWhole: true,
      chosen: '',
      database: 'claims.db',
      version: '0.1.0',
      madeAt: '2026-11-22T10:00:00.000Z',
      ...options,
    },
    piece => {
      page += piece
    },
  )
  return page
}

const SCRIPT = '<script>document.title = "run"</script>'
const IMAGE = `"'><img src=x onerror="document.title = 'run'">`

function hostileRecord(): ArticleRecord {
  const source = `${SCRIPT} & ${IMAGE}`
  const text = `${source} said ${IMAGE} ${SCRIPT} rose.\n\nMs Roy\u202e told reporters${SCRIPT} no.`
  return buildArticleRecord(
    text,
    [
      {
        source,
        cue: 'said',
        content: `${IMAGE} ${SCRIPT} rose`,
        describe: { naming: 'anonymous', role: groundedIn(text, SCRIPT), reason: groundedIn(text, IMAGE) },
      },
      { source: 'Ms Roy\u202e', cue: 'told', content: 'no', addressee: `reporters${SCRIPT}`, from: 'Ms Roy' },
    ],
    {
      article: {
        uri: `news/${SCRIPT}${IMAGE}.txt`,
        title: `${SCRIPT} ${IMAGE}`,
        byline: SCRIPT,
        publisher: IMAGE,
        warnings: [SCRIPT],
      },
      candidates: [{ start: 0, end: 8, text: '<script>', stage: 'attributions', rule: SCRIPT, reason: IMAGE }],
    },
  )
}

describe('a report', () => {
  it('has a card for each claim, hashes, versions, and the ledger', async () => {
    const records = makeVariety()
    const page = await report(records)
    for (const { article, claims } of records) {
      for (const { id } of claims) expect(page).toContain(`id="claim-${id}"`)
      expect(page).toContain(`id="article-${article.id}"`)
      expect(wordsOf(page)).toContain(`SHA-256 ${article.id}`)
      expect(wordsOf(page)).toContain(`SHA-256 ${article.rawSha256}`)
    }
    expect(wordsOf(page)).toMatch(/Run 1, .* Hearsay 0\.1\.0, Node .* stages tokens 1, claims 1; wink-nlp 2\.4\.0/)
    expect(wordsOf(page)).toContain('2 sources without a name')
    expect(page).toMatch(/<tr role="row" id="source-[0-9a-f]+">\s*<th scope="row" role="rowheader">the official/)
  })

  it('tells of the model in the words of explain', async () => {
    const words = wordsOf(await report(await analyseNewsroom(1)))
    expect(words).toMatch(/The learned model holds it right with 0\.\d\d, its word for a cue with 0\.\d\d\./)
    expect(words).not.toContain('cueProbability')
  })

  it('leads nowhere but to its own parts, and all of these are there', async () => {
    const page = await report([...(await analyseNewsroom(3)), ...makeVariety()])
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
    const targets = [...page.matchAll(/ href="([^"]*)"/g)].map(([, target = '']) => target)
    expect(targets.length).toBeGreaterThan(50)
    expect(targets.filter(target => !target.startsWith('#') || !ids.has(target.slice(1)))).toEqual([])
    expect(page).not.toMatch(/<(?:script|link|img|iframe|object|form)\b| src=| style=| on[a-z]+=/)
    expect(ids.size).toBe([...page.matchAll(/ id="/g)].length)
  })

  it('lets nothing apply but the style that it brings, by its hash', async () => {
    const page = await report(makeVariety())
    const style = /<style>(.*?)<\/style>/s.exec(page)?.[1] ?? ''
    const hash = createHash('sha256').update(style, 'utf8').digest('base64')
    expect(page).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;">`,
    )
    expect(style).not.toMatch(/url\(|@import|</)
  })

  it('of a selection shows the paragraphs that hold it, unless the whole is wanted', async () => {
    const text = 'Ms Roy said yes.\n\nIt rained.\n\nIt snowed.\n\nMr Lim said no.'
    const record = buildArticleRecord(text, [
      { source: 'Ms Roy', cue: 'said', content: 'yes' },
      { source: 'Mr Lim', cue: 'said', content: 'no', from: 'Mr Lim' },
    ])
    const options = { filter: { source: 'Roy' }, chosen: 'source Roy', isWhole: false }
    const words = wordsOf(await report([record], options))
    expect(words).toContain('1 claim, chosen by source Roy')
    expect(words).toContain('1 of 2 claims')
    expect(words).toContain('[3 paragraphs without a chosen claim left out]')
    expect(words).not.toContain('It snowed')
    expect(wordsOf(await report([record], { ...options, isWhole: true }))).toContain('It snowed')
  })

  it('says when an article has no claims, and refuses a selection of none or too many', async () => {
    const silent = buildArticleRecord('It rained.')
    expect(wordsOf(await report([silent], { filter: { article: silent.article.id } }))).toContain(
      'No claims were found.',
    )
    await expect(report([silent])).rejects.toThrow('No claim was chosen')
    const sentences = Array.from({ length: 5_001 }, (_, index) => `Ms Roy said it was ${index}.`)
    const claims = sentences.map(from => ({ source: 'Ms Roy', cue: 'said', content: from.slice(12, -1), from }))
    await expect(report([buildArticleRecord(sentences.join('\n'), claims)])).rejects.toThrow(
      '5,001 claims are too many for one page, which holds 5000; choose fewer, or give --limit.',
    )
  })
})

describe.skipIf(executablePath === null)('a report in a real browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.connect(await borrow('browser'))
  })
  afterAll(async () => await browser?.close())

  /** Opens the file without any net; a complaint of the browser, a dialog or a request fails the test. */
  async function open(
    content: string,
    { isTamperedWith = false, ...options }: BrowserContextOptions & { readonly isTamperedWith?: boolean } = {},
  ): Promise<Page> {
    const path = join(makeFolder(), 'report.html')
    writeFileSync(path, content)
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, offline: true, ...options })
    const page = await context.newPage()
    const complaints: string[] = []
    const address = pathToFileURL(path).href
    page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
    page.on('pageerror', error => complaints.push(error.message))
    page.on('request', request => request.url().startsWith(address) || complaints.push(`asked for ${request.url()}`))
    onTestFinished(async () => {
      await context.close()
      if (isTamperedWith) expect(complaints.join()).toContain('Content Security Policy')
      else expect(complaints).toEqual([])
    })
    await page.goto(address)
    return page
  }

  it('leads from a highlight to its card, and keeps the style that it brings', async () => {
    const page = await open(await report(await analyseNewsroom(1)))
    const mark = page.locator('.text a.mark').nth(4)
    const target = (await mark.getAttribute('href')) as string
    await mark.click()
    expect(page.url().endsWith(target)).toBe(true)
    const card = page.locator(`.card${target}:target`)
    expect(await card.isVisible()).toBe(true)
    await card.locator('summary').click()
    expect(await card.getByText('Why it is a claim').isVisible()).toBe(true)
    const ground = (role: string) =>
      page.evaluate(`getComputedStyle(document.querySelector('.text .mark.${role}')).backgroundColor`)
    const grounds = await Promise.all(['source', 'cue', 'content'].map(ground))
    expect(new Set(grounds).size).toBe(3)
  })

  it('shows markup of strangers as text', async () => {
    const record = hostileRecord()
    const page = await open(await report([record]))
    expect(await page.title()).toContain('<script>')
    expect(await page.evaluate('document.scripts.length + document.images.length')).toBe(0)
    expect(await page.locator('h1').innerText()).toContain(SCRIPT)
    expect(await page.locator('.text').innerText()).toContain(`${SCRIPT} rose.`)
    expect(await page.locator('.text .hidden-character').first().innerText()).toBe('U+202E')
  })

  it('runs, loads and styles nothing even where somebody has put markup into the file', async () => {
    const content = await report(makeVariety())
    const added = `${SCRIPT}${IMAGE}<style>body { color: red }</style><p style="color: red" id="added">x</p>`
    const page = await open(content.replace('</main>', `${added}</main>`), { isTamperedWith: true })
    expect(await page.evaluate('document.scripts.length')).toBe(1)
    expect(await page.title()).not.toBe('run')
    expect(await page.evaluate('getComputedStyle(document.getElementById("added")).color')).not.toBe('rgb(255, 0, 0)')
  })

  it('prints in light colours what has been unfolded, and no invitation to unfold', async () => {
    const page = await open(await report(makeVariety(), { proofs: true }), { colorScheme: 'dark' })
    await page.locator('.card summary').first().click()
    await page.emulateMedia({ media: 'print' })
    const isShown = (index: number) => page.locator('.card details').nth(index).isVisible()
    expect([await isShown(0), await isShown(1)]).toEqual([true, false])
    expect(await page.evaluate('getComputedStyle(document.documentElement).colorScheme')).toBe('light')
    expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString('latin1')).toBe('%PDF-')
  })

  it.each(['light', 'dark'] as const)('axe finds nothing to mend in %s', async colorScheme => {
    const page = await open(await report(makeVariety(), { isWhole: false, proofs: true }), {
      colorScheme,
    })
    await page.evaluate('for (const details of document.querySelectorAll("details")) details.open = true')
    await expectNothingToMend(page)
  })
})
