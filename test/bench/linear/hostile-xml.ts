import { type HostileKind, numbered, repeated, wordOf } from './hostile-kind.ts'

/** What only XML can carry, within what a format has around and inside its articles. */
export function hostileXml(root: readonly [string, string], item: readonly [string, string]): readonly HostileKind[] {
  const whole = `${item[0]}The bridge is closed.${item[1]}`
  const inRoot = (name: string, unit: string) => repeated(name, unit, root[0], `${whole}${root[1]}`)
  const inItem = (name: string, unit: string) => repeated(name, unit, `${root[0]}${item[0]}`, `${item[1]}${root[1]}`)
  const before = (name: string, unit: string) => repeated(name, unit, '', `${root[0]}${whole}${root[1]}`)
  return [
    before('comments before the root', '<!-- a -->'),
    before('comments before the root, spaced', '<!-- a --> '),
    before('open comments before the root', '<!--'),
    before('instructions before the root', '<?a b?>'),
    before('instructions that never end', '<?a '),
    before('document types', '<!DOCTYPE a>'),
    before('spaces before the root', ' '),
    repeated('one comment before the root', 'a ', '<!--', `-->${root[0]}${whole}${root[1]}`),
    repeated('one document type before the root', 'a ', '<!DOCTYPE ', `>${root[0]}${whole}${root[1]}`),
    inRoot('articles', whole),
    inRoot('comments', '<!-- a -->'),
    inRoot('comments that never end', '<!-- a '),
    inRoot('instructions', '<?a?>'),
    inRoot('elements', '<a>b</a>'),
    numbered('different elements', index => `<${wordOf(index)}>b</${wordOf(index)}>`, root[0], `${whole}${root[1]}`),
    inRoot('empty elements', '<a/>'),
    inRoot('elements with namespaces', '<a:b xmlns:a="c">d</a:b>'),
    inRoot('elements that never end', '<a>'),
    inRoot('ends of what never began', '</a>'),
    inRoot('opening angles', '<'),
    inRoot('tags that never end', '<a '),
    inRoot('tags with an open quote', '<a b="'),
    inRoot('tags with quotes by turns', `<a b="'`),
    inRoot('elements nested to the limit', `${'<a>'.repeat(200)}b${'</a>'.repeat(200)}`),
    repeated('attributes of one element', 'a="b" ', `${root[0]}<c `, `/>${whole}${root[1]}`),
    numbered('different attributes of one element', i => `${wordOf(i)}="b" `, `${root[0]}<c `, `/>${whole}${root[1]}`),
    repeated('one attribute', 'a ', `${root[0]}<c d="`, `"/>${whole}${root[1]}`),
    repeated('one attribute without end', 'a ', `${root[0]}<c d="`, `${whole}${root[1]}`),
    repeated('one name', 'a', `${root[0]}<`, `/>${whole}${root[1]}`),
    inItem('entities', '&amp;'),
    inItem('escaped paragraphs', '&lt;p&gt;The bridge is closed.&lt;/p&gt;'),
    inItem('escaped quoted blocks', '&lt;blockquote&gt;The bridge is closed to cars.&lt;/blockquote&gt;'),
    inItem('escaped misnested markup', '&lt;p&gt;&lt;b&gt;a'),
    inItem('entities of numbers', '&#65;'),
    inItem('entities that are none', '&a'),
    inItem('ampersands', '&'),
    inItem('sections of characters', '<![CDATA[a ]]>'),
    inItem('sections that never end', '<![CDATA[a '),
    inItem('brackets that end no section', ']]'),
    repeated('one section of characters', '<p>a</p>]] >', `${root[0]}${item[0]}<![CDATA[`, `]]>${item[1]}${root[1]}`),
    inItem('paragraphs', '<p>The bridge is closed.</p>'),
    inItem('comments in an article', 'a<!-- b -->'),
    inItem('elements in an article', 'a<b>c</b>'),
    inItem('spaces', ' '),
    inItem('line feeds', '\n'),
  ]
}
