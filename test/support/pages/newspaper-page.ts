import type { Story } from './story.ts'

/**
 * A page as a newspaper's own system makes it: generated class names that say nothing, furniture in the middle of the text,
 * sections instead of an article's body, quotation marks as elements, a paywall's remains.
 */
export function newspaperPage({ headline, byline, published, paragraphs: p }: Story): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${headline} - The Morning Ledger</title>
<meta name="author" content="${byline}">
<meta name="application-name" content="The Morning Ledger">
<meta itemprop="datePublished" content="${published}">
<meta property="og:url" content="https://ledger.example/article/kestrel-quay-vote-98117">
</head>
<body>
<div id="app"><div class="css-1k9q">
<div class="css-nav7"><a href="#main">Skip to content</a><ul><li><a href="/uk">UK</a></li><li><a href="/world">World</a></li><li><a href="/money">Money</a></li></ul></div>
<div class="css-banner" role="banner"><button>Menu</button><a href="/sub">Subscribe for £1</a></div>
<div class="css-main" id="main" role="main"><div>
<h1 data-testid="headline">${headline}</h1>
<div class="css-x1"><span>By </span><a href="/by/mara" rel="author">${byline}</a></div>
<div class="css-tools"><ul><li><button aria-label="share">Share on Facebook</button></li><li><a href="#">Copy link</a></li></ul></div>
<div class="css-media"><div><picture><source srcset="a.webp"><img src="a.jpg" alt="wall"></picture></div><div class="css-media-caption"><span>The sea wall at Kestrel Quay, seen from the north pier.</span> <span>Photograph by Lena Ostrow</span></div></div>
<section name="articleBody" class="css-body">
<div class="css-companion"><div class="css-53u6">
<p class="css-para">${p[0]}</p>
<p class="css-para">${p[1]?.replace('“', '<q>').replace('”', '</q>')}</p>
</div><aside class="css-ews" aria-label="companion column"><p>Sign up for our morning briefing, with everything you need to know before breakfast.</p></aside></div>
<div><div id="story-ad-1-wrapper" class="css-ad"><div>Advertisement</div></div></div>
<div class="css-companion"><div class="css-53u6">
<p class="css-para">${p[2]}</p>
<div class="css-quote-callout"><p>“The builder had threatened to withdraw”</p></div>
<p class="css-para"><a href="/survey">${p[3]}</a></p>
<blockquote class="css-bq"><p class="css-para">${p[4]}</p></blockquote>
</div></div>
<div class="css-promo-links"><h2>More on this story</h2><ul><li><a href="/fares">Ferry fares to rise again</a></li><li><a href="/walks">Five walks along the coast</a></li></ul></div>
<div class="css-companion"><div class="css-53u6">
<p class="css-para">${p[5]}</p>
<ul class="css-links"><li><a href="/fares">Ferry fares to rise again</a></li><li><a href="/walks">Five walks along the coast</a></li></ul>
<p class="css-para">${p[6]}<br></p>
<p class="css-para">${p[7]}</p>
<p class="css-para">${p[8]}</p>
</div></div>
</section>
<div class="css-end"><p><a href="/c">Comments (14)</a></p></div>
</div></div>
<div class="css-rail"><h2>Most read</h2><ol><li><a href="/1">Ferry fares to rise again</a></li></ol></div>
<div class="css-legal"><p>All rights reserved. The Morning Ledger is published by Ledger Newspapers Limited, 1 Quay Street, Port Ellery.</p></div>
</div></div>
<script>window.__STATE__={"body":"<p>Five walks along the coast</p>"}</script>
</body></html>`
}
