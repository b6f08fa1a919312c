import { expect, test } from 'vitest';
import { authorOf } from './author-name.ts';

const names: readonly (readonly [literal: string, family: string, given: string])[] = [
  ['van de Schoot, Rens', 'van de Schoot', 'Rens'],
  ['Jones, Tom, Jr.', 'Jones', 'Tom, Jr.'],
  ['R. P. Swenson, Jr.', 'Swenson', 'R. P., Jr.'],
  ['Liu R.', 'Liu', 'R.'],
  ['van der Berg JA', 'van der Berg', 'JA'],
  ['P Nazzaro', 'Nazzaro', 'P'],
  ['J. A. van den Broek', 'van den Broek', 'J. A.'],
  ['LI X', 'LI', 'X'],
  ['Jane van Doe', 'van Doe', 'Jane'],
  ['Youngre Noh', 'Noh', 'Youngre'],
  ['World Health Organization', 'World Health Organization', ''],
  ['Plato', 'Plato', ''],
  ['施洋', '施洋', ''],
  ['施, 洋', '施', '洋'],
  ['铁道部运输局', '铁道部运输局', ''],
  ['Nct,', 'Nct', ''],
];
for (const [literal, family, given] of names)
  test(literal, () => expect(authorOf(literal)).toEqual({ family, given, literal }));
