import { describe, expect, it } from 'vitest'
import { cleanByline } from './page-byline.ts'

const PAPERS = new Set(['tarn post'])

describe('cleanByline', () => {
  it.each([
    ['By Nils Ode', 'Nils Ode'],
    ['BY NILS ODE', 'NILS ODE'],
    ['by: Nils Ode', 'Nils Ode'],
    ['Written by Nils Ode', 'Nils Ode'],
    ['Words by Nils Ode; photographs by Ana Dell', 'Nils Ode'],
    ['Author: Nils Ode', 'Nils Ode'],
    ['Nils Ode, Political editor', 'Nils Ode'],
    ['Nils Ode Political editor', 'Nils Ode'],
    ['Nils Ode (Health correspondent)', 'Nils Ode'],
    ['By Nils Ode, Chief political correspondent, Tarn Post', 'Nils Ode'],
    ['By Nils Ode, Associated Press', 'Nils Ode'],
    ['By Nils Ode for Tarn Post', 'Nils Ode'],
    ['By Nils Ode for the Fen Echo', 'Nils Ode'],
    ['Nils Ode in Selby', 'Nils Ode'],
    ['Nils Ode in Selby and Ana Dell in New York', 'Nils Ode and Ana Dell'],
    ['By Nils Ode and Ana Dell', 'Nils Ode and Ana Dell'],
    ['By Nils Ode, Ana Dell and Ida Holm', 'Nils Ode, Ana Dell and Ida Holm'],
    ['By Nils Ode | Tarn Post', 'Nils Ode'],
    ['By Nils Ode - March 4, 2026', 'Nils Ode'],
    ['By Nils Ode March 4, 2026 | 6:00 PM', 'Nils Ode'],
    ['By Nils Ode, 4 March 2026', 'Nils Ode'],
    ['By Nils Ode on Tuesday', 'Nils Ode'],
    ['By Nils Ode Published 10:15', 'Nils Ode'],
    ['By Nils Ode · 5 min read', 'Nils Ode'],
    ['By Nils Ode @nilsode', 'Nils Ode'],
    ['By Nils Ode (nils.ode@post.example)', 'Nils Ode'],
    ['Nils Ode <nils@post.example>', 'Nils Ode'],
    ['nils@post.example (Nils Ode)', 'Nils Ode'],
    ['Nils Ode https://post.example/nils', 'Nils Ode'],
    ['Nils Ode Nils Ode', 'Nils Ode'],
    ['Nils OdeNils Ode', 'Nils Ode'],
    ['Nils Ode, Nils Ode', 'Nils Ode'],
    ['Nils Ode is a reporter for Tarn Post', 'Nils Ode'],
    ['Ana O&#039;Dell', "Ana O'Dell"],
    // What is the name, or all that is known.
    ['Byron Ode', 'Byron Ode'],
    ['Ida Ford-Holm', 'Ida Ford-Holm'],
    ['May Dell', 'May Dell'],
    ['Jan Dell', 'Jan Dell'],
    ['April Marsh', 'April Marsh'],
    ['Ludwig van der Ode', 'Ludwig van der Ode'],
    ['Editor Ode', 'Editor Ode'],
    ['Will Reporter', 'Will Reporter'],
    ['Duke of Selby', 'Duke of Selby'],
    ['Political editor', 'Political editor'],
    ['Our correspondent', 'Our correspondent'],
    ['Reuters', 'Reuters'],
    ['Tarn Post', 'Tarn Post'],
    ['Tarn Post Staff', 'Tarn Post Staff'],
    ['李明', '李明'],
  ])('reads %s', (written, byline) => {
    expect(cleanByline(written, PAPERS)).toBe(byline)
  })

  it.each([
    'admin',
    'By',
    'https://social.example/post',
    'www.post.example',
    'desk@post.example',
    '4 March 2026',
    '[object Object]',
    '   ',
    '—',
    'x'.repeat(500),
  ])('takes nobody from %s', written => {
    expect(cleanByline(written)).toBeNull()
  })
})
