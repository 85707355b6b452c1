/*
 * Between what is selected on the page and places in the stored text, in code points. A paragraph says in `data-at` where
 * it begins. What is no part of the text (the numbers of claims, flags) bears `data-apart` and counts nothing; a character
 * that nobody sees stands as a label and counts one; a line feed for which the text has a carriage return and a line feed
 * (`data-returns` says where) counts two.
 */

/** Nodes are told by number, since not every document that this is tried with has the names. */
const [ELEMENT, TEXT] = [1, 3]

/**
 * What a paragraph's text is made of, in order: text nodes, and the elements that stand for a hidden character. Places are
 * in code points of the stored text.
 *
 * @returns {{ pieces: { node: Node, start: number, end: number }[], starts: Map<Node, number>, ends: Map<Node, number> }}
 *   `starts` and `ends` have every node that is looked at, those too that count nothing
 */
function measure(paragraph) {
  const returns = returnsOf(paragraph)
  const [pieces, starts, ends] = [[], new Map(), new Map()]
  let at = Number(paragraph.dataset.at)
  const visit = node => {
    starts.set(node, at)
    const start = at
    if (node.nodeType === TEXT) at += countPoints(node.data, at, returns)
    else if (isHidden(node)) at++
    else if (node.nodeType === ELEMENT && !node.hasAttribute('data-apart')) node.childNodes.forEach(visit)
    if (node.nodeType === TEXT || isHidden(node)) pieces.push({ node, start, end: at })
    ends.set(node, at)
  }
  visit(paragraph)
  return { pieces, starts, ends }
}

function isHidden(node) {
  return node.nodeType === ELEMENT && node.classList.contains('hidden-character')
}

function returnsOf(paragraph) {
  return new Set((paragraph.dataset.returns ?? '').split(' ').filter(Boolean).map(Number))
}

/** How many code points of the stored text some shown text stands for that begins at a place. */
function countPoints(shown, at, returns) {
  let place = at
  for (const character of shown) place += character === '\n' && returns.has(place) ? 2 : 1
  return place - at
}

/** Where a paragraph's text begins and ends. */
export function extentOf(paragraph) {
  const start = Number(paragraph.dataset.at)
  return { start, end: measure(paragraph).ends.get(paragraph) }
}

/**
 * The place in the stored text of a boundary of a selection inside a paragraph.
 *
 * @param isEnd whether the boundary is the end: within one character it is then behind it, else before it
 */
export function placeOf(paragraph, node, offset, isEnd) {
  const { pieces, starts, ends } = measure(paragraph)
  const piece = pieces.find(one => one.node === node || (one.node.nodeType === ELEMENT && one.node.contains(node)))
  if (piece === undefined) {
    // Between nodes, or in what is no part of the text.
    let known = node
    while (!starts.has(known)) known = known.parentNode
    if (known !== node) return starts.get(known)
    return offset < node.childNodes.length ? starts.get(node.childNodes[offset]) : ends.get(node)
  }
  if (piece.node.nodeType === ELEMENT) {
    const isBefore = offset === 0 || (!isEnd && !isBehind(piece.node, node, offset))
    return isBefore ? piece.start : piece.end
  }
  const before = node.data.slice(0, offset)
  const isWithin = isHigh(before.charCodeAt(before.length - 1)) && isLow(node.data.charCodeAt(offset))
  const whole = isWithin && !isEnd ? before.slice(0, -1) : before
  return piece.start + countPoints(whole, piece.start, returnsOf(paragraph))
}

const isHigh = unit => unit >= 0xd800 && unit < 0xdc00
const isLow = unit => unit >= 0xdc00 && unit < 0xe000

function isBehind(element, node, offset) {
  return node === element ? offset >= element.childNodes.length : offset >= (node.data ?? '').length
}

/**
 * What a range selects of the stored text, without white space at its ends.
 *
 * @returns {{ start: number, end: number } | null} null where it selects none of it
 */
