import { describe, expect, test } from 'vitest';
import { type DedupDecision, standingDecisions, type Verdict } from './decision.ts';

const keys = new Set(['f#0', 'f#1', 'f#2']);
const say = (a: string, b: string, verdict: Verdict, at = '2026-03-01T09:30:00Z'): DedupDecision => ({
  a,
  b,
  verdict,
  by: 'Li',
  at,
});

describe('answers in force', () => {
  test('a later answer of a pair stands in place of the earlier, whichever record is named first', () => {
    const first = say('f#0', 'f#1', 'same');
    const later = say('f#1', 'f#0', 'different', '2026-03-01T09:30:00.5Z');
    expect(standingDecisions([first, later], keys).inForce).toEqual([later]);
    expect(standingDecisions([later, first], keys).inForce).toEqual([later]);
  });

  test('at one time the place in the list decides, and undecided takes an answer back', () => {
    const first = say('f#0', 'f#1', 'same');
    expect(standingDecisions([first, say('f#0', 'f#1', 'undecided')], keys).inForce).toEqual([]);
  });

  test('answers about records that are not here wait', () => {
    const about = say('f#0', 'g#0', 'same');
    expect(standingDecisions([about], keys)).toEqual({ inForce: [], waiting: [about] });
  });

  test('a time without a zone and a record beside itself are refused', () => {
    expect(() => standingDecisions([say('f#0', 'f#1', 'same', '2026-03-01')], keys)).toThrow(/E-DUP-002/);
    expect(() => standingDecisions([say('f#0', 'f#0', 'same')], keys)).toThrow(/E-DUP-003/);
  });
});
