import type { Sentence, Token } from '../extractor.ts'

/** A place where a sentence names a measure. Offsets are UTF-16 into the field. */
export interface Metric {
  text: string
  start: number
  end: number
}

/** Measures that have a name of their own, folded. */
const HEADS =
  /^(?:accurac(?:y|ies)|acc|acc@\d+|f_?\{?[1-2]\}?|f-?(?:scores?|measures?)|f1-?(?:scores?|measures?|macro|micro)|(?:macro|micro|weighted|w|token|span|joint|average|mean|avg)-?f_?1(?:-?scores?)?|(?:sacre|self-|asr-)?bleu(?:-?\d)?|chrf(?:\+\+)?|comet|meteor|cider(?:-d)?|spice|rouge(?:-?(?:[\dlw]+|lsum|su4))?|bertscore|bleurt|m?ap(?:@[\d.:]+|_?\d+|_\{?[\w.]+\}?)?|mrr(?:@\d+)?|n?dcg(?:@\d+)?|(?:hits?|recall|precision|pass|avg|cons|maj|success|r|p|top|trigger|acc)(?:@|\^)\d+|recalls?|precision|(?:au)?roc(?:-?auc)?|auc(?:-?(?:roc|pr))?|auroc|auprc?|auprc|aupr|[mbf]?w?iou|dice|dsc|hd95|psnr|ssim|ms-ssim|lpips|fid(?:-\d+k)?|fvd|kid|wer|cer|eer|der|jer|las|uas|mcc|rmse|mae|mse|nrmse|mape|smape|ece|mpjpe|pa-mpjpe|ade|fde|nds|mota|idf1|hota|pesq|stoi|si-?sdri?|si-?snri?|mos|perplexity|ppl|bpc|correlations?|kappa|em|epe|lddt|ccc|r2|r\^2|jga|nll|sari|mauve|uar|war|csi|mcd|vus-pr|sr|spl|asr|gdt|tm-score|c-index|sdr|pq|ari|nmi|qwk|ade20k-miou|top-\d+)$/
/** Words that end the name of a measure, with at least one word before them. */
const TAILS =
  /^(?:rates?|scores?|errors?|accurac(?:y|ies)|correlations?|coefficients?|index|distance|similarity|f1|recall|precision|measure|auc|iou|map|wer|agreement|consistency|return|reward|loss|perplexity|coverage|faithfulness|fidelity)$/
/** Words that belong to a measure's name when they stand before it. */
const MODIFIERS =
  /^(?:top-\d+|top|macro|micro|macro-averaged?|micro-averaged?|weighted|weighted-average|mean|balanced|exact|success|word|character|phoneme|equal|execution|test|testing|classification|recognition|validation|training|detection|label|unlabell?ed|labell?ed|joint|goal|answer|attack|win|pass|completion|task|error|match|retrieval|segmentation|action|intent|slot|filling|entity|relation|event|diarization|relative|overall|resolution|resolve[d]?|response|probe|prediction|question|recall|precision|per-class|mask|box|object|rare-class|structural|cosine|human|preference|quality|driving|clip|bert|spearman|spearman['’]s|pearson|pearson['’]s|rank|dice|f1|jaccard|rouge|pass@\d+|zero-shot|linear|frame|tagging|parsing|generation|translation|reasoning|hallucination|refusal|compliance|collision|violation|rejection|failure|acceptance|solve|hit|click|conversion|false|true|positive|negative|alarm|squared|absolute|root|normali[sz]ed|mean-square|mean-squared|average|averaged|identification|verification|link|node|image|video|text|speech|speaker|sentence|token|document|semantic|syntactic|cross-modal|domain|end-to-end|harmonic|fid|inception|style|content|instance|panoptic|tool|call|planning|navigation|grounding|exact-match)$/

/** The names of measures in a sentence, in order: "top-1 accuracy", "macro F1", "BLEU", "attack success rate". */
export function metricsOf(text: string, { tokens }: Sentence): Metric[] {
  const found: Metric[] = []
  let floor = 0
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]
    if (!token) continue
    const low = token.text.toLowerCase()
    const isHead =
      HEADS.test(low) && (low.length > 3 || /\p{Lu}|\d|^acc$|^em$/u.test(token.text) || /^map$/i.test(low) === false)
    const isTail = !isHead && TAILS.test(low) && at > floor && isModifier(tokens[at - 1], token)
    if (!isHead && !isTail) continue
    if (low === 'map' && token.text === 'map') continue
    if (low === 'em' && token.text !== 'EM') continue
    if (
      /^(?:comet|meteor|spice|dice|war|sr|asr|der|top-\d+|sdr|ap|pq)$/.test(low) &&
      token.text === low &&
      low !== 'dice'
    )
      continue
    let from = at
    while (from > floor && at - from < 4 && isModifier(tokens[from - 1], tokens[from])) from--
    let to = at
    // "Dice score", "F1 scores", "FEVEROUS score".
    while (
      isHead &&
      /^(?:scores?|measures?|metrics?|coefficients?|rates?|accuracy|correlation|similarity|index)$/i.test(
        tokens[to + 1]?.text ?? '',
      ) &&
      !/^accurac/.test(low)
    )
      to++
    const [first, last] = [tokens[from], tokens[to]]
    if (!first || !last) continue
    found.push({ text: text.slice(first.start, last.end), start: first.start, end: last.end })
    floor = to + 1
    at = to
  }
  return found
}

function isModifier(token: Token | undefined, next: Token | undefined): boolean {
  if (!token || !next || next.start - token.end > 1) return false
  return MODIFIERS.test(token.text.toLowerCase())
}

/** True for the name of a measure, which no benchmark has. */
export function isMetricName(name: string): boolean {
  return (
    HEADS.test(name.toLowerCase()) ||
    /^(?:F1|BLEU|ROUGE|accuracy|average precision|mean average precision)\b/i.test(name)
  )
}
