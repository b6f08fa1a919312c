import { strFromU8, unzipSync } from 'fflate';

export interface BookCell {
  readonly formula: string | null;
  /** Number, or text as it reads. */
  readonly value: number | string | null;
  readonly style: number;
}

/** The cells of a workbook by sheet and place, read by nothing but its XML. */
export function readBook(bytes: Uint8Array): Map<string, Map<string, BookCell>> {
  const files = unzipSync(bytes);
  const book = strFromU8(files['xl/workbook.xml']!);
  const names = [...book.matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => plain(name!));
  return new Map(
    names.map((name, i) => [name, cellsOf(strFromU8(files[`xl/worksheets/sheet${i + 1}.xml`]!))]),
  );
}

function cellsOf(xml: string): Map<string, BookCell> {
  const cells = new Map<string, BookCell>();
  for (const [, place, style, rest = '', inner = ''] of xml.matchAll(
    /<c r="([A-Z]+\d+)" s="(\d+)"([^>/]*)(?:\/>|>(.*?)<\/c>)/gs,
  )) {
    const formula = /<f>(.*?)<\/f>/s.exec(inner)?.[1];
    const value = /<v>(.*?)<\/v>/s.exec(inner)?.[1];
    const inline = /<t [^>]*>(.*?)<\/t>/s.exec(inner)?.[1];
    const isText = rest.includes('t="str"');
    cells.set(place!, {
      formula: formula === undefined ? null : plain(formula),
      value:
        inline !== undefined
          ? plain(inline)
          : value === undefined
            ? null
            : isText
              ? plain(value)
              : Number(value),
      style: Number(style),
    });
  }
  return cells;
}

function plain(xml: string): string {
  return xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

/** The same workbook without the values beside its formulas: who shows numbers must have calculated them. */
export function withoutCached(bytes: Uint8Array): Record<string, Uint8Array> {
  return Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, content]) => [
      name,
      name.startsWith('xl/worksheets/')
        ? new TextEncoder().encode(strFromU8(content).replace(/(<\/f>)<v>.*?<\/v>/gs, '$1'))
        : content,
    ]),
  );
}
