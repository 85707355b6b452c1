import { type HostileKind, numbered, repeated, wordOf } from './hostile-kind.ts'

const TAIL =
  '</head><body><article><p>The bridge is closed to cars from Monday on, said Ida Holm, the minister.</p></article></body></html>'
const inBlock = (name: string, unit: string, before: string, after: string) =>
  repeated(
    name,
    unit,
    `<!doctype html><html><head><script type="application/ld+json">${before}`,
    `${after}</script>${TAIL}`,
  )

/** What pages can tell of themselves beyond measure. */
export const HOSTILE_METADATA: readonly HostileKind[] = [
  inBlock('linked data nested', '[', '', ''),
  inBlock('linked data nested in itself', '{"mainEntity":', '', ''),
  inBlock('linked data of persons', '{"@type":"Person","@id":"#a","name":"Ida Holm"},', '{"@graph":[', '1]}'),
  inBlock('linked data with commas too many', '{"@type":"Person","name":"Ida Holm",},', '[', ']'),
  inBlock('linked data of articles', '{"@type":"Article","headline":"Bridge","url":"/a"},', '[', '1]'),
  inBlock('linked data of comments', '/* a */', '{"a":1,', '}'),
  inBlock('linked data of comments without end', '/* ', '{"a":1,', ''),
  inBlock('linked data of slashes', '/', '{"a":1,', ''),
  inBlock('linked data of values in a row', '{"a":1} ', ';', ''),
  inBlock('linked data of references', '&quot;a&quot;:1,', '{', '}'),
  inBlock('linked data of open strings', '"', '{', ''),
  inBlock('linked data of backslashes', '\\', '{"a": "', ''),
  inBlock('one headline of bars', 'Bridge | ', '{"@type":"Article","headline":"', '"}'),
  inBlock('steps of breadcrumbs', '{"name":"a"},', '{"@type":"BreadcrumbList","itemListElement":[', '1]}'),
  inBlock('one section of commas', 'a,', '{"@type":"Article","articleSection":"', '"}'),
  repeated('one byline in meta', 'By Ida Holm, editor and ', '<html><head><meta name="author" content="', `">${TAIL}`),
  repeated('one byline of spaces', ' ', '<html><head><meta name="author" content="By', `Holm">${TAIL}`),
  repeated('one time in meta', '10:00 EST ', '<html><head><meta name="date" content="4 March 2026 ', `">${TAIL}`),
  repeated('authors in meta', '<meta name="citation_author" content="Ida Holm">', '<html><head>', TAIL),
  numbered('different meta elements', index => `<meta name="${wordOf(index)}" content="a">`, '<html><head>', TAIL),
  numbered(
    'different properties',
    index => `<span itemprop="${wordOf(index)}" itemscope><b property="schema:${wordOf(index)}">a</b></span>`,
    '<html><body><article>',
    TAIL,
  ),
  repeated('items of microdata', '<div itemprop="author" itemscope>', '<html><body><article>', TAIL),
]
