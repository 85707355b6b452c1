/*
 * What makes the desk of an article quick for who has scripts: keys, forms that are sent without leaving the page, marks
 * that light their claim. Every form and link works by itself, too; what is sent is the same.
 */
import { forgetMarking, listenForMarking, showMarking } from './marking.js'

const desk = () => document.querySelector('.desk')
const cards = () => [...document.querySelectorAll('.desk .card')]

/** Told to who cannot see what changed; outside the desk, which is put anew after each change. */
const teller = document.createElement('p')
teller.className = 'visually-hidden'
teller.setAttribute('role', 'status')
const alarm = document.createElement('div')
alarm.className = 'desk-alarm'
alarm.setAttribute('role', 'alert')
document.body.append(teller, alarm)

function tell(words) {
  teller.textContent = words
}

function warn(words) {
  alarm.textContent = words
}

function light(id) {
  for (const lit of document.querySelectorAll('.is-lit')) lit.classList.remove('is-lit')
  if (id === null) return
  for (const part of document.querySelectorAll(`[data-claims~="${id}"], #${id}`)) part.classList.add('is-lit')
}

function currentCard() {
  return document.querySelector('.desk .card.is-current')
}

/** Makes a card the one that keys act on; among the cards the tab key stops at it alone. */
function makeCurrent(card) {
  for (const other of document.querySelectorAll('.card.is-current')) {
    other.classList.remove('is-current')
    other.tabIndex = -1
  }
  card.classList.add('is-current')
  card.tabIndex = 0
  showInStrip(card)
  showMarking()
}

/** Goes to a card: it is current, has the focus, and its words are in sight. */
function goTo(card) {
  makeCurrent(card)
  card.focus({ preventScroll: true })
  light(card.id)
  const marks = document.querySelectorAll(`.text [data-claims~="${card.id}"]`)
  const first = marks[0] ?? card
  const frame = { top: Math.min(top(first), top(card)), bottom: bottom(card) }
  if (frame.top < 72 || frame.bottom > innerHeight - 72)
    scrollBy({ top: frame.top - innerHeight / 4, behavior: 'instant' })
}

const top = element => element.getBoundingClientRect().top
const bottom = element => element.getBoundingClientRect().bottom

function step(by) {
  const all = cards()
  if (all.length === 0) return
  const at = all.indexOf(currentCard())
  const isInside = document.activeElement?.closest('.card') !== null
  // The first key goes to the claim that one is at, the next ones on from there.
  const next = at < 0 || (!isInside && !hasStepped) ? Math.max(0, at) : Math.min(all.length - 1, Math.max(0, at + by))
  hasStepped = true
  goTo(all[next])
  tell(`${all[next].dataset.number}, claim ${next + 1} of ${all.length} shown`)
}
let hasStepped = false

/** On a narrow screen the strip tells where one is. */
function showInStrip(card) {
  const strip = document.querySelector('.strip')
  if (strip === null) return
  const all = cards()
  const at = all.indexOf(card)
  const claim = strip.querySelector('.strip-claim')
  claim.dataset.claim = card.dataset.claim
  claim.hash = `#${card.id}`
  claim.replaceChildren(
    ...[...card.querySelectorAll('h2 > .card-number, h2 > .source, h2 > .cue, .card > .what')].flatMap(part => {
      const copy = document.createElement('span')
      copy.className = part.className
      copy.textContent = part.textContent
      return [copy, ' ']
    }),
  )
  for (const [sign, other] of [
    ['‹', all[at - 1]],
    ['›', all[at + 1]],
  ]) {
    const link = [...strip.children].find(child => child.textContent === sign)
    const way = document.createElement(other === undefined ? 'span' : 'a')
    way.textContent = sign
    if (other === undefined) {
      way.className = 'off'
      way.ariaHidden = 'true'
    } else {
      way.href = `#${other.id}`
      way.dataset.claim = other.dataset.claim
      way.ariaLabel = sign === '‹' ? 'Previous claim' : 'Next claim'
    }
    link?.replaceWith(way)
  }
}

