import type { Article } from '../../../domain/article.ts'
import { toUtc } from '../../../store/rows/published.ts'
import { type Html, html } from '../html.ts'
import { day } from '../words.ts'
import { withOrigin } from './told-places.ts'

/**
 * What stands above an article's text: publisher, section and days, its heading, who wrote it and where it was found. What
 * each is known by is told to who points at it.
 */
export function renderHead(article: Article, heading: Html | string, claims: string): Html {
  const { publisher, section, publishedAt, modifiedAt, byline, origins } = article
  const time = (value: string) => day(toUtc(value)) ?? value
  return html`<p class="kicker">${publisher === null ? 'Article' : withOrigin(publisher, origins, 'publisher')}${
    section === null ? '' : html` · ${withOrigin(section, origins, 'section')}`
  }${publishedAt === null ? '' : html` · ${withOrigin(time(publishedAt), origins, 'publishedAt')}`}${
    modifiedAt === null ? '' : html` · changed ${withOrigin(time(modifiedAt), origins, 'modifiedAt')}`
  }</p>
        ${heading}
        <p class="meta">${byline === null ? '' : html`${withOrigin(byline, origins, 'byline')} · `}<span class="path">${article.uri}</span> · ${claims}</p>`
}
