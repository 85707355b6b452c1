import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readStandardInput } from '../../../test/support/read-inputs.ts'
import { formatOf } from '../formats.ts'

const LINES = ['The council of Brenn voted for the bridge on Monday.', '“It is safe,” said Ida Holm, who built it.']
const TEXT = LINES.join('\n\n')
const HEADER = {
  From: '"Ann Lee" <ann.lee@courier.example>',
  To: 'desk@courier.example',
  Subject: 'Brenn votes for its bridge',
  Date: 'Wed, 04 Mar 2026 09:15:00 +0100 (CET)',
  'Message-ID': '<1@courier.example>',
  'MIME-Version': '1.0',
}

function mail(body: string | Buffer, header: Readonly<Record<string, string>> = {}): Buffer {
  const lines = Object.entries({ ...HEADER, 'Content-Type': 'text/plain; charset=utf-8', ...header })
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  return Buffer.concat([Buffer.from(`${head}\r\n`), Buffer.from(body)])
}

function parts(kind: string, ...each: readonly string[]): Buffer {
  const body = each.map(part => `--BB\r\n${part}\r\n`).join('')
  return mail(`${body}--BB--\r\n`, { 'Content-Type': `multipart/${kind}; boundary=BB` })
}

async function read(bytes: Buffer) {
  const [outcome] = await readStandardInput(bytes, { anyLanguage: true })
  if (outcome?.outcome !== 'article') throw new Error(JSON.stringify(outcome))
  return { ...outcome.article, leftOut: outcome.leftOut ?? [], origin: outcome.origin }
}

describe('a mail', () => {
  it('is an article with what its header says', async () => {
    expect(await read(mail(TEXT))).toMatchObject({
      text: TEXT,
      title: 'Brenn votes for its bridge',
      byline: 'Ann Lee',
      publisher: null,
      publishedAt: '2026-03-04T09:15:00+01:00',
      origins: { title: 'mail header Subject', byline: 'mail header From', publishedAt: 'mail header Date' },
      origin: { decodedHow: 'eml; charset=utf-8' },
      leftOut: [],
    })
  })

  it.each([
    [
      'quoted-printable',
      mail('=E2=80=9CNo,=E2=80=9D she sa=\r\nid.', { 'Content-Transfer-Encoding': 'quoted-printable' }),
      '“No,” she said.',
    ],
    [
      'base64',
      mail(Buffer.from('“No,” she said.').toString('base64'), { 'Content-Transfer-Encoding': 'base64' }),
      '“No,” she said.',
    ],
    [
      'windows-1252',
      mail(Buffer.from('\x93No,\x94 she said.', 'latin1'), { 'Content-Type': 'text/plain; charset=iso-8859-1' }),
      '“No,” she said.',
    ],
    [
      'windows-1252 that is not declared',
      mail(Buffer.from('\x93No,\x94 she said.', 'latin1'), { 'Content-Type': 'text/plain' }),
      '“No,” she said.',
    ],
    [
      'UTF-8 that says it is another',
      mail('“No,” she said.', { 'Content-Type': 'text/plain; charset=iso-8859-1' }),
      '“No,” she said.',
    ],
    [
      'iso-2022-jp',
      mail('\x1b$B$3\x1b(B he said', { 'Content-Type': 'text/plain; charset=iso-2022-jp' }),
      'こ he said',
    ],
    [
      'flowed lines',
      mail('The council voted \r\nfor the bridge.\r\n\r\nShe left.', { 'Content-Type': 'text/plain; format=flowed' }),
      'The council voted for the bridge.\n\nShe left.',
    ],
    [
      'plain text beside markup',
      parts(
        'alternative',
        `Content-Type: text/plain\r\n\r\n${LINES[0]}`,
        `Content-Type: text/html\r\n\r\n<p>${LINES[0]}</p><p>Footer</p>`,
      ),
      LINES[0] as string,
    ],
    [
      'markup alone',
      mail(`<html><body><p>${LINES[0]}</p><p>${LINES[1]} She left &amp; said no.</p></body></html>`, {
        'Content-Type': 'text/html',
      }),
      `${TEXT} She left & said no.`,
    ],
  ])('is decoded: %s', async (_, bytes, text) => {
    const article = await read(bytes)
    expect(article.text.replaceAll('\r', '')).toBe(text)
  })

  it('decodes names and subjects, and cuts off what programs put before them', async () => {
    const header = { Subject: 'Fwd: =?utf-8?Q?Caf=C3=A9_closes?=', From: '=?iso-8859-1?Q?Zo=EB_Lee?= <z@x.example>' }
    expect(await read(mail(TEXT, header))).toMatchObject({ title: 'Café closes', byline: 'Zoë Lee' })
    expect(await read(mail(TEXT, { From: 'z@x.example' }))).toMatchObject({ byline: null })
  })

  it('that is a newsletter is read as a page of its publisher', async () => {
    const page = `<html><body><table><tr><td><h1>Brenn votes</h1>${LINES.map(line => `<p>${line}</p>`).join('')}<p><a href="https://x.example/u">Unsubscribe</a></p></td></tr></table></body></html>`
    const bytes = parts(
      'alternative',
      'Content-Type: text/plain\r\n\r\nRead it on the web: https://x.example/1',
      `Content-Type: text/html; charset=utf-8\r\n\r\n${page}`,
    )
    const letter = Buffer.from(
      bytes
        .toString()
        .replace('From: "Ann Lee"', 'List-Unsubscribe: <https://x.example/u>\r\nFrom: "The Brenn Courier"'),
    )
    const article = await read(letter)
    expect(article).toMatchObject({ title: 'Brenn votes for its bridge', publisher: 'The Brenn Courier', byline: null })
    expect(article.text).toContain(TEXT)
    expect(article.text).not.toContain('Read it on the web')
  })

  it('names what is attached and reads none of it', async () => {
    const bytes = parts(
      'mixed',
      `Content-Type: text/plain\r\n\r\n${LINES[0]}`,
      `Content-Type: application/pdf; name="a.pdf"\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment\r\n\r\n${Buffer.from('%PDF-1.4').toString('base64')}`,
    )
    const { text, leftOut } = await read(bytes)
    expect(text).toBe(LINES[0])
    expect(leftOut).toEqual([{ reason: 'attachment', text: 'a.pdf (application/pdf, 8 bytes)' }])
  })
})

