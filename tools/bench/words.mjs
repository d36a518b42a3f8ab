// Words of English prose, the frequent ones first.
export const WORDS = `
  the of and to in a was that he it his her as with had for she on at by but not be from they which him is all one were have there been when
  their this would said or who out so up into them what if about no could then will more time now some did man my down little any very before
  over only after than where came other back made good must know like again us just upon such old well through never went two long our way see
  day off great much how thought might should eyes come hand first house took himself still while own even face here too head left room go
  looked without place night seemed last always under found door saw being light away yet life told between another once soon against half
  asked same every thing young heart nothing heard white something whom began whole knew felt voice give herself woman water year hands side
  world poor let called round words turned because days stood dear enough passed three many better sat mind full air open far sea though look
  done morning rather black moment part small street quite table near since toward behind going brought sort kind father mother work end home
  themselves matter right gave window taken child hour among alone later country answered gone suddenly fire green sir point think find lay
  set wind spoke given hard held read perhaps strange keep almost dark certain silence lost red silent known followed ground town wall ran
  reached garden spirit letter horse river cold fell till sleep sound deep paper across feet close wife money high love believe blue clear
  hair sun bright evening rest trees glass arms drew power summer present company king ship late broken beyond bed second leave strong body
  road lady early blood dead reason arm question walked fine sight ten sure four heavy chair church book business friends form feeling within
  remember became line miles wonder ever several opened five slowly beautiful understand doctor return lips captain low short doubt children
  fear cried past stone less ready truth seems next hope bring month brother sense stranger smoke minutes character winter fact piece order
  cloud perfectly presently considerable expression particularly circumstances recollection conversation understanding extraordinary
  acquaintance nevertheless immediately companion remarkable imagination disappointment neighbourhood observation consequence determined
  apparently satisfaction considered possession direction afterwards impression experience difficulty opportunity whispered carriage described
  happiness attention uncertain afternoon mountain beginning surprised discovered terrible secretary gentleman education different important
  interest government
`
  .trim()
  .split(/\s+/);
