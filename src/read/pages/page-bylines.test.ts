import { describe, it } from 'vitest'
import {
  type MetadataCase as Case,
  checkMetadata as check,
  ofArticle,
  SITE,
} from '../../../test/support/pages/check-metadata.ts'
import { linked } from '../../../test/support/pages/tarn-page.ts'

describe('the byline of a page', () => {
  it.each<Case>([
    ['from meta, without By', '<meta name="author" content="By Nils Ode">', '', 'Nils Ode', 'author'],
    [
      'from several meta of one name',
      '<meta name="citation_author" content="Nils Ode"><meta name="citation_author" content="Ana Dell">',
      '',
      'Nils Ode, Ana Dell',
      'citation_author',
    ],
    [
      'from linked data, in a list',
      ofArticle({ author: [{ name: 'Nils Ode' }, { name: 'Ana O&#039;Dell' }] }),
      '',
      "Nils Ode, Ana O'Dell",
      'JSON-LD author',
    ],
    ['from linked data, as a string', ofArticle({ author: 'Nils Ode' }), '', 'Nils Ode', 'JSON-LD author'],
    [
      'from linked data, nested',
      ofArticle({ author: { '@list': [{ '@type': 'Person', name: [{ '@value': 'Nils Ode' }] }] } }),
      '',
      'Nils Ode',
    ],
    [
      'from linked data, in parts',
      ofArticle({ author: { '@type': 'Person', givenName: 'Nils', familyName: 'Ode' } }),
      '',
      'Nils Ode',
    ],
    [
      'by reference',
      linked({
        '@graph': [
          { '@type': 'Article', author: { '@id': '#n' } },
          { '@id': '#n', '@type': 'Person', name: 'Nils Ode' },
        ],
      }),
      '',
      'Nils Ode',
    ],
    [
      'by reference, in a list',
      linked({
        '@graph': [
          { '@id': '#n', '@type': 'Person', name: 'Nils Ode' },
          { '@type': 'Article', author: [{ '@id': '#n' }, { '@id': '#nobody' }] },
        ],
      }),
      '',
      'Nils Ode',
    ],
    [
      'from where a person is named',
      `${SITE}${ofArticle({ author: { '@type': 'Organization', name: 'Tarn Post' } })}`,
      '<p class="byline">By Nils Ode</p>',
      'Nils Ode',
      'byline line',
    ],
    [
      'from the outlet alone',
      `${SITE}${ofArticle({ author: { '@type': 'Organization', name: 'Tarn Post' } })}`,
      '',
      'Tarn Post',
      'JSON-LD author',
    ],
    ['from Dublin Core', '<meta name="DC.creator" content="Nils Ode">', '', 'Nils Ode', 'dc.creator'],
    ['from microdata', '', '<span itemprop="author">Nils Ode</span>', 'Nils Ode', 'itemprop author'],
    [
      'from an item of microdata',
      '',
      '<div itemprop="author" itemscope itemtype="https://schema.org/Person"><a href="/n"><span itemprop="name">Nils Ode</span></a> <span itemprop="jobTitle">Political editor</span></div>',
      'Nils Ode',
    ],
    ['from a link to the author', '', '<p>With <a rel="author" href="/n">Nils Ode</a></p>', 'Nils Ode', 'rel=author'],
    [
      'shown, without its date',
      '',
      '<p class="byline">By Nils Ode, March 4, 2026 | 6:00 PM</p>',
      'Nils Ode',
      'byline line',
    ],
    [
      'shown, without role and place',
      '',
      '<div class="article-author">Nils Ode, Rural affairs correspondent in Selby</div>',
      'Nils Ode',
    ],
    ['shown, with its role in the next line', '', '<p class="byline">By Nils Ode<br>Reporter</p>', 'Nils Ode'],
    ['shown, with its role below', '', '<div class="byline"><div>Nils Ode</div><div>Reporter</div></div>', 'Nils Ode'],
    [
      'shown in a line that nothing marks',
      '',
      '<p>By Nils Ode and Ana Dell</p>',
      'Nils Ode and Ana Dell',
      'line beside the text',
    ],
    [
      'never from an address',
      '<meta property="article:author" content="https://social.example/post">',
      '<p class="byline">By Nils Ode</p>',
      'Nils Ode',
    ],
    [
      'never from the user of a system',
      '<meta name="author" content="admin">',
      '<p class="byline">By Nils Ode</p>',
      'Nils Ode',
    ],
    ['never from a comment', '', '<div class="comments"><span class="byline">By Rude Reader</span></div>', null],
    [
      'never from a comment’s item',
      '',
      '<div itemscope itemtype="https://schema.org/Comment"><span itemprop="author">Rude Reader</span></div>',
      null,
    ],
    ['never from words that only begin so', '', '<p>By Monday the gate was shut again</p>', null],
  ])('is read %s', (_name, ...given) => check('byline', given))
})
