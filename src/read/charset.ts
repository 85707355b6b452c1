/** Encoding that the page declares within its first 1024 bytes, where the standard wants it. */
export function charsetOf(bytes: Uint8Array): string | undefined {
  const opening = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  const declared = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([a-z0-9_:.-]{2,40})/i.exec(opening)?.[1]
  const inXml = /^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([a-z0-9_:.-]{2,40})["']/i.exec(opening)?.[1]
  const charset = (declared ?? inXml)?.toLowerCase()
  // A declaration that could be read as ASCII cannot be in UTF-16.
  return charset?.startsWith('utf-16') ? 'utf-8' : charset
}
