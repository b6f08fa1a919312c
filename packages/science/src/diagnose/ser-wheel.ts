import { AftermineError } from '../base/index.ts';

/** Key attributes of the recovery wheel with their sub-attributes; labels in the catalogue under `ser.*`. */
export const SER_ATTRIBUTES = {
  'absence-of-threats': ['over-utilisation', 'invasive-species', 'contamination'],
  'physical-conditions': ['substrate-physical', 'substrate-chemical', 'water'],
  'species-composition': ['desirable-plants', 'desirable-animals', 'no-undesirable-species'],
  'structural-diversity': ['strata', 'trophic-levels', 'spatial-mosaic'],
  'ecosystem-function': ['productivity-cycling', 'habitat-interactions', 'resilience-recruitment'],
  'external-exchanges': ['landscape-flows', 'gene-flow', 'habitat-links'],
} as const;

export type SerAttribute = keyof typeof SER_ATTRIBUTES;
export type SerSubAttribute = (typeof SER_ATTRIBUTES)[SerAttribute][number];

export const SER_ATTRIBUTE_IDS = Object.keys(SER_ATTRIBUTES) as readonly SerAttribute[];

/** Sub-attributes that images and terrain can give evidence of; all others need the field. */
export const SEEN_FROM_ABOVE: readonly SerSubAttribute[] = [
  'substrate-physical',
  'spatial-mosaic',
  'productivity-cycling',
  'resilience-recruitment',
  'landscape-flows',
  'habitat-links',
];

/** Stars 0..5 by sub-attribute; null, or absent, needs the field. */
export type SerStars = Readonly<Partial<Record<SerSubAttribute, number | null>>>;

export interface SerWheel {
  readonly attributes: Readonly<
    Record<
      SerAttribute,
      {
        /** Mean of the sub-attributes scored; null without any. */
        readonly stars: number | null;
        /** Sub-attributes scored, of three. */
        readonly scored: number;
      }
    >
  >;
  /** Mean of the attributes that have stars; null without any. Quote it with `shareScored` or not at all. */
  readonly overall: number | null;
  /** Share of the eighteen sub-attributes that were scored, 0..1. */
  readonly shareScored: number;
  /** Sub-attributes that wait for the field, in the order of the wheel. */
  readonly needsField: readonly SerSubAttribute[];
}

/**
 * Five-star recovery wheel: an attribute is the mean of its three sub-attributes, the whole the mean of the six
 * attributes. What was not scored takes no part, and how much was scored is always told.
 *
 * @param stars whole numbers 0..5
 * @throws InvalidInput `E-DIA-203` for other stars or a sub-attribute the wheel does not have
 * @source Gann et al. 2019, International principles and standards for the practice of ecological restoration,
 *   doi:10.1111/rec.13035
 */
export function serWheel(stars: SerStars): SerWheel {
  const known: readonly string[] = Object.values(SER_ATTRIBUTES).flat();
  for (const [sub, value] of Object.entries(stars)) {
    if (!known.includes(sub)) refuse(sub, known.join(', '), sub);
    if (value !== null && !(Number.isInteger(value) && value >= 0 && value <= 5))
      refuse(sub, '0, 1, 2, 3, 4, 5', String(value));
  }
  const attributes = {} as Record<SerAttribute, { stars: number | null; scored: number }>;
  const needsField: SerSubAttribute[] = [];
  let [sum, count, scored] = [0, 0, 0];
  for (const id of SER_ATTRIBUTE_IDS) {
    const given: number[] = [];
    for (const sub of SER_ATTRIBUTES[id]) {
      const value = stars[sub] ?? null;
      if (value === null) needsField.push(sub);
      else given.push(value);
    }
    const mean = given.length === 0 ? null : given.reduce((a, b) => a + b, 0) / given.length;
    attributes[id] = { stars: mean, scored: given.length };
    scored += given.length;
    if (mean === null) continue;
    sum += mean;
    count += 1;
  }
  return {
    attributes,
    overall: count === 0 ? null : sum / count,
    shareScored: scored / known.length,
    needsField,
  };
}

function refuse(where: string, expected: string, got: string): never {
  throw new AftermineError('InvalidInput', 'E-DIA-203', { where, expected, got });
}
