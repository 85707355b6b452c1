import { beforeAll, describe, expect, it } from 'vitest'
import { judgeLanguage, loadDetector } from './language.ts'

const ENGLISH =
  'The harbour board put off its vote on the terminal, saying that engineers needed more time to examine the old sea wall. The chairwoman told reporters after the meeting that nobody would sign a contract on a wall that nobody had looked behind.'
const SPANISH =
  'La junta del puerto aplazó la votación sobre la terminal porque los ingenieros necesitaban más tiempo para examinar el viejo muro. La presidenta dijo a los periodistas después de la reunión que nadie firmaría un contrato sobre un muro que nadie había mirado por detrás.'

beforeAll(loadDetector)

describe('judgeLanguage', () => {
  it.each([
    ['says nothing', ENGLISH, null, { language: 'en', isEnglish: true, warning: null }],
    ['says which English', ENGLISH, 'en-GB', { language: 'en-GB', isEnglish: true, warning: null }],
    ['is wrong', ENGLISH, 'de', { language: 'en', isEnglish: true, warning: 'it declares de but reads as en' }],
  ])('knows English when the input %s', (_name, text, language, expected) => {
    expect(judgeLanguage({ text, language })).toEqual(expected)
  })

  it.each([
    ['says nothing', null, { language: 'es', isEnglish: false, warning: null }],
    ['says which Spanish', 'es-MX', { language: 'es-MX', isEnglish: false, warning: null }],
    ['declares English', 'en-US', { language: 'es', isEnglish: false, warning: 'it declares en-US but reads as es' }],
  ])('knows another language when the input %s', (_name, language, expected) => {
    expect(judgeLanguage({ text: SPANISH, language })).toEqual(expected)
  })

  it.each([
    'Yes, he said.',
    'Text.',
    'a',
    'Paris Saint-Germain beat Olympique Marseille 3-1, Kylian Mbappé said.',
    '“No,” Mr Nguyễn Văn Thiệu said.',
    'Deutsche Bahn, Volkswagen, Siemens',
    '1234 5678 — 90 %',
  ])('takes a short text for English unless it surely is not: %s', text => {
    expect(judgeLanguage({ text, language: null }).isEnglish).toBe(true)
  })

  it.each([
    'Он сказал, что нет.',
    '大臣は火曜日に否定した。',
    'Der Minister sagte am Dienstag, dass die Brücke geschlossen bleibt.',
  ])('knows a short text in another language on strong evidence: %s', text => {
    expect(judgeLanguage({ text, language: null }).isEnglish).toBe(false)
  })

  it('believes what a short text declares', () => {
    expect(judgeLanguage({ text: 'Oui.', language: 'fr' })).toEqual({ language: 'fr', isEnglish: false, warning: null })
    expect(judgeLanguage({ text: 'Oui.', language: 'en' })).toEqual({ language: 'en', isEnglish: true, warning: null })
  })
})
