import { describe, expect, it } from 'vitest';
import { chance } from '../../base/index.ts';
import { alertCases, checkLine, ITSELF } from './alert-case.ts';
import { appendEntries, findLedgerBreak, headOf, type LedgerDraft, NO_ENTRY } from './ledger.ts';
import type { LedgerEntry, LedgerKind } from './types.ts';

/** A hash good enough for tests: FNV-1a, told as hex. */
function hash(text: string): string {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return h.toString(16).padStart(64, '0');
}

const A = '2027:U04:relapse';
const people = [
  { id: 'wang', name: 'Wang', role: 'officer' as const },
  { id: 'li', name: 'Li', role: 'engineer' as const },
  { id: 'zhao', name: 'Zhao', role: 'viewer' as const },
];
const photo = {
  path: 'evidence/a.jpg',
  sha256: 'aa',
  kind: 'photo',
  takenAt: null,
  place: null,
  distanceM: null,
  note: null,
};

function line(kind: LedgerKind, detail: LedgerDraft['detail'] = {}, by = 'wang', at = 1): LedgerDraft {
  return { at: `2027-11-0${at}T00:00:00.000Z`, by, kind, alert: A, detail };
}

function write(entries: readonly LedgerEntry[], draft: LedgerDraft): readonly LedgerEntry[] {
  checkLine(entries, draft, people);
  return [...entries, ...appendEntries(headOf(entries), entries.at(-1)?.at ?? null, [draft], hash)];
}

const raised = write([], line('raised', {}, ITSELF));
const walk: readonly LedgerDraft[] = [
  line('acknowledged', { owner: 'li', due: '2027-12-31' }, 'li'),
  line('action-added', { action: 'replant', cost: 120_000 }, 'li'),
  line('evidence-added', { evidence: photo }, 'li'),
  line('rectified', { from: 2028 }, 'li'),
  line('recheck-passed', { season: 2028 }, ITSELF),
  line('closed'),
];

describe('the life of an alert', () => {
  it('goes new, check, rectify, recheck, closed, and nothing is forgotten', () => {
    let entries = raised;
    const states = ['new'];
    for (const draft of walk) {
      entries = write(entries, draft);
      states.push(alertCases(entries, '2027-11-05')[0]!.state);
    }
    expect(states).toEqual(['new', 'check', 'rectify', 'rectify', 'recheck', 'recheck', 'closed']);
    expect(alertCases(entries, '2028-05-01')[0]).toMatchObject({
      owner: 'li',
      action: 'replant',
      cost: 120_000,
      recheckFrom: 2028,
      overridden: false,
      overdue: false,
    });
  });

  it('does not close without evidence, without a re-check that passed, or out of turn', () => {
    const bare = [walk[0]!, walk[1]!, walk[3]!, walk[4]!].reduce(write, raised);
    expect(() => write(bare, line('closed'))).toThrow('E-CTL-305');
    const unchecked = walk.slice(0, 4).reduce(write, raised);
    expect(() => write(unchecked, line('closed'))).toThrow('E-CTL-305');
    expect(() => write(raised, line('closed'))).toThrow('E-CTL-304');
    expect(() => write(walk.reduce(write, raised), line('dismissed', { note: 'known since May' }))).toThrow(
      'E-CTL-304',
    );
  });

  it('an override closes anything open, signed by an officer with a statement', () => {
    expect(() => write(raised, line('overridden'))).toThrow('E-CTL-306');
    expect(() => write(raised, line('overridden', { note: 'flooded for the dam' }, 'li'))).toThrow(
      'E-CTL-303',
    );
    const closed = write(raised, line('overridden', { note: 'flooded for the dam' }));
    expect(alertCases(closed, '2028-01-01')[0]).toMatchObject({ state: 'closed', overridden: true });
  });

  it('a failed re-check sends it back, and it is overdue while open past its day', () => {
    const failed = [...walk.slice(0, 4), line('recheck-failed', { season: 2028 }, ITSELF)].reduce(
      write,
      raised,
    );
    expect(alertCases(failed, '2027-12-31')[0]).toMatchObject({ state: 'rectify', overdue: false });
    expect(alertCases(failed, '2028-01-01')[0]!.overdue).toBe(true);
  });

  it('strangers and viewers may not write, nobody may write about an alert that was not raised', () => {
    expect(() => write(raised, line('acknowledged', {}, 'zhao'))).toThrow('E-CTL-303');
    expect(() => write(raised, line('acknowledged', {}, 'nobody'))).toThrow('E-CTL-303');
    expect(() => write(raised, { ...line('acknowledged'), alert: '2027:U09:stall' })).toThrow('E-CTL-302');
    expect(() => checkLine(raised, line('acknowledged', {}, 'anybody'), [])).not.toThrow();
  });
});

describe('the chain', () => {
  const whole = walk.reduce(write, raised);
  const head = headOf(whole);

  it('is sound as it was written', () => {
    expect(findLedgerBreak(whole, head, hash)).toBeNull();
    expect(findLedgerBreak([], { entries: 0, hash: NO_ENTRY }, hash)).toBeNull();
  });

  it('refuses a line older than the last', () => {
    expect(() =>
      appendEntries(head, whole.at(-1)!.at, [{ ...line('reopened'), at: '2027-10-31T00:00:00.000Z' }], hash),
    ).toThrow('E-CTL-301');
  });

  it('shows every edit of any field of any line', () => {
    whole.forEach((entry, seq) => {
      for (const change of [
        { by: 'somebody' },
        { at: '2020-01-01T00:00:00.000Z' },
        { detail: { cost: 1 } },
        { kind: 'reopened' as const },
        { hash: NO_ENTRY },
      ])
        expect(
          findLedgerBreak(
            whole.map((one, i) => (i === seq ? { ...entry, ...change } : one)),
            head,
            hash,
          ),
        ).toEqual({
          seq,
          problem: 'edited',
        });
    });
  });

  it('shows any deletion, any exchange and any cut end, in 300 random histories', () => {
    const random = chance(7);
    for (let n = 0; n < 300; n += 1) {
      const size = 2 + Math.floor(random.uniform() * 6);
      const entries = whole.slice(0, size);
      const of = headOf(entries);
      const i = Math.floor(random.uniform() * size);
      const without = entries.filter((_, k) => k !== i);
      expect(findLedgerBreak(without, of, hash)).toEqual({
        seq: i,
        problem: i === size - 1 ? 'truncated' : 'missing',
      });
      const j = (i + 1) % size;
      const swapped = entries.map((one, k) => (k === i ? entries[j]! : k === j ? entries[i]! : one));
      expect(findLedgerBreak(swapped, of, hash)?.problem).toBe('order');
      // A whole history hashed anew after an edit still ends elsewhere than its head says.
      const forged = appendEntries(
        { entries: 0, hash: NO_ENTRY },
        null,
        entries.map(({ at, by, kind, alert, detail }, k) => ({
          at,
          by: k === i ? 'forger' : by,
          kind,
          alert,
          detail,
        })),
        hash,
      );
      expect(findLedgerBreak(forged, of, hash)).not.toBeNull();
    }
  });
});
