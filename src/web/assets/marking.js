/*
 * Marking words of an article: what is selected in its text, with the mouse, a finger or the keyboard, becomes source, cue,
 * content or addressee of the current claim, or of one that is added.
 */
import { boundariesOf, spanOfRange, unitsOf, wordsOfSpan } from './selection.js'

const bar = () => document.querySelector('.marking')
const rows = () => document.querySelector('.desk .rows')
const adding = () => document.querySelector('.add-claim')

/** What is selected of the text, in code points; null when nothing is. */
let span = null
/** Whether a claim is being added, so that words are for it. */
let isAdding = false
/** In the keyboard's way of marking: the words of the text, the one that one is at, and the one where one began. */
let words = null
/** What the desk lends: its current card, how to send, and how to tell. */
let desk = null

export function listenForMarking(lent) {
  desk = lent
  if (bar() === null) return
  document.addEventListener('selectionchange', noticeSelection)
  document.addEventListener('pointerdown', event => {
    // The words that are selected must stay so while a button is pressed.
    if (event.target.closest('.marking') !== null) event.preventDefault()
    rows()?.parentElement.classList.toggle('is-selecting', event.target.closest('.text') !== null)
  })
  document.addEventListener('click', press)
  document.addEventListener('keydown', key)
}

/** For a desk that was just put in the place of another. */
export function forgetMarking() {
  span = null
  words = null
  isAdding = false
}

function noticeSelection() {
  const selection = getSelection()
  const root = rows()
  if (root === null || bar() === null) return
  const isInText =
    selection.rangeCount > 0 && !selection.isCollapsed && root.contains(selection.getRangeAt(0).commonAncestorContainer)
  span = isInText ? spanOfRange(selection.getRangeAt(0), root) : null
  showMarking()
}

/** Shows what the selected words may become, beside them; hides it where none are selected. */
export function showMarking() {
  const toolbar = bar()
  if (toolbar === null || desk === null) return
  const card = desk.currentCard()
  toolbar.hidden = span === null
  if (span === null) return
  const of = isAdding ? 'For the new claim:' : card === null ? 'No claim chosen:' : `For claim ${card.dataset.number}:`
  toolbar.querySelector('.marking-of').textContent = of
  for (const button of toolbar.querySelectorAll('[data-mark]')) button.disabled = card === null && !isAdding
  toolbar.querySelector('[data-how]').hidden = isAdding
  toolbar.querySelector('[data-split]').hidden = isAdding || !isInsideContent(card)
  toolbar.querySelector('[data-new]').hidden = isAdding
  place(toolbar)
}

/** A claim is split where a selection begins within its content. */
function isInsideContent(card) {
  if (card === null || span === null) return false
  return (card.dataset.contents ?? '')
    .split(' ')
    .filter(Boolean)
    .map(part => part.split('-').map(Number))
    .some(([start, end]) => start < span.start && span.start < end)
}

function place(toolbar) {
  const range = getSelection().rangeCount > 0 ? getSelection().getRangeAt(0) : null
  if (range === null || matchMedia('(max-width: 44rem)').matches) {
    toolbar.style.removeProperty('top')
    toolbar.style.removeProperty('left')
    return
  }
  const { left, bottom, top } = range.getBoundingClientRect()
  const { width, height } = toolbar.getBoundingClientRect()
  const below = bottom + 8 + height < innerHeight ? bottom + 8 : Math.max(64, top - height - 8)
  toolbar.style.setProperty('top', `${below}px`)
  toolbar.style.setProperty('left', `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`)
}
addEventListener('scroll', () => bar()?.hidden === false && place(bar()), { passive: true })

function press(event) {
  const button = event.target.closest('.marking button, .add-claim .cancel')
  if (button === null) {
    // Where the form is opened by hand it is for words, too.
    if (event.target.closest('.add-claim > summary') !== null) setTimeout(() => setAdding(adding().open))
    return
  }
  if (button.matches('.cancel')) {
    adding().open = false
    setAdding(false)
  } else if (button.dataset.how !== undefined) {
    button.ariaPressed = String(button.ariaPressed !== 'true')
  } else if (button.dataset.new !== undefined) {
    adding().open = true
    setAdding(true)
    desk.tell('A new claim: say what the selected words are')
  } else if (button.dataset.split !== undefined) void splitHere()
  else if (isAdding) fill(button.dataset.mark)
  else void mark(button.dataset.mark)
}

async function mark(role) {
  const card = desk.currentCard()
  if (card === null || span === null) return
  const how = bar().querySelector('[data-how]').ariaPressed === 'true' ? 'add' : 'replace'
  const { start, end } = span
  leave()
  await desk.send(`/claims/${card.dataset.claim}/mark`, { role, how, start, end, seen: card.dataset.seen })
}

