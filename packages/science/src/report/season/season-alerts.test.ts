import { describe, expect, test } from 'vitest';
import { appendEntries, headOf, NO_ENTRY } from '../../control/index.ts';
import { exampleAlarm, exampleLedger, exampleSeason } from '../../control/season/season-example.fixture.ts';
import { historyProof } from './history-proof.ts';
import { evidenceText, ledgerWords, writerText } from './ledger-words.ts';
import { closingLine, seasonAlerts, untilClose } from './season-alerts.ts';

/** Not SHA-256, but as good here: another text, another hash. */
const hash = (text: string): string => {
  let sum = 5381;
  for (const character of text) sum = (sum * 33 + character.codePointAt(0)!) % 4_294_967_291;
  return sum.toString(16).padStart(64, '0');
};
const season = exampleSeason();
const ledger = exampleLedger(hash);
const money = (amount: number): string => `CNY ${amount}`;

describe('alerts of a season', () => {
  test('tell how they stood when it was closed and how they stand now', () => {
    const [one, ...others] = seasonAlerts(season, season.alarms, ledger, '2029-01-01');
    expect(others.map(({ alarm, now }) => [alarm.kind, now.state])).toEqual([['new-disturbance', 'new']]);
    expect(one).toMatchObject({ isNew: true, atClose: 'new', now: { state: 'recheck', cost: 120_000 } });
    expect(one!.history.map(({ kind }) => kind)).toEqual([
      'raised',
      'acknowledged',
      'action-added',
      'evidence-added',
      'rectified',
    ]);
    expect(one!.now.overdue).toBe(false);
    const late = seasonAlerts(season, season.alarms, ledger, '2029-07-01');
    expect(late[0]!.now.overdue).toBe(true);
  });

  test('of earlier seasons only those open at the close concern a later season', () => {
    const closed = appendEntries(
      headOf(ledger),
      ledger.at(-1)!.at,
      [
        {
          at: ledger.at(-1)!.at,
          by: 'aftermine',
          kind: 'season-closed',
          alert: null,
          detail: { season: 2029 },
        },
      ],
      hash,
    );
    const after = seasonAlerts({ year: 2029 }, season.alarms, [...ledger, ...closed], '2029-01-01');
    expect(after.map(({ isNew, atClose }) => [isNew, atClose])).toEqual([
      [false, 'recheck'],
      [false, 'new'],
    ]);
    const overridden = appendEntries(
      headOf(ledger),
      ledger.at(-1)!.at,
      [
        {
          at: ledger.at(-1)!.at,
          by: 'wang',
          kind: 'overridden',
          alert: exampleAlarm('A', 2028).id,
          detail: {},
        },
        {
          at: ledger.at(-1)!.at,
          by: 'aftermine',
          kind: 'season-closed',
          alert: null,
          detail: { season: 2029 },
        },
      ],
      hash,
    );
    expect(
      seasonAlerts({ year: 2029 }, season.alarms, [...ledger, ...overridden], '2029-01-01').map(
        ({ alarm }) => alarm.kind,
      ),
    ).toEqual(['new-disturbance']);
  });

  test('the line that closed a season divides the history; without one it is told whole', () => {
    expect(closingLine(ledger, 2028)?.seq).toBe(3);
    expect(untilClose(ledger, 2028)).toHaveLength(4);
    expect(untilClose(ledger, 2040)).toHaveLength(ledger.length);
  });
});

describe('what a printed report proves', () => {
  test('counts and hashes before the season, at its close and now', () => {
    const proof = historyProof(season, ledger);
    expect(proof).toEqual({
      before: { lines: 0, hash: NO_ENTRY },
      closed: { lines: 4, hash: ledger[3]!.hash, at: ledger[3]!.at },
      now: { lines: 8, hash: ledger[7]!.hash, at: ledger[7]!.at },
      isBroken: false,
    });
  });

  test('a history that does not hold the line the season was made from is broken', () => {
    const madeFrom = { ...season.madeFrom, ledger: { entries: 2, head: ledger[1]!.hash } };
    expect(historyProof({ year: 2028, madeFrom }, ledger).isBroken).toBe(false);
    expect(historyProof({ year: 2028, madeFrom }, ledger.slice(0, 1)).isBroken).toBe(true);
    const other = { ...madeFrom, ledger: { entries: 2, head: 'f'.repeat(64) } };
    expect(historyProof({ year: 2028, madeFrom: other }, ledger).isBroken).toBe(true);
  });
});

describe('lines of the history in words', () => {
  const people = new Map([['zhao', '赵队长']]);

  test('name people, actions, days, money and files; nothing is told by its key', () => {
    expect(ledgerWords(ledger[5]!, people, 'zh', money)).toEqual([
      '措施：补植',
      '责任人：赵队长',
      '期限 2029-06-30',
      '费用 CNY 120000',
    ]);
    expect(ledgerWords(ledger[6]!, people, 'en', money)).toEqual([
      'photograph, taken 2029-05-20 09:30, 12 m from the unit',
    ]);
    expect(ledgerWords(ledger[7]!, people, 'en', money)).toEqual(['re-check from season 2030']);
  });

  test('the program signs as itself, people by name, others as they called themselves', () => {
    expect(['aftermine', 'zhao', 'somebody'].map((by) => writerText(by, people, 'en'))).toEqual([
      'Aftermine',
      '赵队长',
      'somebody',
    ]);
  });

  test('a photograph that says no place says so; one inside the unit too', () => {
    const photo = { path: 'p', sha256: '0', kind: 'photo', takenAt: null, note: null } as const;
    expect(evidenceText({ ...photo, place: null, distanceM: null }, 'en')).toBe('photograph, says no place');
    expect(evidenceText({ ...photo, place: [1, 2], distanceM: 0 }, 'zh')).toBe('照片，位于图斑内');
  });
});
