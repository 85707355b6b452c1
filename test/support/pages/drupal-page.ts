import type { Story } from './story.ts'

/** A page as Drupal makes it: fields in nested `div`s, paragraphs modules between parts of the body, no `article:` data. */
export function drupalPage({ headline, byline, published, paragraphs: p }: Story): string {
  return `<!DOCTYPE html>
<html lang="en" dir="ltr" prefix="og: https://ogp.me/ns#">
<head>
<meta charset="utf-8" />
<meta name="Generator" content="Drupal 10 (https://www.drupal.org)" />
<link rel="canonical" href="https://gazette.example/news/kestrel-quay" />
<meta property="og:site_name" content="Ellery Gazette" />
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "Ellery Gazette"}, {"@type": "NewsArticle", "headline": "${headline}", "datePublished": "${published}", "author": [{"@type": "Person", "name": "${byline}"}], "publisher": {"@type": "Organization", "name": "Ellery Gazette"}, "inLanguage": "en"}]}</script>
<title>${headline} | Ellery Gazette</title>
</head>
<body class="path-node page-node-type-article">
<a href="#main-content" class="visually-hidden focusable">Skip to content</a>
<div class="dialog-off-canvas-main-canvas" data-off-canvas-main-canvas>
<div class="layout-container">
<header role="banner"><div class="region region-header"><nav role="navigation" class="block block-menu navigation menu--main"><ul class="menu"><li class="menu-item"><a href="/">Home</a></li></ul></nav>
<div class="block block-cta"><p>Subscribe for £1 a week and read what matters to the harbour, on paper and on the screen.</p></div></div></header>
<main role="main"><a id="main-content" tabindex="-1"></a>
<div class="layout-content"><div class="region region-content">
<article role="article" about="/news/kestrel-quay" class="node node--type-article node--view-mode-full">
<h1 class="page-title"><span class="field field--name-title">${headline}</span></h1>
<div class="node__submitted">By <span class="field--name-uid"><a href="/user/7" typeof="schema:Person">${byline}</a></span> <time datetime="${published}">4 March</time></div>
<div class="node__content">
<div class="field field--name-field-image field--type-image field--label-hidden"><div class="field__item"><img src="/wall.jpg" alt=""><div class="field--name-field-caption caption">The sea wall at Kestrel Quay, seen from the north pier.</div><span class="field--name-field-credit credit">Photograph by Lena Ostrow</span></div></div>
<div class="social-sharing block-social"><a href="#" class="share-link">Share on Facebook</a> <a href="#" class="share-link">Copy link</a></div>
<div class="clearfix text-formatted field field--name-body field--type-text-with-summary field--label-hidden field__item">
<div class="paragraph paragraph--type--text"><div class="field field--name-field-text">
<p>${p[0]}</p>
<p>${p[1]}</p>
<p>${p[2]}</p>
</div></div>
<div class="paragraph paragraph--type--related-article"><div class="field__label">Related</div><div class="field__item"><a href="/fares">Ferry fares to rise again</a></div><div class="field__item"><a href="/walks">Five walks along the coast</a></div></div>
<div class="paragraph paragraph--type--text"><div class="field field--name-field-text">
<p><a href="/survey"><strong>${p[3]}</strong></a></p>
<blockquote>
  <p>${p[4]}</p>
</blockquote>
<p>${p[5]}</p>
</div></div>
<div class="paragraph paragraph--type--pull-quote"><div class="field--name-field-quote">They told us there was no survey, and then they told us that it was secret.</div><div class="field--name-field-attribution">Tom Baskin</div></div>
<div class="paragraph paragraph--type--ad"><div class="ad-label">Advertisement</div><div id="ad-slot-3"></div></div>
<div class="paragraph paragraph--type--text"><div class="field field--name-field-text">
<p>${p[6]}</p>
<p>&nbsp;</p>
<p>${p[7]}</p>
<p>${p[8]}</p>
</div></div>
</div>
<div class="field field--name-field-tags"><div class="field__label">Tags</div><div class="field__items"><a href="/t/1">Harbour</a></div></div>
</div></article>
<div class="views-element-container block block-views"><h2>Most read</h2><div class="view-content"><div class="views-row"><a href="/walks">Five walks along the coast</a></div></div></div>
<section class="field--name-comment"><h2>Comments (14)</h2><p>I have said for years, and I say it again, that this wall is not safe, and nobody listens to me.</p></section>
</div></div></main>
<footer role="contentinfo"><div class="region region-footer"><p>© Ellery Gazette. All rights reserved. Sign up for our morning briefing.</p></div></footer>
</div></div></body></html>`
}
