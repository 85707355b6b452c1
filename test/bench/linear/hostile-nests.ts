import { type HostileKind, numbered, repeated, wordOf } from './hostile-kind.ts'

const STORY = '{"title":"Bridge","url":"https://example.org/a","text":"The bridge is closed."}'

/** A unit around itself up to a length, or up to a depth and then beside itself. */
function nested(name: string, open: string, inner: string, close: string, deepest: number): HostileKind {
  const depth = (length: number) => Math.max(1, Math.min(deepest, Math.floor(length / (open.length + close.length))))
  return {
    name,
    make: length => {
      const one = open.repeat(depth(length)) + inner + close.repeat(depth(length))
      return `[${Array.from({ length: Math.max(1, Math.floor(length / one.length)) }, () => one).join(',')}]`
    },
  }
}

/** JSON in which records lie deep, or seem to. */
export const HOSTILE_NESTS: readonly HostileKind[] = [
  nested('records in lists in lists', '[', STORY, ']', 60),
  nested('records in wrappers', '{"data":', STORY, '}', 60),
  nested('wrappers of nothing', '{"data":', '{}', '}', 60),
  nested('wrappers that seem records', '{"title":"a","date":"2026-03-02","data":', STORY, '}', 60),
  nested('texts in texts', '{"content":', '"a"', '}', 60),
  nested('texts in lists in texts', '{"title":"a","content":[', '"a"', ']}', 60),
  nested('records in texts', '{"content":[', STORY, ']}', 60),
  nested('blocks in blocks', '{"type":"paragraph","children":[', '{"text":"a"}', ']}', 60),
  repeated('records by their keys', `"a":${STORY},`, '{', '"b":1}'),
  numbered('records by keys of their own', index => `"${wordOf(index)}":${STORY},`, '{', '"b":1}'),
  repeated('records in lists of one', `{"list":[${STORY}]},`, '[', '{}]'),
  repeated('objects that are no records beside one', '{"a":1},', `{"articles":[${STORY},`, '{}]}'),
  repeated('articles that are only named', '{"title":"a","url":"https://example.org/a"},', '{"x":[', '{}]}'),
  repeated('texts without a title', '{"text":"a"},', '{"x":[', '{}]}'),
  repeated(
    'blocks of one article',
    '{"type":"text","content":"The <b>bridge</b> is closed."},',
    '{"headline":"a","content_elements":[',
    '{}]}',
  ),
  repeated(
    'blocks that are left out',
    '{"type":"image","caption":"a"},',
    '{"headline":"a","content_elements":[',
    '{"content":"a"}]}',
  ),
  repeated('runs of words', '{"text":"a "},', '{"title":"a","body":[{"children":[', '{"text":"b"}]}]}'),
  repeated('quotations of one record', '{"pre":"a","quote":"b","post":"c"},', '{"title":"a","quotes":[', '{}]}'),
  repeated('names of one record', '{"name":"a"},', '{"title":"a","text":"b","authors":[', '{}]}'),
  repeated('a list of names that was written down', "'a', ", '{"text":"b","authors":"[', `'a']"}`),
  repeated('tags in a title', '<b>', '{"text":"b","title":"', '"}'),
  repeated('marks of a cut', ' [+1 chars]', '{"title":"a","text":"b', '"}'),
  repeated('brackets of a cut', ' [+1', '{"title":"a","text":"b', '"}'),
  repeated('dots in a name', 'a.', '{"title":"a","text":"b","', '":1}'),
  repeated('spaces in a name', '_ ', '{"title":"a","text":"b","', '":1}'),
]
