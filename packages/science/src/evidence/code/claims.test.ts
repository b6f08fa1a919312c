import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { describeWithData, golden } from '../../../../../test/golden.ts';
import { readClaims } from './claims.ts';
import { claimsReport } from './claims-report.ts';
import { readCodebook } from './read-codebook.ts';
import { readFindings } from './read-findings.ts';
import { ROW, SMALL_CODEBOOK } from './small-codebook.fixture.ts';

const reference = (number: number) => ({ id: `R${number}`, number, title: 't', year: null });
const ledger = readClaims({
  claims: [
    { id: 'a', statement: 'one', citations: [1, 2] },
    { id: 'b', statement: 'two', citations: [2, 9, 9] },
    { id: 'c', statement: 'three', citations: [9] },
    { id: 'd', statement: 'four', quantified: true },
  ],
  uncited_assertions: [{ id: 'u', statement: 'five' }],
});

describe('claims of any document', () => {
  test('are resolved against its list of references', () => {
    const report = claimsReport(
      ledger,
      [reference(1), reference(2), reference(3)],
      [{ number: 9, topic: 'soil', searchHint: 'mine soil' }],
    );
    expect(report).toMatchObject({
      statements: 4,
      resolved: 1,
      partial: 1,
      unsupported: 1,
      uncitedStatements: 1,
      quantified: 1,
      missingNumbers: [9],
      neverCited: ['R3'],
    });
    expect(report.tasks).toEqual([
      { kind: 'find-reference', number: 9, claims: ['b', 'c'], topic: 'soil', searchHint: 'mine soil' },
      { kind: 'support-claim', claim: 'c' },
      { kind: 'support-claim', claim: 'd' },
      { kind: 'cite-assertion', assertion: 'u' },
    ]);
  });

  test('without a list rest on nothing, unless the ledger itself resolves them', () => {
    expect(claimsReport(ledger)).toMatchObject({ resolved: 0, unsupported: 3 });
    const own = readClaims({
      claims: [{ id: 'a', statement: 's', citations: [1, 2], resolved: ['R1'], unresolved: [2] }],
    });
    expect(claimsReport(own)).toMatchObject({ partial: 1, missingNumbers: [2] });
  });

  test('are grade E until a resolved reference has a finding with numbers and locator', () => {
    const { findings } = readFindings(
      [
        { ...ROW, paper: 'R1' },
        { ...ROW, paper: 'R2', locator: '' },
      ],
      SMALL_CODEBOOK,
    );
    const { claims } = claimsReport(ledger, [reference(1), reference(2)], [], findings);
    expect(claims.map(({ grade, findings: ids }) => [grade, ids])).toEqual([
      [null, ['R1#0']],
      ['E', []],
      ['E', []],
      ['E', []],
    ]);
  });

  test('a ledger that says otherwise than the list is told', () => {
    const wrong = readClaims({ claims: [{ id: 'a', statement: 's', citations: [1, 9], unresolved: [] }] });
    expect(claimsReport(wrong, [reference(1)]).complaints).toEqual([
      { where: 'claims.a', kind: 'support-differs', params: { resolved: 'R1', unresolved: '9' } },
    ]);
  });

  test('that are wrong are left out and told, one by one', () => {
    const { claims, complaints } = readClaims({
      claims: [
        { id: 'a', statement: 's' },
        { id: 'a', statement: 't' },
        { id: 'b', statement: 's' },
        { statement: 'no id' },
        { id: 'c', statement: 'x', citations: ['one'] },
        null,
      ],
    });
    expect(claims.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(complaints.map(({ kind }) => kind)).toEqual([
      'claim-twice',
      'statement-repeated',
      'malformed',
      'malformed',
      'malformed',
    ]);
    for (const document of [null, 5, {}, { claims: 'none' }])
      expect(() => readClaims(document)).toThrow('E-CLM-001');
  });
});

const CLAIMS = golden('evidence/claims.yaml');
describeWithData('the claims of the reviewed paper', CLAIMS, () => {
  const document = parse(readFileSync(CLAIMS, 'utf8')) as {
    integrity: Record<string, unknown>;
    citation_index: Record<string, { ref: string | null; claims: string[] }>;
  };
  const { codebook } = readCodebook(parse(readFileSync(golden('evidence/codebook.yaml'), 'utf8')));
  const report = claimsReport(readClaims(document), codebook.references, codebook.missingReferences);

  test('44 statements: 30 resolved, 12 partly, 2 by missing references alone', () => {
    expect(report).toMatchObject({
      statements: document.integrity['cited_statements'],
      resolved: 30,
      partial: 12,
      unsupported: 2,
      uncitedStatements: 0,
      quantified: 0,
      missingNumbers: document.integrity['unresolved_numbers'],
      neverCited: document.integrity['never_cited_references'],
    });
    const idsOf = (support: string): string[] =>
      report.claims.filter((claim) => claim.support === support).map(({ claim }) => claim.id);
    expect([...idsOf('partial'), ...idsOf('none')].sort()).toEqual(
      document.integrity['statements_with_unresolved'],
    );
    expect(idsOf('none')).toEqual(document.integrity['statements_with_only_unresolved']);
  });

  test('the four missing references are open tasks, with the claims that cite them', () => {
    const tasks = report.tasks.filter((task) => task.kind === 'find-reference');
    expect(tasks.map(({ number }) => number)).toEqual([17, 18, 19, 20]);
    for (const { number, claims, topic } of tasks) {
      expect(claims).toEqual(document.citation_index[String(number)]!.claims);
      expect(topic).not.toBeNull();
    }
  });

  test('what the ledger states of each claim agrees with the list of references', () => {
    expect(report.complaints.filter(({ kind }) => kind === 'support-differs')).toEqual([]);
  });

  test('all of it is grade E: there is no effect size in it', () => {
    expect(report.claims.every(({ grade }) => grade === 'E')).toBe(true);
  });
});
