/** How far a declaration is looked for: the standard wants it within the first 1024 bytes, and pages do not hold to it. */
const LOOKED_AT = 8192

/** Names that the web's standard does not know, and what they mean where they are met. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  utf_8: 'utf-8',
  'utf-8n': 'utf-8',
  'utf-8-sig': 'utf-8',
  utf8mb4: 'utf-8',
  'latin-1': 'windows-1252',
  'iso-latin-1': 'windows-1252',
  'iso-8859-1-windows-3.1-latin-1': 'windows-1252',
  'ms-ansi': 'windows-1252',
  ansi: 'windows-1252',
  win1252: 'windows-1252',
  windows1252: 'windows-1252',
  cp936: 'gbk',
  cp949: 'euc-kr',
  ms949: 'euc-kr',
  cp950: 'big5',
  ms950: 'big5',
  cp932: 'shift_jis',
  'x-sjis-cp932': 'shift_jis',
  koi8r: 'koi8-r',
  utf_16: 'utf-16',
  utf16: 'utf-16',
  u16: 'utf-16',
}

/** The encoding that a name means, as `TextDecoder` calls it, or null when it means none that can be decoded. */
export function encodingCalled(name: string | undefined): string | null {
  if (name === undefined) return null
  const label = name.trim().toLowerCase()
  try {
    return new TextDecoder(Object.hasOwn(OTHER_NAMES, label) ? OTHER_NAMES[label] : label).encoding
  } catch {
    // A misspelt charset is common on the web and must not cost the article.
    return null
  }
}

/** Encoding that a page or an XML file declares in its opening, as it calls it. */
export function charsetOf(bytes: Uint8Array): string | undefined {
  const opening = new TextDecoder('latin1').decode(bytes.subarray(0, LOOKED_AT)).replace(/<!--[\s\S]*?-->/g, '')
  const inPage = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([a-z0-9_:.-]{2,40})/i.exec(opening)?.[1]
  const inXml = /^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([a-z0-9_:.-]{2,40})["']/i.exec(opening)?.[1]
  // In a feed, a page may stand in an entry, and says nothing about the feed.
  const isPage = /<html\b|<!doctype\s+html/i.test(opening) || !/^\s*<\?xml/i.test(opening)
  const charset = (isPage ? (inPage ?? inXml) : inXml)?.toLowerCase()
  // A declaration that could be read as ASCII cannot be in UTF-16 or UTF-32.
  const isWide =
    encodingCalled(charset)?.startsWith('utf-16') === true || /^u(?:tf|cs)?[-_]?(?:16|32|4)/.test(charset ?? '')
  return isWide ? 'utf-8' : charset
}
