import type { ReferenceContent } from './record-fields.ts';

/**
 * A key to cite a publication by: family name of the first author, year, first word of the title (`Roach2019Effects`), or
 * its first four characters in Chinese. It says nothing that the record does not, so readers do not keep it.
 */
export function citeKeyOf(content: Pick<ReferenceContent, 'authors' | 'year' | 'title'>): string {
  const family = letters(content.authors[0]?.family ?? '');
  const words = (content.title ?? '').split(/[\s\u3000-\u303f\uff00-\uffef]+/).map(letters);
  const word =
    words.find((candidate) => candidate.length > 2) ?? words.find((candidate) => candidate !== '') ?? '';
  const short = /\p{Script=Han}/u.test(word) ? word.slice(0, 4) : word;
  const key = `${capital(family)}${content.year ?? ''}${capital(short)}`;
  return key === '' ? 'reference' : key;
}

/** True when `key` is the one made from the record, with letters behind it that tell apart the same ones. */
export function isMadeKey(key: string, content: ReferenceContent): boolean {
  const made = citeKeyOf(content);
  return key.startsWith(made) && /^(?:-[a-z]{1,4})?$/.test(key.slice(made.length));
}

/** The content without the cite key under `tag`, where it is a made one. */
export function withoutMadeKey(content: ReferenceContent, tag: string): ReferenceContent {
  const kept = content.other.filter(([name, value]) => name !== tag || !isMadeKey(value, content));
  return kept.length === content.other.length ? content : { ...content, other: kept };
}

function letters(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
