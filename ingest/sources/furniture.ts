/**
 * The small print of a page of papers: buttons, counts, dates, bylines. A block of text that matches one of these whole is
 * neither a title nor part of an abstract.
 */
const MONTH = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?'
const WEEKDAY = '(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?'
const DATE = `(?:${WEEKDAY},? )?(?:${MONTH} \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?|\\d{1,2}\\.? ${MONTH}(?:,? \\d{4})?|${MONTH} \\d{4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4})`
const COUNT = '[\\d.,]+ ?[km]?'
const NOUN =
  '(?:authors?|comments?|likes?|stars?|votes?|upvotes?|views?|papers?|citations?|collections?|models?|datasets?|spaces?|repos?|repositories|followers?|forks?|pages?|results?)'
const LINK =
  '(?:(?:view |read |open |see )?(?:on |the )?(?:git ?hub|gitlab|hugging ?face|arxiv|alphaxiv|project|paper|home|demo|web)(?: (?:page|paper|repo|repository|pdf|link|abs|site))?|pdf|html|code|abs|bibtex|slides|video|demo|poster|blog|website)'
const BUTTON =
  '(?:new|hot|top|trending|latest|daily|weekly|monthly|today|yesterday|this (?:week|month|year)|all(?: time)?|home|menu|search|filter|sort(?: by.*)?|upvote|share|copy|save|cite|view|more|less|(?:load|show|read|see|view) (?:more|less|all)|previous|next|back|close|subscribe|sign (?:up|in)|log ?(?:in|out)|join|follow(?:ing)?|models|datasets|spaces|community|docs|enterprise|pricing|careers|about|contact|privacy|terms|tos|help|blog|papers|(?:trending|daily|latest|new|top|hot|all|featured) papers|papers with code|abstract|authors|comments?|settings|theme|system theme|company|website)'

const WHOLE_BLOCKS = [
  new RegExp(`^${BUTTON}$`),
  new RegExp(`^(?:${LINK}[ ·|•,]*)+(?:${COUNT})?$`),
  new RegExp(`^(?:[▲△↑⬆+★☆⭐❤♥👍🔥·•-]|upvotes?|votes?|stars?|likes?|comments?|·)* ?${COUNT}(?: ?${NOUN})?$`, 'u'),
  new RegExp(`^(?:${NOUN}|${LINK}|upvotes?)[: ]+\\(?${COUNT}\\)?$`),
  new RegExp(`^(?:[·•|-] ?)?(?:\\d+ )?${NOUN}$`),
  new RegExp(`^(?:[·•|-] ?)?(?:(?:published|submitted|updated|posted|released)(?: on)?:? ?)?${DATE}(?: [·•|-] .*)?$`),
  /^(?:[\p{L}\p{N} .&'-]{1,60}[·•|] )?(?:published|submitted|updated|posted) (?:on|by|to)\b.{0,60}$/u,
  /^(?:(?:about|over) )?(?:\d+|an?) (?:minute|hour|day|week|month|year)s? ago$/,
  /^by ?\S.{0,60}\bcommunity$/,
  /^by:? @?\S+$/,
  /^get (?:trending|daily|the|new|our) .{0,60}\b(?:inbox|email|newsletter)\b.{0,20}$/,
  /^(?:subscribe (?:to|for|now)|sign up (?:to|for|with|now)|log in (?:to|with)|join (?:us|the (?:community|discussion)|our)|follow us)\b.{0,80}$/,
  /^(?:we use cookies|this (?:web)?site uses cookies|accept (?:all )?cookies)\b/,
  /^(?:©|\(c\)|copyright\b).{0,120}$/,
  /\ball rights reserved\b.{0,20}$/,
  /^https?:\/\/\S+$/,
  /^(?:arxiv:)?\d{4}\.\d{4,5}(?:v\d+)?(?: \[[\w.-]+\])?$/,
]

/** Whether a block of text (normalised) is a part of the page's furniture and none of a paper's. */
export function isFurniture(text: string): boolean {
  if (!/\p{L}/u.test(text)) return true
  const folded = text.toLowerCase()
  return WHOLE_BLOCKS.some((pattern) => pattern.test(folded)) || isNameList(text)
}

/** "Ada Lovelace, Charles Babbage, …": two or more names of two to four capitalised words each. */
function isNameList(text: string): boolean {
  const names = text.split(/, (?:and )?|; | and | · /)
  const name = /^\p{Lu}[\p{L}.'’-]*(?: (?:\p{Lu}[\p{L}.'’-]*|van|von|der|den|de|da|la|bin|al)){1,3}$/u
  return names.length > 2 && names.every((part) => name.test(part.trim()))
}
