import type { Author } from '../record/index.ts';

const HAN = /\p{Script=Han}/u;
/** `J`, `J.`, `JA`, `J.-A.`, `J. A.`: letters that stand for given names. */
const INITIALS = /^(?:\p{Lu}\.?-?){1,4}$/u;
const PARTICLES = new Set(
  'van von de der den del della di da dos du la le el al bin ibn ter ten zu'.split(' '),
);
/** Words of bodies, which have no given names. */
const OF_BODIES =
  /\b(?:universit|institut|organi[sz]ation|committee|commission|agency|ministry|department|association|society|cent(?:er|re)|group|collaborat|consortium|team|council|bureau|office|board|network|academy|college|laborator|service|survey|international|national|federal|foundation|press|bank|(?:ltd|inc|and|of)\b|anonymous)/i;

/**
 * A name as it stands in a file, read as family and given name. `Family, Given` by its comma; `Smith JA` and `J. A.
 * Smith` by the initials; `Jane van Doe` as given name first. A body, and a Chinese name, is all family name: Chinese
 * exports do not part them and a guess would part bodies as well.
 */
export function authorOf(literal: string): Author {
  const comma = /[,，]/.exec(literal);
  if (comma !== null) {
    const family = literal.slice(0, comma.index).trim();
    const given = literal.slice(comma.index + 1).trim();
    // `R. P. Swenson, Jr.`: what stands behind the comma is no given name.
    if (isNameSuffix(given)) {
      const bare = authorOf(family);
      return { family: bare.family, given: bare.given === '' ? given : `${bare.given}, ${given}`, literal };
    }
    return family === '' ? { family: given, given: '', literal } : { family, given, literal };
  }
  const words = literal.split(' ');
  if (words.length === 1 || HAN.test(literal) || OF_BODIES.test(literal))
    return { family: literal, given: '', literal };
  const leading = words.findIndex((word) => !INITIALS.test(word));
  let trailing = words.length;
  while (trailing > 0 && INITIALS.test(words[trailing - 1]!)) trailing -= 1;
  // `LI X`: two words that could be initials; family names come first in exports.
  if (leading < 0) return parted(words.slice(0, 1), words.slice(1), literal);
  if (trailing < words.length) return parted(words.slice(0, trailing), words.slice(trailing), literal);
  if (leading > 0) return parted(words.slice(leading), words.slice(0, leading), literal);
  if (words.length > 4) return { family: literal, given: '', literal };
  let family = words.length - 1;
  while (family > 1 && PARTICLES.has(words[family - 1]!.toLowerCase())) family -= 1;
  return parted(words.slice(family), words.slice(0, family), literal);
}

/** `Jr.`, `III`: what stands behind a name of a person and is none. */
export function isNameSuffix(text: string): boolean {
  return /^(?:Jr|Sr|II|III|IV|2nd|3rd)\.?$/i.test(text);
}

function parted(family: readonly string[], given: readonly string[], literal: string): Author {
  return { family: family.join(' '), given: given.join(' '), literal };
}
