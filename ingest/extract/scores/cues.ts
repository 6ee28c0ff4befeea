/** Cues before a number, near it. */
export const BEFORE: [string, RegExp][] = [
  [
    'by',
    /\bby\s(?:(?:up to|over|about|more than|nearly|approximately|an? average of|at least|roughly|around|an additional|average)\s)*[$+~\\]*$/i,
  ],
  ['of', /\bof\s(?:(?:up to|over|about|around|only|at least|approximately|more than)\s)*[$+~\\]*$/i],
  ['to', /\bto\s(?:(?:up to|over|about|around|only)\s)*[$+~\\]*$/i],
  ['from', /\bfrom\s(?:(?:about|around|only|an?|the)\s)*[$+~\\]*$/i],
  ['reach', /(?:achiev|reach|attain|obtain|scor|yield|get|report|deliver|record)\w*\s(?:\S+\s){0,5}[$+~\\({]*$/i],
  ['gain', /(?:improv|gain|increas|boost|outperform|surpass|exceed|rais|beat|enhanc)\w*\s(?:\S+\s){0,8}[$+~\\({]*$/i],
  ['less', /(?:reduc|decreas|lower|cut|drop|declin|fall|degrad|loss)\w*\s(?:\S+\s){0,8}[$+~\\({]*$/i],
  ['open', /[([]\s?[$+~\\<>≥≈=]*$/],
  ['equals', /[=:≈]\s?[$\\{a-z]*$/i],
  ['compare', /(?:vs\.?|versus|compared (?:to|with)|against|than|baseline|over)\s(?:\S+\s){0,4}[($]*$/i],
  ['only', /\bonly\s(?:\S+\s){0,3}[$~]*$/i],
  ['upto', /\bup to\s[$+~]*$/i],
  ['limit', /(?:[<>≤≥±]|\\(?:pm|leq?|geq?|lt|gt))\s?[$]*$/],
  [
    'size',
    /(?:using|with|contain\w*|compris\w*|includ\w*|train\w*|sampl\w*|retain\w*|prun\w*|requir\w*|cover\w*|consum\w*|sparsity|account\w*)\s(?:\S+\s){0,4}[$+~]*$/i,
  ],
  [
    'cost',
    /(?:cost|latency|time|memory|flops|parameter|token|speed|throughput|energy|storage|comput|inference|overhead|footprint|size|bandwidth|budget)\w*\s(?:\S+\s){0,6}[$+~(]*$/i,
  ],
  ['human', /(?:agreement|kappa|alpha|correlat|annotat|reviewer|inter-)\w*\s(?:\S+\s){0,6}[$+~(=]*$/i],
  ['stat', /(?:\bp|\br|\brho|\bn|confidence|interval|CI|deviation|std|α|κ|ρ)\s?[<>=:]?\s?[$[]*$/i],
]
/** Cues behind a number and its unit. */
export const AFTER: [string, RegExp][] = [
  ['gain', /^[\s$)}]*(?:\S+\s){0,4}(?:improvement|gain|increase|boost|higher|better|lift|margin|uplift|relative)/i],
  ['drop', /^[\s$)}]*(?:\S+\s){0,3}(?:drop|degradation|decline|worse|reduction|decrease|lower|loss|fewer|less)/i],
  ['of', /^[\s$]*of\b/i],
  [
    'ofthe',
    /^[\s$]*of (?:the |all |its |their |total )?(?:data|parameters|training|labels|tokens|cases|samples|images|participants|questions|papers|users|errors|instances|tasks|time|examples)/i,
  ],
  ['on', /^[\s$)}]*(?:\S+\s){0,3}(?:on|in|for|over|across)\b/i],
  ['over', /^[\s$)}]*(?:\S+\s){0,4}(?:over|than|compared|relative to|against|vs)\b/i],
  [
    'size',
    /^[\s$}]*(?:\p{L}+ ){0,2}(?:billion|million|thousand|parameters?|params|hours?|minutes?|seconds?|ms|days?|years?|months?|fps|[gmk]b|tokens?|images?|samples?|examples?|sentences?|words?|languages?|datasets?|tasks?|class|categor|domains?|benchmarks|questions|videos?|models?|participants|annotations?|steps|epochs|layers|shots?|gpus?|fold|degrees?|cm|mm|km|hz|tb)/iu,
  ],
  [
    'cost',
    /^[\s$}]*(?:\p{L}+ ){0,3}(?:faster|fewer|smaller|latency|cost|memory|speed|inference|storage|compute|flops|parameter|token|energy|time|sparsity|compression|bandwidth|data|labels?|throughput|cheaper|training|overhead)/iu,
  ],
  ['close', /^[\s$}]*[)\]]/],
  ['range', /^[\s$}]*(?:[-–~]|to|–)\s?[$]*\d/],
  ['plusminus', /^[\s$}]*(?:±|\\pm)/],
  ['human', /^[\s$}]*(?:\p{L}+ ){0,2}(?:agreement|of human|human|kappa)/iu],
  ['ci', /^[\s$}]*(?:CI\b|confidence|credible|\(?\[)/],
  ['respectively', /^.{0,80}respectively/i],
]
