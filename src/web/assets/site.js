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

/** Steps through the claims of a list. */
function step(by) {
  const claims = [...document.querySelectorAll('.claim')]
  if (claims.length === 0) return
  const at = claims.findIndex(claim => claim.contains(document.activeElement))
  const next = claims[Math.min(claims.length - 1, Math.max(0, at < 0 ? 0 : at + by))]
  next.querySelector('.what a').focus({ preventScroll: true })
  next.scrollIntoView({ block: 'nearest' })
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
  }
  // An article's desk has more keys, and says itself what they do.
  if (document.querySelector('.desk') !== null) return
  if (event.key === 'j') step(1)
  else if (event.key === 'k') step(-1)
  else if (event.key === '?') document.querySelector('.foot').scrollIntoView()
})