export function spanOfRange(range, root) {
  const touched = [...root.querySelectorAll('[data-at]')].filter(paragraph => range.intersectsNode(paragraph))
  const spans = touched.map(paragraph => {
    const extent = extentOf(paragraph)
    const { startContainer, startOffset, endContainer, endOffset } = range
    return {
      paragraph,
      start: paragraph.contains(startContainer) ? placeOf(paragraph, startContainer, startOffset, false) : extent.start,
      end: paragraph.contains(endContainer) ? placeOf(paragraph, endContainer, endOffset, true) : extent.end,
    }
  })
  const trimmed = spans.map(trim).filter(({ start, end }) => start < end)
  const [first, last] = [trimmed[0], trimmed.at(-1)]
  return first === undefined ? null : { start: first.start, end: last.end }
}

function trim({ paragraph, start, end }) {
  const points = pointsOf(paragraph)
  const from = Number(paragraph.dataset.at)
  const isSpace = place => /^\s$/.test(points[place - from] ?? '')
  let [first, last] = [start, end]
  while (first < last && isSpace(first)) first++
  while (last > first && isSpace(last - 1)) last--
  return { start: first, end: last }
}

/** The code points of a paragraph as the text has them; what is hidden as U+FFFC. */
function pointsOf(paragraph) {
  const returns = returnsOf(paragraph)
  return measure(paragraph).pieces.flatMap(({ node, start }) => {
    if (node.nodeType === ELEMENT) return ['\ufffc']
    let at = start
    return Array.from(node.data).flatMap(character => {
      const points = character === '\n' && returns.has(at) ? ['\r', '\n'] : [character]
      at += points.length
      return points
    })
  })
}

/** The words of a span as they are shown; the parts of several paragraphs with a space between. */
export function wordsOfSpan(root, { start, end }) {
  return [...root.querySelectorAll('[data-at]')]
    .map(paragraph => {
      const from = Number(paragraph.dataset.at)
      return pointsOf(paragraph)
        .slice(Math.max(0, start - from), Math.max(0, end - from))
        .join('')
    })
    .filter(words => words !== '')
    .join(' ')
}

/**
 * Where a span begins and ends on the page, as a range's boundaries.
 *
 * @returns {{ from: [Node, number], to: [Node, number] } | null} null where the page does not show it
 */
export function boundariesOf(root, { start, end }) {
  const paragraphs = [...root.querySelectorAll('[data-at]')]
  const from = paragraphs.map(paragraph => boundaryAt(paragraph, start, false)).find(one => one !== null)
  const to = paragraphs.map(paragraph => boundaryAt(paragraph, end, true)).find(one => one !== null)
  return from === undefined || to === undefined ? null : { from, to }
}

function boundaryAt(paragraph, place, isEnd) {
  const piece = measure(paragraph).pieces.find(({ start, end }) =>
    isEnd ? start < place && place <= end : start <= place && place < end,
  )
  if (piece === undefined) return null
  const { node, start } = piece
  if (node.nodeType === ELEMENT) {
    const index = [...node.parentNode.childNodes].indexOf(node)
    return [node.parentNode, isEnd ? index + 1 : index]
  }
  const returns = returnsOf(paragraph)
  let [at, units] = [start, 0]
  for (const character of node.data) {
    if (at >= place) break
    at += character === '\n' && returns.has(at) ? 2 : 1
    units += character.length
  }
  return [node, units]
}

/** Every word and sign of the text that is shown, as spans: what the keyboard goes by. */
export function unitsOf(root) {
  const segmenter = new Intl.Segmenter(document.documentElement.lang || 'en', { granularity: 'word' })
  return [...root.querySelectorAll('[data-at]')].flatMap(paragraph => {
    let at = Number(paragraph.dataset.at)
    const units = []
    for (const { segment } of segmenter.segment(pointsOf(paragraph).join(''))) {
      const end = at + Array.from(segment).length
      if (segment.trim() !== '') units.push({ start: at, end })
      at = end
    }
    return units
  })
}
