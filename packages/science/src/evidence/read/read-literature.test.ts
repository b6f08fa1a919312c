import { describe, expect, test } from 'vitest';
import { chance } from '../../base/index.ts';
import { readLiterature } from './read-literature.ts';

const RIS = 'TY  - JOUR\nTI  - One\nAN  - W1\nER  - \n\nTY  - JOUR\nTI  - Two\nAN  - W1\nER  - \n';
const NBIB = 'PMID- 1\nTI  - Three\nAB  - Text.\n\nPMID- 2\nTI  - Four\n';
const BIB = '@article{a,\n title = {Five}\n}\n';
const CSV = 'title,authors,year\nSix,"Doe, J",2001\n';
const JSON_TEXT = '[\n{"type": "book", "title": "Seven"}\n]\n';
const XML =
  '<?xml version="1.0"?><xml><records><record><titles><title>Eight</title></titles></record></records></xml>\n';
const REFER = '%0 Book\n%T Nine\n';
const WOS = 'FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\nTI Ten\nER\nEF\n';
const NET = '{Reference Type}: Thesis\n{Title}: 十一\n';

describe('files that hold several exports', () => {
  test('RIS appended to NBIB: both are read, and it is said', () => {
    const { references, dialects, parts, ledger } = readLiterature('a.nbib', NBIB + RIS);
    expect(references.map(({ title }) => title)).toEqual(['Three', 'Four', 'One', 'Two']);
    expect(dialects).toEqual(['nbib', 'ris']);
    expect(parts).toEqual([
      { dialect: 'nbib', line: 1, records: 2 },
      { dialect: 'ris', line: 7, records: 2 },
    ]);
    expect(ledger.remarks).toContainEqual({
      key: 'evidence.import.mixed-dialects',
      count: 1,
      lines: [7],
      params: { dialects: 'nbib, ris' },
    });
  });

  test('property: any order of nine dialects gives every title once, in the order of the file', () => {
    const random = chance(5);
    const exports: readonly (readonly [string, readonly string[]])[] = [
      [RIS, ['One', 'Two']],
      [NBIB, ['Three', 'Four']],
      [BIB, ['Five']],
      [CSV, ['Six']],
      [JSON_TEXT, ['Seven']],
      [XML, ['Eight']],
      [REFER, ['Nine']],
      [WOS, ['Ten']],
      [NET, ['十一']],
    ];
    for (let round = 0; round < 60; round += 1) {
      const order = exports
        .map((entry) => [random.uniform(), entry] as const)
        .sort((a, b) => a[0] - b[0])
        .map(([, entry]) => entry);
      // A table begins where no field can be open.
      const text = order.map(([part]) => `${part}\n`).join('');
      const { references, ledger } = readLiterature('a', text);
      expect(references.map(({ title }) => title)).toEqual(order.flatMap(([, titles]) => titles));
      expect(ledger.records).toBe(ledger.parsed + ledger.failed.length);
      expect(references.map(({ key }) => key)).toEqual(references.map((_, i) => `a#${i}`));
    }
  });

  test('a file cut in half does not swallow the one appended to it', () => {
    const cut = 'TY  - JOUR\nTI  - One\nAB  - Breaks o';
    expect(readLiterature('a', `${cut}\n${RIS}`).references.map(({ title }) => title)).toEqual([
      'One',
      'One',
      'Two',
    ]);
    const { references, dialects } = readLiterature('a', `${cut}\n\n${NBIB}`);
    expect(dialects).toEqual(['ris', 'nbib']);
    expect(references.map(({ title }) => title)).toEqual(['One', 'Three', 'Four']);
  });

  test('a byte order mark within a file, before the second export, is no text', () => {
    expect(readLiterature('a', `\ufeff${RIS}\ufeff${RIS}`).references.map(({ title }) => title)).toEqual([
      'One',
      'Two',
      'One',
      'Two',
    ]);
  });
});

describe('the ledger', () => {
  test('an empty file and one of blanks give no reference and say so', () => {
    for (const text of ['', ' \n\t\r\n ', '\ufeff']) {
      const { references, ledger, dialects } = readLiterature('a', text);
      expect([references, dialects]).toEqual([[], []]);
      expect(ledger).toMatchObject({ records: 0, parsed: 0, failed: [] });
      expect(ledger.remarks.map(({ key }) => key)).toEqual(['evidence.import.empty-file']);
    }
  });

  test('text in no dialect is refused with its first words', () => {
    for (const text of [
      'Dear reader,\nnothing here.',
      '{"a": 1}',
      '<html><body>x</body></html>',
      'x'.repeat(200_000),
    ])
      expect(() => readLiterature('a.ris', text)).toThrow(/E-EVI-101/);
  });

  test('counts what is missing and names accession numbers that stand twice', () => {
    const { ledger } = readLiterature(
      'a',
      `${RIS}TY  - JOUR\nAU  - Doe, J\nPY  - 2001\nDO  - 10.1000/a\nER  - \n`,
    );
    expect(ledger).toMatchObject({
      records: 3,
      parsed: 3,
      noTitle: 1,
      noAuthors: 2,
      noYear: 2,
      noAbstract: 3,
      noDoi: 2,
    });
    expect(ledger.repeatedIds).toEqual([{ id: 'W1', keys: ['a#0', 'a#1'] }]);
  });

  test('property: cut anywhere, every record found is parsed or failed and no text is lost', () => {
    const whole = `${RIS}\n${NBIB}\n${BIB}\n${REFER}\n${NET}`;
    for (let end = 12; end < whole.length; end += 3) {
      const text = whole.slice(0, end);
      const file = readLiterature('a', text);
      expect(file.ledger.records).toBe(file.ledger.parsed + file.ledger.failed.length);
      const kept = [
        ...file.references.map(({ raw }) => raw),
        ...file.ledger.failed.map(({ raw }) => raw),
        ...file.outside.map(({ raw }) => raw),
      ].reduce((sum, raw) => sum + raw.replace(/\s/g, '').length, 0);
      expect(kept).toBe(text.replace(/\s/g, '').length);
    }
  });

  test('hostile texts of a million characters end in linear time', () => {
    const hostile = [
      `TY  - JOUR\nAB  - ${'a\n'.repeat(500_000)}`,
      `TY  - JOUR\n${'KW  - ;;;;;;;;;;\n'.repeat(60_000)}`,
      `TY  - JOUR\nDO  - ${'10.'.repeat(300_000)}\n`,
      `TY  - JOUR\nSN  - ${'('.repeat(1_000_000)}\n`,
      `TY  - JOUR\nAU  - ${'A. '.repeat(300_000)}\n`,
      `title,year\n${'"a,b\n'.repeat(200_000)}`,
      `@article{a, title = ${'{'.repeat(1_000_000)}`,
      `@article{a, title = "${'\\'.repeat(1_000_000)}`,
      `${'@article{a,\n title = {x\n'.repeat(40_000)}`,
      `<xml><records>${'<record>'.repeat(100_000)}`,
      `<xml><records><record><titles><title>${'&#x'.repeat(300_000)}`,
      `[{"title": ${'['.repeat(1_000_000)}`,
      `[1] ${'张. '.repeat(1_900)}[J]. x, 2001.\n`.repeat(150),
      '\r'.repeat(1_000_000) + RIS,
    ];
    for (const text of hostile) {
      const { ledger } = readLiterature('a', text);
      expect(ledger.records).toBe(ledger.parsed + ledger.failed.length);
    }
  });
});
