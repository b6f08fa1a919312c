/** What a record is when it is about another record. */
export type NoticeKind = 'erratum' | 'retraction' | 'retracted' | 'reply' | 'comment';

const RULES: readonly (readonly [NoticeKind, RegExp])[] = [
  [
    'retracted',
    /^\W*(?:retracted|withdrawn|removed)(?: article| paper)?\s*[:\]).\-–—]|[([]\s*retracted (?:article|paper)/i,
  ],
  [
    'retraction',
    /^\W*(?:(?:notice of |editorial )?(?:retraction|withdrawal)(?:(?: note| notice)(?: of| to| for)?\b|\s*[:\-–—.]| of\s*[:"“'‘]| of (?:the )?(?:article|paper|publication)\b)|(?:editorial )?expression of concern|(?:撤稿|撤销|撤回)(?:声明|启事|通知|说明|[:：]))|\(retraction of vol/i,
  ],
  [
    'erratum',
    /^\W*(?:(?:publisher'?s? |author'?s? )?(?:erratum|errata|corrigend(?:um|a)|addendum|corrections? (?:to|for)\b|corrections?\s*(?:[:\-–—.]|$)|correction notice)|fe de erratas?|rectificati(?:on|f)\b|berichtigung|更正|勘误)|[:\-–—.([]\s*(?:an? )?(?:published )?(?:erratum|errata|corrigend(?:um|a)|correction|addendum)\W*$|\((?:vol(?:ume)?\.? ?\d+[^)]*, (?:pgs?|pp?|art|page)\b[^)]*)\)\W*$|(?:的)?(?:更正|勘误)(?:声明|启事)?$/i,
  ],
  [
    'reply',
    /^\W*(?:(?:authors?'?s?'? |in |the )*(?:reply|response|rebuttal)(?:\s*[:\-–—.]| to\b| from\b|$)|re\s*[:.]|答复|回复)|[:\-–—.([]\s*(?:(?:the |authors?'?s?'? )*(?:reply|response|rebuttal))(?: (?:to|from|by)\b[^:]{0,60})?\W*$/i,
  ],
  [
    'comment',
    /^\W*(?:(?:invited |editorial |letter )?comment(?:ary|s)?(?: on\b|\s*[:\-–—])|discussion(?: of\b|\s*[:\-–—])|letter(?: to the editor)? (?:on|regarding|concerning)\b|regarding\b)|[:\-–—.([]\s*(?:invited |editorial )?comment(?:ary|s)?\W*$/i,
  ],
];

/**
 * What kind of notice a title announces (erratum, retraction, retracted article, reply, comment), in English, Chinese and the
 * common forms of other languages; null for a work of its own. A notice often has the title, the authors and even the DOI of the
 * article it is about.
 */
export function noticeKind(title: string | null): NoticeKind | null {
  if (title === null) return null;
  const plain = title.replace(/<[^<>]{1,40}>/g, '').normalize('NFKC');
  return RULES.find(([, rule]) => rule.test(plain))?.[0] ?? null;
}

const BEFORE =
  /^(?:the|an?|authors?|editorial|publishers?|invited|in|further|short)*(?:retract|withdraw|correct|errat|corrig|repl[yi]|respon|comment|discuss|letter|addend|expressionofconcern|notice)/;
const AFTER =
  /^(?:an?|the|authors?)*(?:erratum|errata|corrigend(?:um|a)|corrections?|repl(?:y|ies)|responses?|rebuttal|comment(?:s|ary)?|retraction|discussion)$/;

/**
 * True where one of two titles is the other with words of a notice before or after it ("Retraction of X", "X, a reply"). Titles as
 * letters and digits alone.
 */
export function isNoticeOf(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < 8 || short.length === long.length) return false;
  if (long.endsWith(short) && BEFORE.test(long.slice(0, long.length - short.length))) return true;
  return long.startsWith(short) && AFTER.test(long.slice(short.length));
}
