import { expect, it } from 'vitest'
import { fileName } from './file-name.ts'

const id = '9f86d081884c7d659a2feaa0c55ad015'

it.each([
  ['https://news.example/2026/Budget%20vote.html?page=2#top', 'budget-20vote-9f86d081884c7d65'],
  ['news/Überall so.txt', 'berall-so-9f86d081884c7d65'],
  ['C:\\news\\talks.txt', 'talks-9f86d081884c7d65'],
  ['../../etc/passwd', 'passwd-9f86d081884c7d65'],
  ['https://news.example/', 'news-example-9f86d081884c7d65'],
  ['-', 'article-9f86d081884c7d65'],
  ['"; rm -rf /', 'rm-rf-9f86d081884c7d65'],
  ['x'.repeat(200), `${'x'.repeat(60)}-9f86d081884c7d65`],
])('%s', (uri, name) => {
  expect(fileName({ uri, id })).toBe(name)
})
