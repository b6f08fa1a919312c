import { expect, it } from 'vitest';
import { type AridityClass, aridity } from './aridity.ts';

it('400 mm of rain against 1000 mm of demand are semi-arid', () => {
  expect(aridity(400, 1000)).toEqual({ index: 0.4, class: 'semi-arid', verified: false });
});

it('a limit belongs to the wetter class, and classes follow each other with rain', () => {
  const classes = [0, 49.9, 50, 199, 200, 499, 500, 649, 650, 3000].map(
    (rain) => (aridity(rain, 1000) as { class: AridityClass }).class,
  );
  expect(classes).toEqual([
    'hyper-arid',
    'hyper-arid',
    'arid',
    'arid',
    'semi-arid',
    'semi-arid',
    'dry-sub-humid',
    'dry-sub-humid',
    'humid',
    'humid',
  ]);
});

it('without demand there is no measure; negative rain is refused', () => {
  expect(aridity(400, 0)).toEqual({ kind: 'unknown', reason: 'no-potential-evaporation' });
  expect(() => aridity(-1, 1000)).toThrow(/E-DIA-102/);
});
