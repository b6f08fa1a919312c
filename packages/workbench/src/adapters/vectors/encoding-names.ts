/** Spellings of code pages, letters and digits only, as `.cpg` files and users write them. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/^(utf8|unicode|65001|cp65001)$/, 'utf-8'],
  // Chinese software writes `OEM` and `ANSI` for the code page of a Chinese system.
  [/^(oem|ansi)?(cp|ms|ansi|windows|win|x)?(936|54936)$/, 'gb18030'],
  [/^(oem|ansi|gb|gb2312|gbk|gb18030|gb180302000|gb180302005|euccn|chinese|simplifiedchinese)$/, 'gb18030'],
  [/^(cp|ms|ansi|windows|win)?950$|^big5(hkscs)?$/, 'big5'],
  [/^(cp|ms|ansi|windows|win)?1252$|^(iso)?88591$|^latin1$/, 'windows-1252'],
  [/^(cp|ms|ansi|windows|win)?1250$|^(iso)?88592$/, 'windows-1250'],
  [/^(cp|ms|ansi|windows|win)?1251$/, 'windows-1251'],
  [/^(cp|ms|ansi|windows|win)?932$|^s(hift)?jis$/, 'shift_jis'],
  [/^(cp|ms|ansi|windows|win)?949$|^euckr$/, 'euc-kr'],
  [/^koi8r$/, 'koi8-r'],
  [/^(cp|oem|ibm)?866$/, 'ibm866'],
];

/** The decoder for an encoding by any of its names; null for a name that says nothing. */
export function encodingByName(name: string): string | null {
  const bare = name.toLowerCase().replace(/[^a-z0-9]/g, '');
  return SPELLINGS.find(([spelling]) => spelling.test(bare))?.[1] ?? null;
}

/** Language driver ids of dBASE whose encoding is beyond doubt; the Western ones are set by software that sets nothing. */
const DRIVERS: Readonly<Record<number, string>> = {
  77: 'gb18030',
  122: 'gb18030',
  79: 'big5',
  120: 'big5',
  19: 'shift_jis',
  123: 'shift_jis',
  78: 'euc-kr',
  121: 'euc-kr',
  200: 'windows-1250',
  201: 'windows-1251',
};

/**
 * The encoding a language driver id of a DBF header (byte 29) stands for; null where it says nothing.
 * 0x4D and 0x7A are Chinese (PRC), 0x4F and 0x78 Chinese (Taiwan).
 */
export function encodingByDriver(id: number): string | null {
  return DRIVERS[id] ?? null;
}
