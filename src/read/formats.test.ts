import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { pdfDocument } from '../../test/support/pdf-document.ts'
import { zipArchive } from '../../test/support/zip-archive.ts'
import { decode } from './encodings/decode.ts'
import { formatOf } from './formats.ts'

const opening = (text: string) => ({ bytes: Buffer.from(text), text, isWhole: true })
const nameOf = (uri: string, text: string) => formatOf(uri, opening(text)).name

describe('formatOf', () => {
  it.each([
    ['<!DOCTYPE html><title>x</title>', 'html'],
    ['\n<!-- saved -->\n<HTML lang="en">', 'html'],
    ['<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0"><html/>', 'html'],
    ['<?xml version="1.0"?>\n<?xml-stylesheet href="x"?><rss version="2.0">', 'feed'],
    ['<rdf:RDF xmlns="x">', 'feed'],
    ['<feed xmlns="http://www.w3.org/2005/Atom">', 'feed'],
    ['<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf.dtd"><nitf>', 'newsml'],
    ['<newsMessage xmlns="x">', 'newsml'],
    ['WARC/1.0\r\nWARC-Type: warcinfo', 'warc'],
    ['{"text": "a"}\n{"text": "b"}\n', 'jsonl'],
    ['{"text": "a"}', 'json'],
    ['{\n  "text": "a"\n}', 'json'],
    [' [ { "text": "a" } ]', 'json'],
    ['id,title,text\n1,A,B', 'csv'],
    ['text\turl\nA\tB', 'csv'],
    ['Officials said so.', 'text'],
  ])('goes by the content before the name: %j', (text, expected) => {
    expect(nameOf('a.txt', text)).toBe(expected)
    expect(nameOf('-', text)).toBe(expected)
  })

  it.each([
    ['a.html', '<p>A piece of a page', 'html'],
    ['a.HTM.gz', 'Text', 'html'],
    ['a.jsonl', '{"text": "one line"}', 'jsonl'],
    ['a.csv', 'a,b\n1,2', 'csv'],
    ['a.xml', '<article/>', 'newsml'],
    ['a.md', '# A headline', 'text'],
    ['a.wire', 'Text', 'text'],
  ])('goes by the name when the content does not tell: %s', (uri, text, expected) => {
    expect(nameOf(uri, text)).toBe(expected)
  })

  it.each([
    [zipArchive([{ name: 'word/document.xml', content: '<w:document/>' }]), 'docx'],
    [
      zipArchive([
        { name: '[Content_Types].xml', content: '' },
        { name: 'word/styles.xml', content: '' },
      ]),
      'docx',
    ],
    [zipArchive([{ name: 'content.xml', content: '' }]), 'text'],
    [pdfDocument({ pages: [[]] }), 'pdf'],
    [Buffer.from('A %PDF- is a file.'), 'text'],
  ])('knows documents by their bytes: %#', (bytes, expected) => {
    expect(formatOf('a.txt', { bytes, text: decode(bytes).text, isWhole: true }).name).toBe(expected)
  })

  it.each([
    '[Update] The board, <b>she said</b>, has gone.',
    '{sic} he wrote',
    '<p> is an element, he said.',
    'Title, text and body, she said, are words.',
    'text',
    '"No," he said, "no."',
  ])('takes plain text for nothing else: %s', text => {
    expect(nameOf('a.txt', text)).toBe('text')
  })

  it('takes the articles of this project for plain text', () => {
    const text = readFileSync(join(import.meta.dirname, '../../corpus/quake-warning-prize.txt'), 'utf8')
    expect(nameOf('-', text)).toBe('text')
  })
})
