import { describe, expect, it } from 'vitest'
import { hasRuntime } from '../support/has-runtime.ts'
import { faultsOf, type ReadingCase } from './read-claims.ts'

const CASES: readonly ReadingCase[] = [
  {
    text: 'Well reopened\n\nCoroner Malin Oduya said the well was safe. Beekeeper Henk Strand said it was not. "We drank from it," said lifeguard Horst Amadi.',
    claims: [
      { name: 'Malin Oduya', content: 'the well was safe' },
      { name: 'Henk Strand', content: 'it was not' },
      { name: 'Horst Amadi', content: 'We drank from it' },
    ],
  },
  {
    text: 'Essay prize\n\nEssayist Robin Falke took the prize in Graz. "I shook," they told the guests. Falke, who is non-binary, said they would go on.',
    claims: [
      { name: 'Robin Falke', content: 'I shook' },
      { name: 'Robin Falke', content: 'they would go on' },
    ],
  },
  {
    text: 'At the choir\n\nJean-Marc de la Tour said he would sing. Paul "El Gato" Ibáñez said he was ready. Ibáñez said the hall was cold. "I fell," said drummer Jan Olufsen in Parma.',
    claims: [
      { name: 'Jean-Marc de la Tour', content: 'he would sing' },
      { name: 'Paul "El Gato" Ibáñez', content: 'he was ready' },
      { name: 'Paul "El Gato" Ibáñez', content: 'the hall was cold' },
      { name: 'Jan Olufsen', content: 'I fell' },
    ],
  },
  {
    text: "At the track\n\nViktor Thole's sister, Anke, said he was well. Thole's groom said the mare was lame. His uncle, who lives in Delft, said nothing of it was true.",
    claims: [
      { name: 'Anke', content: 'he was well' },
      { source: "Thole's groom", name: null, content: 'the mare was lame' },
    ],
    absent: [{ name: 'Delft' }, { name: 'Viktor Thole', content: 'he was well' }],
  },
  {
    text: 'Vaccines\n\nSecretary of State for Health Nora Ferrier said jabs were free. Secretary of State Ivan Brandt said they were late.',
    claims: [
      { name: 'Nora Ferrier', content: 'jabs were free' },
      { name: 'Ivan Brandt', content: 'they were late' },
    ],
  },
  {
    text: 'Insurer\n\nNordvik Group cut its fees on Monday. The insurer said claims had fallen. The lender next door said nothing.',
    claims: [{ name: 'Nordvik Group', source: 'The insurer', content: 'claims had fallen' }],
    absent: [{ name: 'Insurer' }],
  },
  {
    text: 'Opera\n\nSoprano Anna de Graf said the hall was cold. De Graf said she would sing. Vice-chancellor Petra Ostrow said she was glad.',
    claims: [
      { name: 'Anna de Graf', content: 'the hall was cold' },
      { name: 'Anna de Graf', content: 'she would sing' },
      { name: 'Petra Ostrow', content: 'she was glad' },
    ],
  },
  {
    text: 'GALE WARNING\n\nMETEOROLOGIST ADA STRAND SAID WINDS WOULD RISE.',
    claims: [{ name: 'Ada Strand', content: 'WINDS WOULD RISE' }],
  },
  {
    text: 'Two left\n\nIvo Sander wrote to the mayor, Greta Holt. She replied that the road was shut. "I doubt it," he said.',
    claims: [
      { name: 'Greta Holt', cue: 'replied', content: 'that the road was shut' },
      { name: 'Ivo Sander', content: 'I doubt it' },
    ],
  },
]

describe.skipIf(!hasRuntime())('names beside jobs, relatives and nicknames', () => {
  it.each(CASES)('$text', async one => {
    expect(await faultsOf(one)).toEqual([])
  })
})
