/** What is told of an article, by the name that people are shown, in the order in which they are. */
export const METADATA_NAMES = [
  ['title', 'title'],
  ['byline', 'byline'],
  ['published', 'publishedAt'],
  ['modified', 'modifiedAt'],
  ['publisher', 'publisher'],
  ['section', 'section'],
  ['language', 'language'],
] as const
