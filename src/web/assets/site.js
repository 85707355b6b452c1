/*
 * What makes the site quicker for who has scripts; without them every page works all the same.
 */

for (const hint of document.querySelectorAll('.keys')) hint.hidden = false

const theme = document.querySelector('.theme')
const THEMES = ['system', 'light', 'dark']
setTheme(read('theme'))
theme.hidden = false
theme.addEventListener('click', () => {
  const next = THEMES[(THEMES.indexOf(document.documentElement.dataset.theme ?? 'system') + 1) % THEMES.length]
  localStorage.setItem('theme', next)
  setTheme(next)
})

function read(name) {
  try {
    return localStorage.getItem(name)
  } catch {
    // A browser may forbid storage; then the choice lasts as long as the page.
    return null
  }
}

function setTheme(name) {
  if (name === 'light' || name === 'dark') document.documentElement.dataset.theme = name
  else delete document.documentElement.dataset.theme
  theme.querySelector('.theme-name').textContent = document.documentElement.dataset.theme ?? 'system'
}

/** All stretches of one claim, wherever they stand, and its card. */
function partsOf(target) {
  return document.querySelectorAll(`[data-claims~="${target}"], #${target}`)
}

function light(target) {
  for (const lit of document.querySelectorAll('.is-lit')) lit.classList.remove('is-lit')
  if (target !== null) for (const part of partsOf(target)) part.classList.add('is-lit')
}

/** Opens the card of a claim beside the text, and keeps the text where it is. */
function openCard(target) {
  const card = document.getElementById(target)
  if (card === null) return
  const details = card.querySelector('details')
  if (details !== null) details.open = true
  card.scrollIntoView({ block: 'nearest' })
  light(target)
}

const text = document.querySelector('.text')
if (text !== null) {
  text.addEventListener('click', event => {
    const mark = event.target.closest('a.mark')
    if (mark === null) return
    event.preventDefault()
    const target = mark.hash.slice(1)
    history.replaceState(null, '', `#${target}`)
    openCard(target)
    document.getElementById(target)?.focus({ preventScroll: true })
  })
  text.addEventListener('mouseover', event => {
    const mark = event.target.closest('a.mark')
    if (mark !== null) light(mark.hash.slice(1))
  })
  for (const card of document.querySelectorAll('.card')) {
    card.addEventListener('mouseenter', () => light(card.id))
    card.addEventListener('focusin', () => light(card.id))
  }
  const chosen = location.hash.slice(1)
  if (/^claim-[0-9a-f]+$/.test(chosen)) {
    openCard(chosen)
    document.querySelector(`[data-claims~="${chosen}"]`)?.scrollIntoView({ block: 'center' })
  }
}

/** Steps through the claims of the page: cards beside a text, else the lines of a list. */
function step(by) {
  const claims = [...document.querySelectorAll('.card, .claim')]
  if (claims.length === 0) return
  const at = claims.findIndex(claim => claim.contains(document.activeElement))
  const next = claims[Math.min(claims.length - 1, Math.max(0, at < 0 ? 0 : at + by))]
  const target = next.matches('.card') ? next : next.querySelector('.what a')
  target.focus({ preventScroll: true })
  next.scrollIntoView({ block: 'nearest' })
  if (next.matches('.card')) {
    light(next.id)
    document.querySelector(`[data-claims~="${next.id}"]`)?.scrollIntoView({ block: 'center' })
  }
}

document.addEventListener('keydown', event => {
  const isTyping = event.target.closest('input, textarea, select') !== null
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && event.target.id === 'query') {
    event.target.form.requestSubmit()
    return
  }
  if (event.key === 'Escape' && isTyping) event.target.blur()
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key === '/') {
    event.preventDefault()
    const field = document.querySelector('#q') ?? document.querySelector('#quick')
    field.focus()
  } else if (event.key === 'j') step(1)
  else if (event.key === 'k') step(-1)
  else if (event.key === 'Enter' && document.activeElement.matches('.card')) {
    document.activeElement.querySelector('.permalink').click()
  } else if (event.key === '?') document.querySelector('.foot').scrollIntoView()
})
