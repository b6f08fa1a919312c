interface Style {
  readonly bold?: true;
  readonly size?: number;
  /** RRGGBB */
  readonly colour?: string;
  readonly fill?: string;
  readonly format?: string;
  readonly align?: 'left' | 'right' | 'center';
  readonly indent?: 1;
  readonly wrap?: true;
  readonly line?: 'top' | 'bottom' | 'hair';
}

const MONEY = '#,##0.00;[Red]-#,##0.00';
const WHOLE = '#,##0;[Red]-#,##0;"–"';
const INPUT = { colour: '1F4E9E', fill: 'FFF9E5', line: 'hair' } as const;
const CELL = { line: 'hair' } as const;
/** Off the figures of the column before. */
const LEFT = { align: 'left', indent: 1 } as const;
const TOTAL = { bold: true, line: 'top', fill: 'F0F3F1' } as const;

/** Blue on cream is meant to be changed; everything else follows from it. */
const STYLES = {
  text: { ...CELL, ...LEFT },
  wrapped: { ...CELL, ...LEFT, wrap: true },
  plain: {},
  title: { bold: true, size: 14, colour: '1F3B2F' },
  note: { colour: '59635E' },
  remark: { colour: '59635E', wrap: true },
  section: { ...LEFT, bold: true, size: 12, colour: '1F3B2F', line: 'bottom' },
  head: { bold: true, colour: 'FFFFFF', fill: '2F5D4A', wrap: true, ...LEFT },
  headNumber: { bold: true, colour: 'FFFFFF', fill: '2F5D4A', wrap: true, align: 'right' },
  money: { ...CELL, format: MONEY },
  whole: { ...CELL, format: WHOLE },
  amount: { ...CELL, format: '#,##0.00' },
  factor: { ...CELL, format: '0.0000' },
  year: { ...CELL, ...LEFT, format: '0' },
  count: { ...CELL, format: '0', align: 'center' },
  percent: { ...CELL, format: '0.00%', align: 'right' },
  inputMoney: { ...INPUT, format: '#,##0.00' },
  inputAmount: { ...INPUT, format: '#,##0.00' },
  inputWhole: { ...INPUT, format: WHOLE },
  inputPercent: { ...INPUT, ...LEFT, format: '0.00%' },
  warn: { ...CELL, ...LEFT, colour: '8A4B00', fill: 'FFF1DC' },
  warnWrapped: { ...CELL, ...LEFT, wrap: true, colour: '8A4B00', fill: 'FFF1DC' },
  total: { ...TOTAL, ...LEFT },
  totalMoney: { ...TOTAL, format: MONEY },
  totalWhole: { ...TOTAL, format: WHOLE },
  totalAmount: { ...TOTAL, format: '#,##0.00' },
} as const satisfies Readonly<Record<string, Style>>;
export type StyleName = keyof typeof STYLES;

const NAMES = Object.keys(STYLES) as StyleName[];
/** Number formats of one's own begin here. */
const FIRST_FORMAT = 164;
/** A face that has both scripts stands on most machines; others put their own in its place. */
const FONT = { en: 'Calibri', zh: '宋体' } as const;

/**
 * Number of a style in the file. Every style stands twice: the second time for text that begins like a formula, which a
 * spreadsheet must keep as text also when somebody edits it.
 */
export function styleIndex(name: StyleName, quoted = false): number {
  return 1 + NAMES.indexOf(name) + (quoted ? NAMES.length : 0);
}

/** `xl/styles.xml` */
export function stylesXml(language: 'en' | 'zh'): string {
  const styles = NAMES.map((name): Style => STYLES[name]);
  const formats = [...new Set(styles.flatMap(({ format }) => (format === undefined ? [] : [format])))];
  const numFmts = formats.map(
    (format, i) =>
      `<numFmt numFmtId="${FIRST_FORMAT + i}" formatCode="${format.replaceAll('"', '&quot;')}"/>`,
  );
  const fonts = styles.map(
    ({ bold, size = 10, colour = '1A1A1A' }) =>
      `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><color rgb="FF${colour}"/><name val="${FONT[language]}"/></font>`,
  );
  const fills = styles.map(({ fill }) =>
    fill === undefined
      ? '<fill><patternFill patternType="none"/></fill>'
      : `<fill><patternFill patternType="solid"><fgColor rgb="FF${fill}"/><bgColor indexed="64"/></patternFill></fill>`,
  );
  const borders = styles.map(({ line }) => {
    const top = line === 'top' ? '<top style="thin"><color rgb="FF2F5D4A"/></top>' : '<top/>';
    const bottom =
      line === 'hair'
        ? '<bottom style="hair"><color rgb="FFB9C2BD"/></bottom>'
        : line === 'bottom'
          ? '<bottom style="thin"><color rgb="FF2F5D4A"/></bottom>'
          : '<bottom/>';
    return `<border><left/><right/>${top}${bottom}<diagonal/></border>`;
  });
  const xfs = (quoted: boolean): string =>
    styles
      .map(({ format, align, indent, wrap }, i) => {
        const numFmt = format === undefined ? 0 : FIRST_FORMAT + formats.indexOf(format);
        const alignment = `<alignment vertical="center"${align ? ` horizontal="${align}"` : ''}${indent ? ` indent="${indent}"` : ''}${wrap ? ' wrapText="1"' : ''}/>`;
        return `<xf numFmtId="${numFmt}" fontId="${i + 1}" fillId="${i + 2}" borderId="${i + 1}" xfId="0"${quoted ? ' quotePrefix="1"' : ''} applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignment}</xf>`;
      })
      .join('');
  const list = (tag: string, items: readonly string[]): string =>
    `<${tag} count="${items.length}">${items.join('')}</${tag}>`;
  const plainFont = `<font><sz val="10"/><name val="${FONT[language]}"/></font>`;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    list('numFmts', numFmts),
    list('fonts', [plainFont, ...fonts]),
    // The first two are fixed by the format.
    list('fills', [
      '<fill><patternFill patternType="none"/></fill>',
      '<fill><patternFill patternType="gray125"/></fill>',
      ...fills,
    ]),
    list('borders', ['<border><left/><right/><top/><bottom/><diagonal/></border>', ...borders]),
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${1 + 2 * NAMES.length}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${xfs(false)}${xfs(true)}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    '</styleSheet>',
  ].join('');
}