describe('what is not the mail’s own', () => {
  const quoted = '> We heard\n> nothing.'
  it.each([
    ['an introduction', `${TEXT}\n\nOn Tue, Mar 3, 2026 at 9:00 AM Tom Reed <tom@x.example> wrote:\n\n${quoted}\n`, {}],
    [
      'an introduction in two lines',
      `${TEXT}\n\nOn Tue, Mar 3, 2026 at 9:00 AM Tom Reed\n<tom@x.example> wrote:\n${quoted}`,
      {},
    ],
    ['an introduction of another program', `${TEXT}\n\nTom Reed <tom@x.example> wrote:\n${quoted}`, {}],
    ['a reply without one', `${TEXT}\n\n${quoted}`, { Subject: 'Re: Bridge' }],
    [
      'Outlook',
      `${TEXT}\n\n-----Original Message-----\nFrom: Tom Reed\nSent: Tuesday, March 3, 2026 9:00 AM\nTo: Ann Lee\nSubject: Bridge\n\nWe heard nothing.`,
      { Subject: 'RE: Bridge' },
    ],
    [
      'Outlook without a line',
      `${TEXT}\n\nFrom: Tom Reed <j@x.example>\nDate: Tuesday, 3 March 2026\nTo: Ann Lee\nSubject: Bridge\n\nWe heard nothing.`,
      { Subject: 'RE: Bridge' },
    ],
  ])('is left out with what introduces it: %s', async (_, body, header) => {
    const { text, leftOut } = await read(mail(body, header as Record<string, string>))
    expect(text).toBe(TEXT)
    expect(leftOut.map(({ reason }) => reason)).toEqual(['quoted mail'])
    expect(leftOut[0]?.text.replace(/\n> /g, ' ')).toContain('heard')
  })

  it.each(['-- \nAnn Lee\nThe Courier', '--\nAnn Lee'])('is left out as a signature: %j', async signature => {
    const { text, leftOut } = await read(mail(`${TEXT}\n\n${signature}\n`))
    expect(text).toBe(TEXT)
    expect(leftOut).toEqual([{ reason: 'signature', text: signature.replace(/^-- ?\n/, '') }])
  })

  const fields =
    'From: The Brenn Courier <news@courier.example>\nDate: Tue, Mar 3, 2026 at 9:15 AM\nSubject: Bridge opens\nTo: <ann@x.example>'
  it.each([
    ['Gmail', `FYI\n\n---------- Forwarded message ---------\n${fields}\n\n\n${TEXT}`],
    ['Apple', `FYI\n\nBegin forwarded message:\n\n${fields}\n\n${TEXT}`],
    ['Outlook', `FYI\n\n-----Original Message-----\n${fields.replace('Date', 'Sent')}\n\n${TEXT}`],
    ['Outlook, in bold', `FYI\n\n${fields.replace(/^(\w+):/gm, '*$1:*')}\n\n${TEXT}`],
    ['all of it quoted', `FYI\n\n-------- Forwarded Message --------\n${fields}\n\n${TEXT.replace(/^/gm, '> ')}`],
    [
      'twice',
      `See below.\n\n---------- Forwarded message ---------\nFrom: Tom Reed <j@x.example>\nDate: Tue, Mar 4, 2026\nSubject: Fwd: Bridge opens\nTo: Ann\n\nFYI\n\n---------- Forwarded message ---------\n${fields}\n\n${TEXT}`,
    ],
  ])('is the note above a forwarded article, which is the article: %s', async (_, body) => {
    const article = await read(mail(body, { Subject: 'Fwd: Bridge opens' }))
    expect(article).toMatchObject({
      text: TEXT,
      title: 'Bridge opens',
      byline: 'The Brenn Courier',
      publishedAt: '2026-03-03',
      origins: { title: 'header of the forwarded mail Subject' },
    })
    expect(article.leftOut.map(({ reason }) => reason)).toEqual([
      'note above a forwarded mail',
      'header of a forwarded mail',
    ])
    expect(article.leftOut[0]?.text).toContain('FYI')
  })

  it.each([
    'On Monday she wrote:\n\nNo.',
    '> A quotation that nobody introduces.\n\nShe left.',
    'From: here to there.\n\nShe left.',
    `One.\n\n--\n\nTwo.\n${'Line.\n'.repeat(60)}`,
  ])('is not what only looks like it: %j', async body => {
    const { text, leftOut } = await read(mail(body))
    expect(text).toBe(body.trim())
    expect(leftOut).toEqual([])
  })
})

