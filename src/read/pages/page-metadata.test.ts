import { describe, expect, it } from 'vitest'
import {
  type MetadataCase as Case,
  checkMetadata as check,
  ofArticle,
  SITE,
} from '../../../test/support/pages/check-metadata.ts'
import { linked, readPageWith } from '../../../test/support/pages/tarn-page.ts'

describe('the publisher of a page', () => {
  it.each<Case>([
    [
      'is that of linked data',
      ofArticle({ publisher: { '@type': 'Organization', name: 'Tarn Post' } }),
      '',
      'Tarn Post',
      'JSON-LD publisher',
    ],
    [
      'may be referred to',
      linked({
        '@graph': [
          { '@type': 'Article', publisher: { '@id': '#o' } },
          { '@id': '#o', '@type': 'Organization', name: 'Tarn Post' },
        ],
      }),
      '',
      'Tarn Post',
      'JSON-LD publisher',
    ],
    ['is the site', SITE, '', 'Tarn Post', 'og:site_name'],
    [
      'is the periodical that it is part of',
      ofArticle({ isPartOf: { '@type': ['CreativeWork', 'Product'], name: 'Tarn Post' } }),
      '',
      'Tarn Post',
      'JSON-LD isPartOf',
    ],
    [
      'is no page that it is part of',
      ofArticle({ isPartOf: { '@type': 'WebPage', name: 'Weir to be rebuilt' } }),
      '',
      null,
    ],
    [
      'is the web site of linked data',
      linked([{ '@type': 'WebSite', name: 'Tarn Post' }]),
      '',
      'Tarn Post',
      'JSON-LD WebSite',
    ],
    ['is decoded', '<meta property="og:site_name" content="Tarn &amp;amp; Fen Post">', '', 'Tarn & Fen Post'],
    [
      'is no address',
      '<meta name="publisher" content="https://social.example/post"><meta name="application-name" content="Tarn Post">',
      '',
      'Tarn Post',
      'application-name',
    ],
  ])('%s', (_name, ...given) => check('publisher', given))
})

describe('the section of a page', () => {
  it.each<Case>([
    ['is that of linked data', ofArticle({ articleSection: 'World' }), '', 'World', 'JSON-LD articleSection'],
    ['is the first of a list', ofArticle({ articleSection: ['World', 'Weirs'] }), '', 'World'],
    ['is the first of a list in a string', ofArticle({ articleSection: 'World,Weirs' }), '', 'World'],
    ['has commas of its own', ofArticle({ articleSection: 'Food, drink and travel' }), '', 'Food, drink and travel'],
    [
      'is that of meta',
      '<meta property="article:section" content="World &amp;amp; Trade">',
      '',
      'World & Trade',
      'article:section',
    ],
    [
      'is a step of breadcrumbs',
      linked({
        '@type': 'BreadcrumbList',
        itemListElement: [
          { position: 3, name: 'Weir to be rebuilt' },
          { position: 1, item: { name: 'Home' } },
          { position: 2, item: { name: 'World' } },
        ],
      }),
      '',
      'World',
      'JSON-LD BreadcrumbList',
    ],
    ['is none that systems fill in', '<meta property="article:section" content="Uncategorized">', '', null],
    ['is no address', ofArticle({ articleSection: 'https://post.example/world' }), '', null],
  ])('%s', (_name, ...given) => check('section', given))
})

describe('the language of a page', () => {
  it.each<Case>([
    ['is that of linked data', ofArticle({ inLanguage: 'en_GB' }), '', 'en-GB', 'JSON-LD inLanguage'],
    [
      'is that of linked data, by name',
      ofArticle({ inLanguage: { '@type': 'Language', name: 'English', alternateName: 'en' } }),
      '',
      'en',
    ],
    ['is that of its elements', '<html lang="en-IE">', '', 'en-IE', 'html[lang]'],
    ['is that of networks', '<meta property="og:locale" content="en_GB">', '', 'en-GB', 'og:locale'],
    ['is named in English', '<meta name="language" content="English">', '', 'en', 'language'],
    ['is no word that is none', '<meta name="language" content="the usual one">', '', null],
  ])('%s', (_name, ...given) => check('language', given))
})

describe('the address of a page', () => {
  it.each([
    [
      'is the canonical one',
      '<link rel="canonical" href="https://post.example/weir"><meta property="og:url" content="https://m.post.example/weir">',
      'https://post.example/weir',
      'link[rel=canonical]',
    ],
    [
      'is never the start page’s',
      '<link rel="canonical" href="https://post.example/"><meta property="og:url" content="https://post.example/weir">',
      'https://post.example/weir',
      'og:url',
    ],
    [
      'is made whole',
      '<link rel="canonical" href="/weir"><meta property="og:url" content="https://post.example/other">',
      'https://post.example/weir',
      'link[rel=canonical]',
    ],
    [
      'is that of linked data',
      ofArticle({ mainEntityOfPage: { '@type': 'WebPage', '@id': 'https://post.example/weir' } }),
      'https://post.example/weir',
      'JSON-LD mainEntityOfPage',
    ],
    ['is none that runs code', '<link rel="canonical" href="javascript:alert(1)">', 'page.html', undefined],
  ])('%s', (_name, head, uri, origin) => {
    const { uri: read, origins } = readPageWith({ head })
    expect({ uri: read, origin: origins.uri }).toEqual({ uri, origin })
  })
})