/** Puts the desk of an answer in the place of this one, with the card where it was. */
function putDesk(page, address) {
  const fresh = page.querySelector('.desk')
  if (fresh === null) return false
  const before = currentCard()
  const where = before === null ? null : { id: before.id, top: top(before) }
  const isOpen = document.querySelector('.keys-help')?.open === true
  desk().replaceWith(document.adoptNode(fresh))
  const place = new URL(address)
  // What was done is said once, and not again to who loads the page anew.
  place.searchParams.delete('did')
  history.replaceState(null, '', place)
  begin()
  const keys = document.querySelector('.keys-help')
  if (keys !== null) keys.open = isOpen
  const card = currentCard()
  if (card === null) return true
  if (where?.id === card.id) scrollBy({ top: top(card) - where.top, behavior: 'instant' })
  else if (top(card) < 72 || bottom(card) > innerHeight) card.scrollIntoView({ block: 'center', behavior: 'instant' })
  const field = card.querySelector('.edit :is(input, select):not([type="hidden"])')
  ;(field ?? card).focus({ preventScroll: true })
  return true
}

/** Asks for a page, by a form or a link, and shows what comes back. */
async function show(address, options = {}) {
  desk().setAttribute('aria-busy', 'true')
  try {
    const response = await fetch(address, { ...options, headers: { accept: 'text/html' } })
    const page = new DOMParser().parseFromString(await response.text(), 'text/html')
    if (!response.ok || !putDesk(page, response.url + hashOf(response.url))) {
      warn(sentenceOf(page) || `The site answered ${response.status}.`)
      return
    }
    warn('')
    tell(page.querySelector('.card .did')?.textContent ?? document.querySelector('.card .did')?.textContent ?? '')
  } catch {
    warn('The site does not answer; nothing was changed. Is it still running?')
  } finally {
    desk().removeAttribute('aria-busy')
  }
}

/** A redirection loses its fragment on the way through `fetch`. */
function hashOf(address) {
  const claim = new URL(address).searchParams.get('claim')
  return address.includes('#') || claim === null ? '' : `#claim-${claim}`
}

function sentenceOf(page) {
  const heading = page.querySelector('main h1')?.textContent ?? ''
  const sentence = page.querySelector('main .lead')?.textContent ?? page.body.textContent.trim()
  return heading === '' ? sentence : `${heading}: ${sentence}`
}

/** Sends fields as the form of a page does. */
async function send(address, fields) {
  const by = document.querySelector('#desk-by')?.value ?? ''
  const body = new URLSearchParams({ back: desk().dataset.back, by, ...fields })
  await show(address, { method: 'POST', body })
}

/** Asks, once, in a dialogue that holds the very form of the page that asks. */
async function askToReject(address) {
  const response = await fetch(address)
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  const form = page.querySelector('form.confirm')
  if (form === null) {
    warn(sentenceOf(page))
    return
  }
  const dialog = document.createElement('dialog')
  dialog.className = 'desk-dialog'
  dialog.setAttribute('aria-labelledby', 'reject')
  dialog.append(document.adoptNode(form))
  document.body.append(dialog)
  dialog.addEventListener('close', () => dialog.remove())
  dialog.querySelector('.keep').addEventListener('click', event => {
    event.preventDefault()
    dialog.close()
  })
  dialog.showModal()
  dialog.querySelector('button[type="submit"]').focus()
}

document.addEventListener('submit', event => {
  const form = event.target
  if (form.method !== 'post' || (form.closest('.desk, dialog') === null && form.id !== 'desk-form')) return
  event.preventDefault()
  const data = new FormData(form, event.submitter)
  if (!data.has('back')) data.set('back', desk().dataset.back)
  form.closest('dialog')?.close()
  const action = event.submitter?.hasAttribute('formaction') === true ? event.submitter.formAction : form.action
  void show(action, { method: 'POST', body: new URLSearchParams(data) })
})

