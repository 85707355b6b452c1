/**
 * What each letter costs after another in English, in half bits as digits to base 36: a row for each letter, a digit for
 * each that follows, words written together. Counted in the sample articles of corpus/; a letter costs 3.6 bits on average,
 * and 4.7 where all are equally likely.
 */
export const LETTER_PAIRS: readonly string[] = `
gb98jbbe8kb7a6hbm766bbcp9j
7hkk3kkk8kk7kh5hk9ed8khk8k
6ham6mg68m98hj4gmag79jmmem
69cc5cca6fhbba8dia86cganbn
8b969adcageaa7bai578fbaedl
7gcf77ic5ffbfi5fl8c5alglgl
7bdh5cc67hhac98dh8878hckdk
4egh2gig7oiigh7hjce9cifofo
bf879bagkke8c49dl966ibgflf
6eee6eee7eeeeb5eeeee3eeeee
7dce3bjc7jebd88cjd79cjajdj
6dd75did6nd6de7dne99chdnan
59gf4lhd5lii9d68lbbbbidlcl
8c966c7c8heddc7elf85dfbock
bbbbe8deehb985abk5976c9hgk
5eif5gf98lf7ei68l7b98ldlil
cccccccccccccccccccc19cccc
7da95dcc7kcdaa7cka77bdcoal
6c9b7cg77jccba99oe85ai9ogo
8cde6eh37khede6fm988cmapcm
aabbahahbjg695h9m565mfmmgh
8jjj1jjf6jjjjj8jjjjjfjjjjj
5gii5ll56liee95flbacgleldl
9b7b59eb9eeeeee6ee94eebe8e
78ab7aea8kgc8c7aha66gh8kfk
59dd4d9d7ddddd8ddd9dd98ddd`
  .trim()
  .split('\n')
