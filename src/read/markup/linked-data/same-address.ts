/** What differs in addresses of one page: how it is fetched, which of its forms is shown. */
function partsOf(address: string): { readonly path: string; readonly query: string } {
  const [, path = '', query = ''] = /^([^?#]*)(?:\?([^#]*))?/.exec(address.slice(0, 2000).trim()) ?? []
  const core = path
    .replace(/^https?:\/\//i, '')
    .replace(/^(?:www|m|amp|mobile)\./i, '')
    .replace(/\/(?:amp|index\.html?)?\/?$/i, '')
  return { path: core, query }
}

/** Whether two addresses are of one page; an outlet's start page is no page of an article. */
export function isSameAddress(one: unknown, other: unknown): boolean {
  if (typeof one !== 'string' || typeof other !== 'string') return false
  const [own, known] = [partsOf(one), partsOf(other)]
  const isSameQuery = own.query === known.query || own.query === '' || known.query === ''
  return own.path === known.path && isSameQuery && (own.path.includes('/') || own.query !== '')
}
