/** What a figure is of, in the order in which a report gives them, each with its gloss. */
export const MEASURES = {
  articles: 'articles',
  'older-versions': 'older versions of articles, left out',
  'articles-with-sources': 'articles in which somebody speaks',
  sources: 'sources, each counted once an article',
  claims: 'their claims',
  'quoted-words': 'words of these claims in quotation marks',
  people: 'named people, quoted or not, each counted once an article',
  'people-quoted': 'those of them who are quoted',
  speakers: 'sources with a name, each counted once across articles',
  'sources-per-article': 'sources an article, over all articles',
  'single-source': 'articles with one source, of those with any',
  share: 'share by label',
  expert: 'sources that speak as experts, of all',
  'expert-label': 'experts by label, of all experts',
  'expert-without-affiliation': 'experts of whom the article does not say where they belong',
  'top-ten': 'claims of the ten sources with most, of those with a name',
  herfindahl: 'Herfindahl index of the claims of sources with a name',
  anonymous: 'sources whose identity is withheld, of all',
  'anonymous-explained': 'anonymous sources for whom a reason is given',
  'not-quoted': 'named people who are not quoted, of all named',
} as const
export type Measure = keyof typeof MEASURES
