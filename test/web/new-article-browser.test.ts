import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { borrow } from '../shared/borrow.ts'
import { expectNothingToMend } from './axe.ts'
import { findChromium } from './browser.ts'
import { OpenDesk, PASTED } from './open-desk.ts'

const executablePath = findChromium()

const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  colorScheme: 'dark',
  javaScriptEnabled: false,
}

describe.skipIf(executablePath === null)('giving an article in a real browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-new-'))
  let browser: Browser
  let desk: OpenDesk
  beforeAll(async () => {
    browser = await chromium.connect(await borrow('browser'))
    desk = await OpenDesk.open(join(folder, 'claims.db'))
  })
  afterAll(async () => {
    await browser?.close()
    await desk?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** A page of the site; what the browser complains of fails the test. */
  async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ baseURL: desk.site.running.url, ...options })
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
    page.on('pageerror', error => complaints.push(error.message))
    onTestFinished(async () => {
      await context.close()
      expect(complaints).toEqual([])
    })
    await page.goto(path)
    return page
  }

  it.each([
    ['with scripts', {}],
    ['without scripts, on a telephone in the dark', PHONE],
  ])('pastes it, looks at what was read, keeps it and comes to it, %s', async (name, options) => {
    const page = await open('/articles', options)
    await page.getByRole('link', { name: 'New', exact: true }).click()
    await page.getByLabel('Text of the article').fill(`${PASTED}\n${name}`)
    await page.getByLabel('Publisher').fill('The Courier')
    await page.getByRole('button', { name: 'Read it' }).click()
    expect(await page.locator('h1').innerText()).toBe('Rents rise again')
    expect(await page.locator('.left-out').innerText()).toContain('By Ida Holm')
    await page.getByRole('button', { name: 'Keep it' }).click()
    await page.waitForURL(/\/articles\/[0-9a-f]{64}/)
    expect(await page.locator('.rows').innerText()).toContain('We will act')
    await page.goto('/articles')
    expect(await page.getByRole('link', { name: 'Rents rise again' }).count()).toBeGreaterThan(0)
  })

  it('takes files that are chosen or dropped, and keeps those that stay chosen', async () => {
    const page = await open('/new')
    await page.getByRole('button', { name: 'Read it' }).click()
    expect(await page.getByRole('alert').innerText()).toContain('Paste the text of an article')
    const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })
    await page.setInputFiles('#files', [
      file('a.txt', 'The quay is closed, said Ms Roy of the harbour office on Monday morning in Vale.'),
      file('b.txt', 'The quay is open, said Mr Holm of the harbour office on Tuesday morning in Vale.'),
      file('c.bin', '\0\u0001\u0002\0\0'),
    ])
    await page.getByRole('button', { name: 'Read it' }).click()
    expect(await page.locator('h1').innerText()).toBe('2 articles read')
    expect(await page.locator('.problems').innerText()).toContain('c.bin')
    await expectNothingToMend(page)
    await page.getByRole('checkbox').first().uncheck()
    await page.getByRole('button', { name: 'Keep what is chosen' }).click()
    await page.waitForURL(/\/articles\/[0-9a-f]{64}/)
    expect(await page.locator('.rows').innerText()).toContain('The quay is open')
  })

  it.each([
    ['in the light', {}],
    ['in the dark on a telephone', PHONE],
  ])('axe finds nothing to mend, and nothing is wider than the screen, %s', async (_, options) => {
    const page = await open('/new', { ...options, javaScriptEnabled: true })
    const preview = await desk.preview({ text: PASTED })
    for (const path of ['/new', preview, '/articles', '/articles?q=rents&order=title', '/claims?q=roy']) {
      await page.goto(path)
      await expectNothingToMend(page)
      const width = page.viewportSize()?.width ?? 0
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
    }
  })
})
