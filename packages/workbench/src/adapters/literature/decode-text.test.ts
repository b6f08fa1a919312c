import { readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { decodeText } from './decode-text.ts';
import { importLiterature } from './import-literature.ts';

const CHINESE = 'TY  - JOUR\r\nTI  - 矿山生态修复\r\nAU  - 施, 洋\r\nPY  - 2019\r\nER  - \r\n';
const WESTERN = 'TY  - JOUR\nTI  - Müller über Gesteinshalden\nAU  - Müller, Jérôme\nER  - \n';
const keysOf = (bytes: Uint8Array): string[] => decodeText(bytes, 'a').remarks.map(({ key }) => key);
const join = (...parts: readonly Uint8Array[]): Buffer => Buffer.concat(parts);

describe('the encoding of an export', () => {
  const ways: readonly (readonly [name: string, bytes: Uint8Array, encoding: string])[] = [
    ['UTF-8', Buffer.from(CHINESE), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${CHINESE}`), 'utf-8'],
    ['UTF-16 LE with a mark', iconv.encode(CHINESE, 'utf-16le', { addBOM: true }), 'utf-16le'],
    ['UTF-16 BE with a mark', iconv.encode(CHINESE, 'utf-16be', { addBOM: true }), 'utf-16be'],
    ['UTF-16 LE without a mark', iconv.encode(CHINESE, 'utf-16le'), 'utf-16le'],
    ['UTF-16 BE without a mark', iconv.encode(CHINESE, 'utf-16be'), 'utf-16be'],
    ['GB 18030', iconv.encode(CHINESE, 'gb18030'), 'gb18030'],
  ];
  for (const [name, bytes, encoding] of ways)
    test(name, () => {
      expect(decodeText(bytes, 'a')).toMatchObject({ text: CHINESE, encoding });
      expect(keysOf(bytes)).toEqual(encoding === 'utf-8' ? [] : ['evidence.decoding.encoding']);
    });

  test('Western text, whose letters GB 18030 could read as Chinese, is Western and said to be guessed', () => {
    const decoded = decodeText(iconv.encode(WESTERN, 'win1252'), 'a');
    expect(decoded).toMatchObject({ text: WESTERN, encoding: 'windows-1252' });
    expect(decoded.remarks).toEqual([
      { key: 'evidence.decoding.guessed', params: { encoding: 'windows-1252' } },
    ]);
  });

  test('a character cut off at the end of the file is left out and said, in UTF-8 and in GB 18030', () => {
    for (const encoding of ['utf8', 'gb18030'])
      for (const cut of [1, 2]) {
        const bytes = iconv.encode(`${CHINESE}题`, encoding).subarray(0, -cut);
        const { text, remarks } = decodeText(bytes, 'a');
        expect(text).toBe(CHINESE);
        if (encoding === 'utf8' || cut === 1)
          expect(remarks.map(({ key }) => key)).toContain('evidence.decoding.cut-character');
      }
  });

  test('a few damaged bytes leave a text UTF-8, and are counted', () => {
    const { text, encoding, remarks } = decodeText(
      join(Buffer.from(CHINESE.repeat(5)), Buffer.from([0xff]), Buffer.from(CHINESE)),
      'a',
    );
    expect(encoding).toBe('utf-8');
    expect(text.split('\ufffd')).toHaveLength(2);
    expect(remarks).toEqual([{ key: 'evidence.decoding.damaged', params: { count: 1 } }]);
  });

  test('an export in GB 18030 appended to one in UTF-8 is read line by line', () => {
    const { text, encoding, remarks } = decodeText(
      join(Buffer.from(CHINESE), iconv.encode(CHINESE, 'gb18030'), Buffer.from(CHINESE)),
      'a',
    );
    expect([text, encoding]).toEqual([CHINESE.repeat(3), 'mixed']);
    expect(remarks).toEqual([{ key: 'evidence.decoding.mixed', params: { utf8: 4, gb18030: 2 } }]);
  });

  test('Chinese that was saved as if it were Western is said, Western text with accents is not', () => {
    const broken = iconv.decode(iconv.encode(CHINESE.repeat(3), 'gb18030'), 'latin1');
    expect(keysOf(Buffer.from(broken))).toEqual(['evidence.decoding.garbled']);
    expect(keysOf(Buffer.from(WESTERN.repeat(9)))).toEqual([]);
  });

  test('an empty file is empty text', () => {
    expect(decodeText(new Uint8Array(), 'a')).toEqual({ text: '', encoding: 'utf-8', remarks: [] });
  });
});

describe('a file that is no text is refused with what it is', () => {
  const files: readonly (readonly [kind: string, bytes: readonly number[]])[] = [
    ['PDF', [0x25, 0x50, 0x44, 0x46, 0x2d, 0x31]],
    ['ZIP, XLSX, DOCX', [0x50, 0x4b, 0x03, 0x04, 0x14]],
    ['XLS, DOC', [0xd0, 0xcf, 0x11, 0xe0, 0xa1]],
    ['bytes', Array.from({ length: 500 }, (_, i) => (i * 37) % 251)],
  ];
  for (const [kind, bytes] of files)
    test(kind, () => {
      expect(() => decodeText(Uint8Array.from(bytes), 'a.ris')).toThrow(`E-EVI-102 | at a.ris | got ${kind}`);
    });

  test('a program too', () => {
    expect(() => decodeText(readFileSync(process.execPath).subarray(0, 100_000), 'node')).toThrow(
      /E-EVI-102/,
    );
  });
});

test('an export is decoded and read in one', () => {
  const { literature, encoding, remarks } = importLiterature('cnki.txt', iconv.encode(CHINESE, 'gb18030'));
  expect(literature.references[0]).toMatchObject({ key: 'cnki.txt#0', title: '矿山生态修复', year: 2019 });
  expect(encoding).toBe('gb18030');
  expect(remarks).toHaveLength(1);
});
