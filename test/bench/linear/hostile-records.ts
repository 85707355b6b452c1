import { type HostileKind, nameOf, numbered, repeated, wordOf } from './hostile-kind.ts'

const RECORD = '{"title":"Bridge","text":"The bridge is closed."}'

/** What only JSON and JSON Lines can carry. */
export const HOSTILE_JSON: readonly HostileKind[] = [
  repeated('records', `${RECORD},`, '[', `${RECORD}]`),
  repeated('empty records', '{},', '[', '{}]'),
  repeated('lists', '[],', '[', '[]]'),
  repeated('lists nested to the limit', `${'['.repeat(300)}${']'.repeat(300)},`, '[', '[]]'),
  repeated('lists that never end', '['),
  repeated('objects that never end', '{"a":'),
  repeated('escaped quotes', '\\"', '[{"text":"a', '"}]'),
  repeated('escaped backslashes', '\\\\', '[{"text":"a', '"}]'),
  repeated('backslashes before a key', '\\\\', '{"', '":1}'),
  repeated('escaped characters', '\\u0041', '[{"text":"', '"}]'),
  repeated('escaped halves of characters', '\\ud83d', '[{"text":"', '"}]'),
  repeated('escaped nothing', '\\u0000', '[{"text":"a', '"}]'),
  repeated('a text that never ends', 'a', '[{"text":"'),
  numbered('fields', index => `"${wordOf(index)}":"a",`, '[{', '"text":"The bridge is closed."}]'),
  repeated('the same field', '"a":"b",', '[{', '"text":"The bridge is closed."}]'),
  repeated('paragraphs in a list', '"The bridge is closed.",', '[{"text":[', '""]}]'),
  repeated('authors', '"Ida Holm",', '[{"author":[', '""],"text":"The bridge is closed."}]'),
  repeated('paragraphs of markup', '<p>The bridge is closed, said Holm.</p>', '[{"text":"', '"}]'),
  repeated('misnested markup', '<p><b>a', '[{"text":"', '"}]'),
  repeated(
    'quoted blocks of markup',
    '<blockquote>The bridge is closed to cars.</blockquote>',
    '[{"text":"<p>a</p>',
    '"}]',
  ),
  repeated('spaces', ' ', '[', `${RECORD}]`),
  repeated('spaces before it', ' ', '', `[${RECORD}]`),
  repeated(
    'items of a feed',
    '{"content_text":"The bridge is closed."},',
    '{"version":"https://jsonfeed.org/version/1.1","items":[',
    '{}]}',
  ),
  numbered('items of ninjs', index => `{"uri":"a:${index}","body_text":"The bridge is closed."},`, '[', '{}]'),
  repeated('bodies of ninjs', '{"value":"<p>"},', '[{"uri":"a","bodies":[', '{"value":"The bridge is closed."}]}]'),
]

export const HOSTILE_LINES: readonly HostileKind[] = [
  repeated('records', `${RECORD}\n`),
  numbered(
    'different records',
    index => `{"title":"${nameOf(index)}","text":"The bridge ${wordOf(index)} is closed."}\n`,
  ),
  repeated('empty records', '{}\n'),
  repeated('empty lines', '\n', `${RECORD}\n`),
  repeated('lines of spaces', ' \n', `${RECORD}\n`),
  repeated('broken lines', '{"text":\n'),
  repeated('lines that are no records', '[]\n'),
  repeated('one line that never ends', 'a', '{"text":"'),
  repeated('one line of brackets', '{"a":['),
  repeated('escaped quotes', '\\"', '{"text":"a', '"}\n'),
  numbered('fields', index => `"${wordOf(index)}":"a",`, '{', '"text":"The bridge is closed."}\n'),
  repeated('carriage returns', '\r', `${RECORD}\n`),
]

export const HOSTILE_TABLES: readonly HostileKind[] = [
  repeated('rows', 'Bridge,The bridge is closed.\n', 'title,text\n'),
  repeated('rows of one cell', 'a\n', 'title,text\n'),
  repeated('rows of empty cells', ',,,,,,,,\n', 'title,text\n'),
  repeated('empty rows', '\n', 'title,text\n', 'Bridge,The bridge is closed.\n'),
  repeated('quotes', '"', 'title,text\nBridge,'),
  repeated('quotes in a quoted cell', '""', 'title,text\nBridge,"', '"\n'),
  repeated('quotes in a bare cell', 'a"', 'title,text\nBridge,'),
  repeated('quoted cells', '"a",', 'title,text\n'),
  repeated('a quoted cell that never ends', 'a\n', 'title,text\nBridge,"'),
  repeated('quoted cells that never end', '"a\n', 'title,text\n'),
  repeated('cells of one row', 'a,', 'title,text\n'),
  numbered('columns', index => `${wordOf(index)},`, 'title,text,', '\nBridge,The bridge is closed.\n'),
  repeated('the same column', 'a,', 'title,text,', '\nBridge,The bridge is closed.\n'),
  repeated('line feeds in a cell', '\n', 'title,text\nBridge,"', '"\n'),
  repeated('carriage returns', 'a\r', 'title,text\r'),
  repeated('markup', '<p>The bridge is closed.</p>', 'title,text\nBridge,"', '"\n'),
  repeated('a heading that never ends', 'a'),
  repeated('semicolons', ';', 'title;text\n'),
  repeated('spaces', ' ', 'title,text\nBridge,"', '"\n'),
]
