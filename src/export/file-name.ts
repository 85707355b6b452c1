/**
 * The name of an article's files, without ending: what people know it by, and enough of its id to be unique.
 *
 * @example
 * fileName({ uri: 'https://news.example/2026/Budget vote.html', id: '9f86d081884c7d65…' }) // → 'budget-vote-9f86d081884c7d65'
 */
export function fileName({ uri, id }: { readonly uri: string; readonly id: string }): string {
  const last =
    uri
      .replace(/[#?].*$/, '')
      .split(/[\\/]+/)
      .findLast(part => part !== '') ?? ''
  const slug = last
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
  return `${slug === '' ? 'article' : slug}-${id.slice(0, 16)}`
}
