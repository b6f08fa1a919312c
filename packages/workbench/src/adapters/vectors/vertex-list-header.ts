import { type DatumName, datumFromName } from '@aftermine/science/site';
import { type CornerStatement, NOTHING_STATED } from './corner-system.ts';
import { plainForms } from './survey-number.ts';

/** What the attribute part ([属性描述]) of a filing says. */
export interface VertexListHeader {
  readonly statement: CornerStatement;
  /** What it says of the system, as it stands there, for messages. */
  readonly entries: ReadonlyMap<string, string>;
}

/** Reads `key=value` lines such as 坐标系=2000国家大地坐标系, 几度分带=3, 带号=38. */
export function vertexListHeader(lines: readonly string[]): VertexListHeader {
  const entries = new Map<string, string>();
  for (const line of lines) {
    const [, key, value] = /^\s*([^=:]+?)\s*[=:]\s*(.*?)\s*$/.exec(plainForms(line)) ?? [];
    if (key !== undefined && value !== undefined && value !== '') entries.set(key.replace(/\s/g, ''), value);
  }
  const of = (...keys: readonly string[]): string | undefined =>
    keys.map((key) => entries.get(key)).find((value) => value !== undefined);
  const number = (text: string | undefined): number | null => {
    const digits = /\d+(\.\d+)?/.exec(text ?? '')?.[0];
    return digits === undefined ? null : Number(digits);
  };
  const width = number(of('几度分带', '分带', '分带方式')?.replace('三', '3').replace('六', '6'));
  return {
    entries,
    statement: {
      ...NOTHING_STATED,
      datum: datumOf(of('坐标系', '坐标系统', '大地基准') ?? ''),
      width: width === 3 || width === 6 ? width : null,
      zone: number(of('带号')),
      meridian: number(of('中央子午线', '中央经线')),
    },
  };
}

/** Filings write the datum with its year: 2000国家大地坐标系, 80国家大地坐标系, 1954年北京坐标系. */
function datumOf(name: string): DatumName | null {
  if (/2000/.test(name)) return 'cgcs2000';
  if (/西安|1980|\b80|^80/.test(name)) return 'xian80';
  if (/北京|1954|\b54|^54/.test(name)) return 'beijing54';
  if (/84/.test(name)) return 'wgs84';
  return datumFromName(name);
}