async function splitHere() {
  const card = desk.currentCard()
  const { start } = span
  leave()
  await desk.send(`/claims/${card.dataset.claim}/split`, { at: start, seen: card.dataset.seen })
}

function setAdding(is) {
  isAdding = is
  adding().classList.toggle('is-active', is)
  showMarking()
}

/** Writes the places of the selected words into the form for a claim that was missed. */
function fill(part) {
  if (span === null) return
  const fields = adding().querySelector(`[data-part="${part}"]`)
  fields.querySelector('[name$="_start"]').value = span.start
  fields.querySelector('[name$="_end"]').value = span.end
  const said = wordsOfSpan(rows(), span)
  fields.querySelector('output').textContent = said
  if (part === 'source') {
    const name = adding().querySelector('#add-name')
    name.placeholder = said
  }
  desk.tell(`${part}: ${said}`)
}

function leave() {
  getSelection().removeAllRanges()
  span = null
  words = null
  rows()?.removeAttribute('tabindex')
}

function key(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || bar() === null) return
  if (act(event)) event.preventDefault()
}

/** @returns {boolean} whether the key meant something here: any other keeps what it does by itself */
function act(event) {
  const isTyping = event.target.closest('input, textarea, select') !== null
  if (isTyping || document.querySelector('dialog[open]') !== null) return false
  if (event.key === 'Escape') return leaveOff()
  if (event.target.closest('.marking') !== null) return moveInBar(event)
  if (words !== null && document.activeElement === rows()) return moveWords(event)
  if (event.key === 'm' && desk.areKeysOn()) return beginWords()
  return false
}

function leaveOff() {
  if (words === null && span === null) return false
  leave()
  showMarking()
  desk.currentCard()?.focus({ preventScroll: true })
  desk.tell('Left off marking')
  return true
}

/** From the current claim on, or from the beginning, the arrow keys choose words. */
function beginWords() {
  const units = unitsOf(rows())
  if (units.length === 0) return false
  const from = Number(desk.currentCard()?.dataset.from ?? 0)
  const at = Math.max(
    0,
    units.findIndex(({ start }) => start >= from),
  )
  words = { units, at, anchor: at }
  rows().tabIndex = -1
  rows().focus({ preventScroll: true })
  selectWords()
  desk.tell('Marking: arrow keys choose words, Shift with them adds words, Enter offers what they are, Escape leaves')
  return true
}

function moveWords(event) {
  const { units, at } = words
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  if (by !== undefined) goToWord(Math.min(units.length - 1, Math.max(0, at + by)), event.shiftKey)
  else if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
    goToWord(wordInNextLine(event.key === 'ArrowDown' ? 1 : -1), event.shiftKey)
  else if (event.key === 'Enter') bar().querySelector('button:not([hidden], :disabled)')?.focus()
  else return false
  return true
}

function goToWord(at, isAdded) {
  words.at = at
  if (!isAdded) words.anchor = at
  selectWords()
}

function selectWords() {
  const { units, at, anchor } = words
  const [first, last] = [units[Math.min(at, anchor)], units[Math.max(at, anchor)]]
  const found = boundariesOf(rows(), { start: first.start, end: last.end })
  if (found === null) return
  getSelection().setBaseAndExtent(...found.from, ...found.to)
  // The browser tells of it later than the next key may come.
  noticeSelection()
  const box = boxOf(units[at])
  if (box !== null && (box.top < 80 || box.bottom > innerHeight - 80))
    scrollBy({ top: box.top - innerHeight / 3, behavior: 'instant' })
  desk.tell(wordsOfSpan(rows(), { start: first.start, end: last.end }))
}

function boxOf(unit) {
  const found = boundariesOf(rows(), unit)
  if (found === null) return null
  const range = document.createRange()
  range.setStart(...found.from)
  range.setEnd(...found.to)
  return range.getBoundingClientRect()
}

/** Words that are looked through for the one above or below: more than stand in two lines. */
const NEAR = 60

function wordInNextLine(way) {
  const { units, at } = words
  const here = boxOf(units[at])
  let best = at
  let line = null
  for (let next = at + way; next >= 0 && next < units.length && Math.abs(next - at) < NEAR; next += way) {
    const box = boxOf(units[next])
    if (Math.abs(box.top - here.top) < here.height / 2) continue
    if (line !== null && Math.abs(box.top - line) > here.height / 2) break
    if (line === null || Math.abs(box.left - here.left) < Math.abs(boxOf(units[best]).left - here.left)) best = next
    line ??= box.top
  }
  return best
}

/** Within the bar the arrow keys go from button to button. */
function moveInBar(event) {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  if (by === undefined) return false
  const buttons = [...bar().querySelectorAll('button:not([hidden], :disabled)')]
  const at = buttons.indexOf(document.activeElement)
  buttons[(at + by + buttons.length) % buttons.length].focus()
  return true
}
