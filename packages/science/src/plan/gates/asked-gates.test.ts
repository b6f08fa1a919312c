import { expect, test } from 'vitest';
import { END_USES, exampleUnit, MEASURES, numberGate, UNITS } from '../plan-example.fixture.ts';
import { AskedGates } from './asked-gates.ts';
import { evaluateGate } from './evaluate-gate.ts';

const rest = { year: 2025, registerComplete: false } as const;
const known = (value: number) =>
  ({
    kind: 'known',
    value,
    low: null,
    high: null,
    evidence: { kind: 'settings', source: 'x', count: 1 },
  }) as const;

test('says of every gate of every owner what the gate says by itself, and asks it once', () => {
  for (const unit of UNITS) {
    const asked = new AskedGates(unit, rest);
    for (const { id, gates } of Object.values(END_USES))
      for (const gate of gates) {
        const result = asked.result(gate, id, 'forest');
        expect(result).toEqual(evaluateGate(gate, unit, { of: id, land: 'forest', ...rest }));
        expect(asked.result(gate, id, 'grassland')).toBe(result);
      }
  }
});

test('one gate of two owners is two answers, whoever is asked first', () => {
  const gate = numberGate('steep', 'slope-p90', { max: 20 });
  const asked = new AskedGates(exampleUnit('A'), rest);
  const [a, b] = [asked.result(gate, 'a', 'forest'), asked.result(gate, 'b', 'forest')];
  expect([a.of, b.of]).toEqual(['a', 'b']);
  expect([asked.result(gate, 'a', 'forest'), asked.result(gate, 'b', 'forest')]).toEqual([a, b]);
});

test('missing water depends on the land: each land is asked', () => {
  const dry = exampleUnit('A', {}, { waterDeficit: { forest: known(900), orchard: known(100) } });
  const wet = numberGate('wet', 'water-deficit', { max: 500 });
  const asked = new AskedGates(dry, rest);
  expect(asked.result(wet, 'x', 'forest').state).toBe('fail');
  expect(asked.result(wet, 'x', 'orchard').state).toBe('pass');
  const measure = { ...MEASURES.planting, gates: [wet] };
  expect(asked.ofMeasure(measure, 'forest').open).toBe(false);
  expect(asked.ofMeasure(measure, 'orchard').open).toBe(true);
  expect(asked.ofMeasure(measure, 'orchard').results[0]!.of).toBe('planting');
});
