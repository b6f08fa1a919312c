import { AftermineError } from '@aftermine/science/base';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { dbfEncoding, type EncodingClues } from './dbf-encoding.ts';
import { Tally } from './tally.ts';

const TEXTS = ['图斑编号', '北山煤矿排土场', '内蒙古自治区锡林郭勒盟', '灌木林地'];

function encodingOf(
  texts: readonly string[],
  encoding: string,
  clues: Partial<EncodingClues> = {},
): { readonly used: string | null; readonly warnings: string[]; readonly error: AftermineError | null } {
  const samples = texts.map((text) => ({ bytes: iconv.encode(text, encoding), full: false }));
  const tally = new Tally();
  try {
    const used = dbfEncoding({ samples, cpg: null, driver: 0, wanted: undefined, ...clues }, 'a.shp', tally);
    return { used, warnings: tally.warnings().map(({ key }) => key), error: null };
  } catch (error) {
    if (error instanceof AftermineError) return { used: null, warnings: [], error };
    throw error;
  }
}

describe('Chinese texts in GBK', () => {
  const cases = [null, 'GBK', 'GB2312', 'gb18030', '936', 'CP936', 'OEM', 'UTF-8'].flatMap((cpg) =>
    [0, 0x4d].map((driver) => ({ cpg, driver })),
  );
  test.each(cases)('are read with .cpg $cpg and language driver $driver', ({ cpg, driver }) => {
    expect(encodingOf(TEXTS, 'gbk', { cpg, driver }).used).toBe('gb18030');
  });

  test('a wrong statement is told, a right one is followed without a word, a guess is told', () => {
    expect(encodingOf(TEXTS, 'gbk', { cpg: 'UTF-8' }).warnings).toEqual(['vector.encoding-stated']);
    expect(encodingOf(TEXTS, 'gbk', { cpg: 'GBK' }).warnings).toEqual([]);
    expect(encodingOf(TEXTS, 'gbk').warnings).toEqual(['vector.encoding']);
  });
});

describe('other encodings', () => {
  test('UTF-8 is seen by its bytes, whatever a Chinese system states', () => {
    expect(encodingOf(TEXTS, 'utf-8').used).toBe('utf-8');
    expect(encodingOf(TEXTS, 'utf-8', { cpg: 'OEM' }).used).toBe('utf-8');
    expect(encodingOf(TEXTS, 'utf-8', { driver: 0x4d }).used).toBe('utf-8');
    expect(encodingOf(['México', 'Zürich'], 'utf-8').used).toBe('utf-8');
  });

  test('Big5 by language driver or .cpg', () => {
    const texts = ['礦山', '北部煤礦'];
    expect(encodingOf(texts, 'big5', { driver: 0x4f }).used).toBe('big5');
    expect(encodingOf(texts, 'big5', { driver: 0x78 }).used).toBe('big5');
    expect(encodingOf(texts, 'big5', { cpg: 'Big5' }).used).toBe('big5');
  });

  test('Western words with a Western statement', () => {
    expect(encodingOf(['México', 'Zürich'], 'latin1', { cpg: 'ISO-8859-1' }).used).toBe('windows-1252');
  });

  test('ASCII needs no decision', () => {
    const tally = new Tally();
    const clues = { samples: [], cpg: 'nonsense', driver: 0, wanted: undefined };
    expect(dbfEncoding(clues, 'a', tally)).toBe('utf-8');
    expect(tally.warnings()).toEqual([]);
  });
});

describe('what stays open is asked', () => {
  test('Western words without a statement: both readings are shown', () => {
    const { error } = encodingOf(['México'], 'latin1');
    expect(error?.code).toBe('E-VEC-106');
    expect(error?.params).toMatchObject({
      first: 'gb18030',
      second: 'windows-1252',
      secondPreview: 'México',
    });
  });

  test('bytes that are Chinese in GBK and valid UTF-8 at once', () => {
    // D0 A1 is one letter of UTF-8 and one Chinese character of GBK.
    const { error } = encodingOf(['小小'], 'gbk');
    expect(error?.code).toBe('E-VEC-106');
    expect(error?.params).toMatchObject({ first: 'utf-8', secondPreview: '小小' });
  });

  test('Chinese under a Western .cpg', () => {
    expect(encodingOf(TEXTS, 'gbk', { cpg: 'ISO-8859-1' }).error?.code).toBe('E-VEC-106');
  });

  test('bytes that are no text at all', () => {
    const tally = new Tally();
    const samples = [{ bytes: Uint8Array.of(0xff, 0xff, 0xff, 0xff), full: false }];
    expect(() => dbfEncoding({ samples, cpg: null, driver: 0, wanted: undefined }, 'a', tally)).toThrow(
      /E-VEC-106/,
    );
  });

  test('the answer overrides everything; an unknown one is refused', () => {
    expect(encodingOf(TEXTS, 'gbk', { cpg: 'UTF-8', wanted: 'big5' }).used).toBe('big5');
    expect(encodingOf(TEXTS, 'gbk', { wanted: '火星文' }).error?.code).toBe('E-VEC-113');
  });
});

describe('texts cut in mid-character', () => {
  test('are forgiven where they fill their field, and only there', () => {
    const bytes = iconv.encode('北山煤矿排土场', 'gbk');
    const clues = { cpg: 'GBK', driver: 0, wanted: undefined };
    const cut = bytes.subarray(0, 9);
    const used = dbfEncoding({ ...clues, samples: [{ bytes: cut, full: true }] }, 'a', new Tally());
    expect(used).toBe('gb18030');
    expect(() =>
      dbfEncoding({ ...clues, cpg: null, samples: [{ bytes: cut, full: false }] }, 'a', new Tally()),
    ).toThrow(/E-VEC-106/);
  });
});
