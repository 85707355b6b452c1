import { LARGEST_GIFT } from '../../new-address.ts'
import { type Html, html } from '../../page/html.ts'
import { renderPage } from '../../page/layout.ts'
import type { Site } from '../../site.ts'

/** Where an article is given: pasted, or in files. */
export function showNew(site: Site): Html {
  return renderPage(site, {
    title: 'New article',
    place: '/new',
    scripts: ['new.js'],
    body: html`<h1>New article</h1>
      <p class="lead">Paste a text or choose files. What is read of them is shown before anything is kept, and none of it leaves the machine that this site runs on.</p>
      <form class="give" method="post" action="/new" enctype="multipart/form-data" data-largest="${LARGEST_GIFT}">
        <div class="pasted">
          <label for="text">Text of the article</label>
          <textarea id="text" name="text" rows="18" spellcheck="false" placeholder="Headline, byline and date may stay: they are recognised."></textarea>
        </div>
        <div class="beside">
          <fieldset><legend>What the text does not say</legend>
            ${renderField('title', 'Title')}${renderField('publisher', 'Publisher')}${renderField('byline', 'Byline')}
            <div class="field"><label for="published">Date</label><input id="published" type="date" name="published"></div>
            <p class="meta">All of it may be left out; what stands here goes before what the text tells.</p>
          </fieldset>
          <fieldset class="drop"><legend>Or files</legend>
            <label for="files">Web pages, Word, PDF, mail, feeds, tables, archives and plain texts, several at once</label>
            <input id="files" type="file" name="files" multiple>
            <p class="meta drop-hint" hidden>Files can be dropped anywhere on this page.</p>
          </fieldset>
          <p class="refusal" role="alert" hidden></p>
          <p class="buttons"><button type="submit">Read it</button></p>
        </div>
      </form>`,
  })
}

function renderField(name: string, label: string): Html {
  return html`<div class="field"><label for="${name}">${label}</label><input id="${name}" name="${name}" maxlength="1000" autocomplete="off"></div>`
}
