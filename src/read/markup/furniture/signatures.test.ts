import { expect, it } from 'vitest'
import { DEFAULT_LIMITS } from '../../limits/limits.ts'
import { readFragment } from '../read-fragment.ts'

it.each([
  ['<blockquote><p>It was our quay.</p><footer>— Rosa Lind, mayor</footer></blockquote>'],
  ['<blockquote><p>It was our quay.</p><cite>— Rosa Lind, mayor</cite></blockquote>'],
  ['<blockquote><p>It was our quay. <cite>— Rosa Lind, mayor</cite></p></blockquote>'],
  ['<blockquote>It was our quay. <footer>— <cite>Rosa Lind, mayor</cite></footer></blockquote>'],
  ['<figure><blockquote>It was our quay.</blockquote><figcaption>— Rosa Lind, mayor</figcaption></figure>'],
  ['<blockquote><p>It was our quay.</p><footer>Rosa Lind, mayor</footer></blockquote>'],
  ['<blockquote><p>It was our quay.</p><footer><cite>Rosa Lind, mayor</cite></footer></blockquote>'],
  ['<blockquote><p>It was our quay.</p><cite><a href="/r">Rosa Lind</a>, mayor</cite></blockquote>'],
  ['<blockquote><p>It was our quay.</p><p class="quote-author">Rosa Lind, mayor</p></blockquote>'],
  ['<figure><blockquote>It was our quay.</blockquote><figcaption>Rosa Lind, mayor</figcaption></figure>'],
])('%s is a quotation with its signature', html => {
  expect(readFragment(`<p>The quay closes.</p>${html}<p>Work starts in June.</p>`, DEFAULT_LIMITS)).toBe(
    'The quay closes.\n\nIt was our quay.\n\n— Rosa Lind, mayor\n\nWork starts in June.',
  )
})

it.each([
  ['<p>She read <cite>The Tide</cite> aloud.</p>', 'She read The Tide aloud.'],
  ['<blockquote><p>I read <cite>The Tide</cite> aloud.</p></blockquote>', 'I read The Tide aloud.'],
  ['<blockquote><p>I read <cite>The Tide</cite></p></blockquote>', 'I read\n\nThe Tide'],
  [
    '<figure><blockquote>It was our quay.</blockquote><img alt="x"><figcaption>A quay</figcaption></figure>',
    'It was our quay.',
  ],
  ['<p>It rained.</p><footer>© Selby Echo</footer>', 'It rained.'],
  ['<p>It rained.</p><figure><img alt="x"><figcaption>A quay</figcaption></figure>', 'It rained.'],
])('%s has none', (html, text) => {
  expect(readFragment(html, DEFAULT_LIMITS)).toBe(text)
})
