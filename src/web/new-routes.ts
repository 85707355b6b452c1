import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HearsayError } from '../domain/errors.ts'
import type { Intake } from '../intake/intake.ts'
import type { Submission } from '../intake/submission.ts'
import { LARGEST_GIFT, readChoices, readGift } from './new-address.ts'
import { articleAddress } from './page/address.ts'
import { showNew } from './pages/new/new.ts'
import { renderPreview } from './pages/new/new-preview.ts'
import { renderKeeping, renderKept } from './pages/new/new-progress.ts'
import { requireKnown } from './parameters.ts'
import type { Site } from './site.ts'

/** Requests that bring articles and are read at the same time: each takes several times its size in memory. */
const MOST_AT_ONCE = 3
const LARGEST_CHOICE = 100_000

/** The pages on which articles are given, looked at and kept. Where nothing may be changed the guard refuses the forms. */
export function addNewRoutes(app: Hono, site: Site, readForm: (context: Context) => Promise<FormData>): void {
  let reading = 0
  app.get('/new', context => {
    requireIntake(site)
    requireKnown(new URL(context.req.url).searchParams, [])
    return context.html(showNew(site))
  })
  app.post('/new', bodyLimit({ maxSize: LARGEST_GIFT, onError: tooLarge }), async context => {
    const intake = requireIntake(site)
    if (reading >= MOST_AT_ONCE)
      throw new HearsayError('Others give articles at this moment; go back and send yours again.', 'site-busy')
    reading++
    try {
      const { given, byHand, choices } = await readGift(await readForm(context), new Date().toISOString())
      return context.redirect(newAddress((await intake.submit(given, byHand, choices)).id), 303)
    } finally {
      reading--
    }
  })
  app.get('/new/:id', async context => {
    const submission = require(site, context.req.param('id'))
    requireKnown(new URL(context.req.url).searchParams, [])
    const { progress } = submission
    if (progress.stage === 'read') return context.html(await renderPreview(site, submission))
    if (progress.stage !== 'kept') return context.html(renderKeeping(site, submission, progress))
    const [only] = progress.articles
    if (progress.articles.length === 1 && only?.fate === 'stored')
      return context.redirect(articleAddress(only.articleId), 302)
    return context.html(renderKept(site, progress))
  })
  const act = (name: string, does: (intake: Intake, id: string, form: FormData) => Promise<string> | string) =>
    app.post(`/new/:id/${name}`, bodyLimit({ maxSize: LARGEST_CHOICE }), async context => {
      const { id } = require(site, context.req.param('id'))
      return context.redirect(await does(requireIntake(site), id, await readForm(context)), 303)
    })
  act('read', async (intake, id, form) => {
    await intake.readAgain(id, readChoices(form))
    return newAddress(id)
  })
  act('keep', (intake, id, form) => {
    intake.keep(
      id,
      form.getAll('article').filter(value => typeof value === 'string'),
    )
    return newAddress(id)
  })
  act('drop', (intake, id) => {
    intake.drop(id)
    return '/new'
  })
}

export function newAddress(id: string): string {
  return `/new/${id}`
}

function requireIntake({ intake }: Site): Intake {
  if (intake) return intake
  throw new HearsayError(
    'There is no way to add an article to a site that is read only: start it with hearsay serve --edit, or use hearsay run FILE.',
    'site-read-only',
  )
}

function require(site: Site, id: string): Submission {
  const found = requireIntake(site).find(id)
  if (found !== null) return found
  throw new HearsayError(
    'There is no article waiting here any more: it was kept or discarded, or waited too long; give it again.',
    'submission-not-found',
  )
}

function tooLarge(): never {
  throw new HearsayError(
    `What was sent is larger than the ${LARGEST_GIFT / 1_000_000} MB that can be given at once; give less, or use hearsay run FILE.`,
    'body-too-large',
  )
}