describe('a mailbox', () => {
  const LINE = 'From ann@courier.example Wed Mar  4 09:15:00 2026\n'
  const box = (...mails: readonly string[]) =>
    Buffer.from(mails.map(one => `${LINE}${one.replaceAll('\r', '')}\n\n`).join(''))

  it('gives an article a mail, each with its place', async () => {
    const outcomes = await readStandardInput(box(mail(TEXT).toString(), mail('No.').toString(), mail('').toString()))
    expect(outcomes.map(({ outcome, origin }) => [outcome, origin.location])).toEqual([
      ['article', '-#message=1'],
      ['article', '-#message=2'],
      ['skipped', '-#message=3'],
    ])
    expect(outcomes[1]).toMatchObject({ article: { text: 'No.', title: HEADER.Subject } })
  })

  it('takes off the mark of lines that begin like its own, and takes none in a paragraph for one', async () => {
    const [outcome] = await readStandardInput(
      box(
        mail('She came.\n\n>From there to here 2026\nFrom ann@courier.example Wed Mar 4 09:15:00 2026 on.').toString(),
      ),
    )
    expect(outcome).toMatchObject({
      article: { text: 'She came.\n\nFrom there to here 2026\nFrom ann@courier.example Wed Mar 4 09:15:00 2026 on.' },
    })
  })

  it('fails for a mail that is too large or none, and reads the others', async () => {
    const bytes = box(mail('x'.repeat(5000)).toString(), 'no header at all', mail(TEXT).toString())
    const outcomes = await readStandardInput(bytes, { limits: { maxBytes: 2000 }, anyLanguage: true })
    expect(outcomes).toMatchObject([
      { outcome: 'failed', kind: 'too-large' },
      { outcome: 'failed', kind: 'malformed' },
      { outcome: 'article' },
    ])
  })

  it('gives every mail back, whatever its lines are', async () => {
    const line = fc.constantFrom(
      'From x@y Wed Mar  4 09:15:00 2026',
      '>From here',
      '>>From there',
      'From',
      'Words.',
      'He said so.',
    )
    const bodies = fc.array(fc.array(line, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(bodies, async written => {
        const texts = written.map(lines => `He said so.\n${lines.join('\n')}\nShe left.`)
        const escaped = texts.map(text => mail(text.replace(/^(>*From )/gm, '>$1')).toString())
        const outcomes = await readStandardInput(box(...escaped), { anyLanguage: true })
        expect(outcomes.map(outcome => (outcome.outcome === 'article' ? outcome.article.text : outcome))).toEqual(texts)
      }),
      { numRuns: 100 },
    )
  })
})

describe('formatOf', () => {
  const nameOf = (text: string) => formatOf('a.txt', { bytes: Buffer.from(text), text, isWhole: true }).name
  it.each([
    [mail(TEXT).toString(), 'eml'],
    [`Received: from a\r\n\tby b\r\n${mail(TEXT).toString()}`, 'eml'],
    [`From a@b.example Wed Mar  4 09:15:00 2026\n${mail(TEXT).toString()}`, 'mbox'],
    ['From: the desk\nDate: March 4\nSubject: Bridge\n\nHe said so.', 'text'],
    ['From Brenn, where the bridge opened in 2026\n\nHe said so.', 'text'],
    ['Note: From: here.\nMessage-ID: none\nShe said so, and left.\n\nHe said so.', 'text'],
  ])('tells mails from texts that look like them: %j', (text, name) => {
    expect(nameOf(text)).toBe(name)
  })
})
