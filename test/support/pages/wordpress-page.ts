import type { Story } from './story.ts'

/** A page as a WordPress theme with block editor, Jetpack's sharing buttons and related posts makes it. */
export function wordpressPage({ headline, byline, published, paragraphs: p }: Story): string {
  return `<!DOCTYPE html>
<html lang="en-GB" class="no-js">
<head>
<meta charset="UTF-8">
<title>${headline} &#8211; The Ellery Courier</title>
<link rel="canonical" href="https://courier.example/2026/03/kestrel-quay/">
<meta property="og:site_name" content="The Ellery Courier">
<meta property="og:title" content="${headline}">
<meta property="article:published_time" content="${published}">
<style>.wp-block-quote{margin:0}</style>
<script>window.dataLayer = [{"title": "<p>not text</p>"}]; if (1<2) { document.write("<p>written</p>") }</script>
</head>
<body class="post-template-default single single-post has-sidebar comments-open social-links-enabled">
<a class="skip-link screen-reader-text" href="#content">Skip to content</a>
<header id="masthead" class="site-header"><nav class="main-navigation" id="site-navigation"><ul id="primary-menu" class="menu">
<li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a href="/sport">Sport, weather, tides and everything else</a></li></ul></nav></header>
<div id="page" class="site"><div id="content" class="site-content"><main id="main">
<article id="post-4711" class="post-4711 post type-post status-publish format-standard has-post-thumbnail category-news tag-harbour">
<header class="entry-header"><h1 class="entry-title">${headline}</h1>
<div class="entry-meta"><span class="posted-on"><time datetime="${published}">March 4, 2026</time></span>
<span class="byline"> by <span class="author vcard"><a class="url fn n" href="/author/mara" rel="author">${byline}</a></span></span></div></header>
<div class="entry-content">
<figure class="wp-block-image size-large"><img src="/wall.jpg" alt="A wall"><figcaption class="wp-element-caption">The sea wall at Kestrel Quay, seen from the north pier. Photograph by Lena Ostrow</figcaption></figure>
<p class="has-drop-cap">${p[0]}</p>
<p>${p[1]?.replace('Ines Dorrow', '<a href="/tag/ines-dorrow">Ines Dorrow</a>')}</p>
<div class="wp-block-group newsletter-signup"><p>Sign up for our morning briefing and never miss a story.</p><form><input type="email"><button>Go</button></form></div>
<p>${p[2]}</p>
<p><a href="/2026/02/hidden-survey/">${p[3]}</a></p>
<blockquote class="wp-block-quote"><p>${p[4]}</p></blockquote>
<figure class="wp-block-pullquote"><blockquote><p>We will not sign a contract on a wall nobody has looked behind</p><cite>Ines Dorrow</cite></blockquote></figure>
<p>${p[5]}</p>
<p><strong>Read more:</strong> <a href="/fares">Ferry fares to rise again</a></p>
<p>${p[6]}</p>
<p class="wp-caption-text">Photograph by Lena Ostrow</p>
<p>${p[7]}</p>
<p>${p[8]}</p>
<div class="sharedaddy sd-sharing-enabled"><div class="robots-nocontent sd-block sd-social"><h3 class="sd-title">Share this:</h3><div class="sd-content"><ul><li class="share-facebook"><a href="#">Share on Facebook</a></li><li><a href="#">Copy link</a></li></ul></div></div></div>
<div id="jp-relatedposts" class="jp-relatedposts"><h3 class="jp-relatedposts-headline"><em>Related</em></h3><p>Five walks along the coast, and where to eat when you have done them, by our reporters.</p></div>
</div>
<footer class="entry-footer"><span class="tags-links">Tagged <a href="/tag/harbour" rel="tag">harbour</a></span></footer>
</article>
<div id="comments" class="comments-area"><h2>Comments (14)</h2><ol class="comment-list"><li><p>I have said for years, and I say it again, that this wall is not safe, and nobody listens.</p></li></ol></div>
</main></div>
<aside id="secondary" class="widget-area"><section class="widget widget_recent_entries"><h2 class="widget-title">Most read</h2><ul><li><a href="/1">Ferry fares to rise again</a></li></ul></section>
<section class="widget">Advertisement</section></aside>
<footer id="colophon" class="site-footer">© 2026 The Ellery Courier. All rights reserved. Subscribe for £1.</footer></div>
</body></html>`
}