document.addEventListener('click', event => {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return
  const link = event.target.closest('.desk a')
  const card = event.target.closest('.desk .card')
  if (card !== null && card !== currentCard()) makeCurrent(card)
  if (link === null) return
  const does = link.dataset.does
  const target = link.dataset.claim === undefined ? null : document.getElementById(`claim-${link.dataset.claim}`)
  const marked = link.matches('.mark') ? document.getElementById(link.hash.slice(1)) : target
  if (does === 'reject') void askToReject(link.href)
  else if (does === 'edit') void show(link.href)
  else if (marked?.matches('.card')) {
    // Who selects words inside a mark wants the words.
    if (String(getSelection()) === '') goTo(marked)
  } else return
  event.preventDefault()
})

document.addEventListener('mouseover', event => {
  const mark = event.target.closest('.desk .text .mark[data-claims]')
  const card = event.target.closest('.desk .card')
  if (mark?.hash) light(mark.hash.slice(1))
  else if (card !== null) light(card.id)
})
document.addEventListener('focusin', event => {
  const card = event.target.closest('.desk .card')
  if (card === null) return
  if (card !== currentCard()) makeCurrent(card)
  light(card.id)
})

/** What a key does to the current card, by the link or button of the card itself. */
const DOES = { a: 'accept', r: 'reject', u: 'undo', e: 'edit' }

function act(does) {
  const card = currentCard()
  if (card === null) return
  const control = card.querySelector(`.actions [data-does="${does}"]`)
  if (control !== null) control.click()
  else tell(`Claim ${card.dataset.number}: nothing to ${does}`)
}

const KEYS_OFF = 'hearsay-keys-off'

function areKeysOn() {
  try {
    return localStorage.getItem(KEYS_OFF) === null
  } catch {
    return true
  }
}

document.addEventListener('keydown', event => {
  const isTyping = event.target.closest('input:not([type="checkbox"]), textarea, select') !== null
  const keys = document.querySelector('.keys-help')
  if (event.key === 'Escape' && keys?.open === true) {
    keys.open = false
    const back = currentCard() ?? keys.querySelector('summary')
    back.focus({ preventScroll: true })
  }
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey || desk() === null) return
  if (document.querySelector('dialog[open]') !== null) return
  if (event.key === 'Enter' && event.target.matches('.card')) event.target.querySelector('.permalink').click()
  if (!areKeysOn()) return
  if (event.key === 'j' || event.key === 'n') step(1)
  else if (event.key === 'k' || event.key === 'p') step(-1)
  else if (Object.hasOwn(DOES, event.key)) act(DOES[event.key])
  else if (event.key === '?') {
    keys.open = !keys.open
    if (keys.open) keys.querySelector('summary').focus({ preventScroll: true })
  } else return
  event.preventDefault()
})

/** Makes the desk on the page a live one; again for each that is put in its place. */
function begin() {
  forgetMarking()
  desk().classList.add('is-live')
  for (const part of document.querySelectorAll('.with-script')) part.hidden = false
  for (const part of document.querySelectorAll('.needs-script')) part.hidden = true
  const box = document.querySelector('.keys-on')
  box.checked = areKeysOn()
  box.addEventListener('change', () => {
    try {
      if (box.checked) localStorage.removeItem(KEYS_OFF)
      else localStorage.setItem(KEYS_OFF, '1')
    } catch {
      // Where a browser forbids storage, the keys stay as they are.
      box.checked = true
    }
  })
  const first = document.querySelector('.desk .card.is-chosen') ?? cards()[0]
  if (first !== undefined) makeCurrent(first)
}

begin()
const asked = document.getElementById(location.hash.slice(1)) ?? document.querySelector('.desk .card.is-chosen')
if (asked?.matches('.desk .card')) goTo(asked)
listenForMarking({ currentCard, send, tell, areKeysOn })
