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

  it.each([
    'President Luiz Inácio Lula da Silva met Gustavo Petro in São Paulo, Itamaraty said.',
    'Juan Carlos Pérez García of the Universidad Nacional Autónoma de México told El Universal that María Elena Álvarez Buylla had resigned.',
    'Jean-Luc Mélenchon of La France Insoumise denied it. Marine Le Pen of Rassemblement National did not comment.',
    'Datuk Seri Anwar Ibrahim told Bernama that Tan Sri Muhyiddin Yassin and Datuk Seri Ahmad Zahid Hamidi had agreed.',
    'Mayor Ada Colau, Ajuntament de Barcelona; Carles Puigdemont, Junts per Catalunya: both declined to comment.',
    'Results: Bayern Munich 3 Borussia Dortmund 0; Eintracht Frankfurt 1 Werder Bremen 1; Bayer Leverkusen 2 Mainz 0.',
    'Turkish President Recep Tayyip Erdoğan spoke to Özgür Özel and Ekrem İmamoğlu, Hürriyet said.',
    'Zurich Insurance, Crédit Agricole, Société Générale, BNP Paribas and Deutsche Bank fell.',
  ])('takes short English full of foreign names for English: %s', text => {
    expect(judgeLanguage({ text, language: null }).isEnglish).toBe(true)
  })

  it.each([
    ['fr', 'La maire de Paris, Anne Hidalgo, a annoncé qu’elle ne serait pas candidate.'],
    ['fr', 'Le président Emmanuel Macron a rencontré Donald Trump à Washington, selon l’Élysée.'],
    [
      'es',
      'Según el alcalde, las obras del puente comenzarán en marzo y costarán cuatro millones de euros a la ciudad.',
    ],
    ['es', 'El presidente Donald Trump se reunió con Keir Starmer en Londres, según la BBC.'],
    ['de', 'Der US-Präsident Donald Trump traf Keir Starmer in London, berichtet die New York Times.'],
    ['de', 'Die Gewerkschaft kündigte neue Streiks an. Man sei weiter gesprächsbereit, sagte ein Sprecher.'],
    ['pt', 'O ministro da Saúde disse na terça-feira que os hospitais continuarão abertos durante a greve.'],
    ['it', 'Secondo la polizia, due persone sono rimaste ferite in un incidente vicino a Milano.'],
    ['nl', 'Twee mannen zijn in Utrecht aangehouden voor de diefstal van een auto, meldt de politie.'],
    ['pl', 'Minister powiedział we wtorek, że most pozostanie zamknięty do końca miesiąca.'],
    ['ca', 'El president va dir dimarts que el pont continuarà tancat fins a final de mes.'],
  ])('knows a short text in another language (%s) by its words in small letters: %s', (language, text) => {
    expect(judgeLanguage({ text, language: null })).toMatchObject({ language, isEnglish: false })
  })

  it('believes what a short text declares', () => {
    expect(judgeLanguage({ text: 'Oui.', language: 'fr' })).toEqual({ language: 'fr', isEnglish: false, warning: null })
    expect(judgeLanguage({ text: 'Oui.', language: 'en' })).toEqual({ language: 'en', isEnglish: true, warning: null })
  })
})
