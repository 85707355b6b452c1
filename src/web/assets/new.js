/*
 * What makes giving articles quicker for who has scripts; without them the pages work all the same.
 */

const form = document.querySelector('form.give')
if (form !== null) {
  const files = form.querySelector('#files')
  const refusal = form.querySelector('.refusal')
  form.querySelector('.drop-hint').hidden = false

  for (const name of ['dragover', 'drop'])
    document.addEventListener(name, event => {
      if (!event.dataTransfer.types.includes('Files')) return
      event.preventDefault()
      form.classList.toggle('is-over', name === 'dragover')
      if (name === 'drop') {
        files.files = event.dataTransfer.files
        check()
      }
    })
  document.addEventListener('dragleave', event => {
    if (event.relatedTarget === null) form.classList.remove('is-over')
  })
  files.addEventListener('change', check)

  /** Says at once what the site would only say when all of it has been sent. */
  function check() {
    const size = [...files.files].reduce((sum, file) => sum + file.size, 0)
    const most = Number(form.dataset.largest)
    refusal.hidden = size <= most
    refusal.textContent = `The files have ${Math.ceil(size / 1e6)} MB together, and may have ${most / 1e6}: choose fewer.`
  }

  form.addEventListener('submit', event => {
    if (!refusal.hidden) event.preventDefault()
    else if (form.querySelector('#text').value.trim() === '' && files.files.length === 0) {
      event.preventDefault()
      refusal.textContent = 'Paste the text of an article, or choose a file.'
      refusal.hidden = false
      form.querySelector('#text').addEventListener('input', () => (refusal.hidden = true), { once: true })
    }
  })
}

/** Whoever sends a form twice would only wait twice. */
for (const form of document.querySelectorAll('form[method="post"]'))
  form.addEventListener('submit', event => {
    if (event.defaultPrevented) return
    for (const button of form.querySelectorAll('button')) button.classList.add('is-busy')
  })

const passing = document.querySelector('[data-passing]')
if (passing !== null) void follow(passing)

/** Shows how far it is until it is another page. */
async function follow(passing) {
  for (;;) {
    await new Promise(resolve => setTimeout(resolve, 500))
    let answer
    try {
      answer = await fetch(location.href)
    } catch {
      // The site is being closed, or comes back.
      continue
    }
    if (answer.redirected) return location.replace(answer.url)
    const next = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-passing]')
    if (next === null) return location.reload()
    if (next.innerHTML !== passing.innerHTML) passing.replaceChildren(...next.childNodes)
  }
}
