/** Languages that services call by their English names: those with most news. */
const TAGS =
  'ar bg bn ca cs da de el en es et fa fi fr gl gu he hi hr hu hy id is it ja ka kn ko lt lv mk ml mr ms nb nl no pa pl pt ro ru sk sl sq sr sv sw ta te th tr uk ur vi zh'
let tags: ReadonlyMap<string, string> | undefined

/** The tag of a language that is called by its English name, in any case; undefined for anything else. */
export function languageCalled(name: string): string | undefined {
  if (tags === undefined) {
    const names = new Intl.DisplayNames('en', { type: 'language' })
    tags = new Map(TAGS.split(' ').map(tag => [names.of(tag)?.toLowerCase() ?? tag, tag]))
  }
  return tags.get(name.trim().toLowerCase())
}
