/**
 * What an article is called where its whole URI has no room: the file's name, with the part of the file that it is; of
 * an address on the web the host and the last part of the path.
 *
 * @example labelOfUri('exports/all.json#/0') // → 'all.json#/0'
 * @example labelOfUri('https://www.example.org/2026/a/') // → 'example.org/a'
 */
export function labelOfUri(uri: string): string {
  const web = /^https?:\/\/(?:www\.)?([^/?#]+)(.*)$/is.exec(uri)
  const [, host = '', within = ''] = web ?? []
  const rest = web === null ? uri : within
  const cut = rest.search(web === null ? /#/ : /[?#]/)
  const path = cut < 0 ? rest : rest.slice(0, cut)
  const part = cut < 0 ? '' : rest.slice(cut)
  const last = path.split('/').findLast(name => name !== '') ?? ''
  if (web === null) return `${last}${part}`
  return last === '' ? `${host}${part === '' ? '' : `/${part}`}` : `${host}/${last}${part}`
}
