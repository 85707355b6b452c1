import { deflateSync } from 'node:zlib'

/** A piece of text at a place on a page of 600 by 800 points. */
export interface PdfText {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly size?: number
  readonly isOnItsSide?: boolean
}

export interface PdfParts {
  readonly pages: readonly (readonly PdfText[])[]
  /** Entries of the document's information: `/Title (Bridge)`. */
  readonly info?: string
  /** What stands in place of the first page's content. */
  readonly content?: Buffer
  /** How often that is packed, one time inside the other. */
  readonly packings?: number
  readonly encrypt?: string
}

/** Lines of a column, from its top down, 14 points apart. */
export function pdfColumn(x: number, top: number, lines: readonly string[], size = 10): PdfText[] {
  return lines.map((text, index) => ({ text, x, y: top - 14 * index, size }))
}

/** A PDF in Helvetica, as simple programs write it. */
export function pdfDocument({ pages, info, content, encrypt, packings = 1 }: PdfParts): Buffer {
  const objects: Buffer[] = []
  const add = (body: string | Buffer) => objects.push(Buffer.from(body))
  const firstPage = 4
  const kids = pages.map((_, index) => `${firstPage + 2 * index} 0 R`).join(' ')
  add('<< /Type /Catalog /Pages 2 0 R >>')
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`)
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>')
  for (const [index, texts] of pages.entries()) {
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F1 3 0 R >> >> /Contents ${firstPage + 2 * index + 1} 0 R >>`,
    )
    const drawn = index === 0 && content !== undefined ? content : Buffer.from(texts.map(draw).join('\n'), 'latin1')
    let packed = drawn
    for (let count = 0; count < packings; count += 1) packed = deflateSync(packed)
    const filters = '/FlateDecode '.repeat(packings)
    add(
      Buffer.concat([
        Buffer.from(`<< /Length ${packed.length} /Filter [${filters}] >>\nstream\n`),
        packed,
        Buffer.from('\nendstream'),
      ]),
    )
  }
  if (info !== undefined) add(Buffer.from(`<< ${info} >>`, 'latin1'))
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')]
  const offsets: number[] = []
  let offset = (parts[0] as Buffer).length
  for (const [index, body] of objects.entries()) {
    const whole = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')])
    offsets.push(offset)
    offset += whole.length
    parts.push(whole)
  }
  const entries = offsets.map(at => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const trailer = `/Size ${objects.length + 1} /Root 1 0 R${info === undefined ? '' : ` /Info ${objects.length} 0 R`}${encrypt ?? ''}`
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer\n<< ${trailer} >>\nstartxref\n${offset}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}

const WINDOWS: Readonly<Record<string, number>> = { '“': 0x93, '”': 0x94, '’': 0x92, '—': 0x97, '–': 0x96, '…': 0x85 }

function draw({ text, x, y, size = 10, isOnItsSide = false }: PdfText): string {
  const bytes = [...text].map(sign => String.fromCharCode(WINDOWS[sign] ?? sign.charCodeAt(0))).join('')
  const escaped = bytes.replace(/[\\()]/g, '\\$&')
  const turn = isOnItsSide ? '0 1 -1 0' : '1 0 0 1'
  return `BT /F1 ${size} Tf ${turn} ${x} ${y} Tm (${escaped}) Tj ET`
}
