import type { DatumName } from '@aftermine/science/site';
import type { CornerStatement } from '../vectors/corner-system.ts';
import { plainForms } from '../vectors/survey-number.ts';

/** Words that can only mean a datum; a bare 2000 may be a scale or a year. */
const DATUMS: readonly (readonly [RegExp, DatumName])[] = [
  [/cgcs2000|2000国家|国家2000|2000坐标系|国家大地坐标系/, 'cgcs2000'],
  [/西安80|80西安|西安1980|1980西安|1980年西安/, 'xian80'],
  [/北京54|54北京|北京1954|1954北京|1954年北京/, 'beijing54'],
  [/wgs-?84|wgs1984/, 'wgs84'],
];

const MAX_TITLES = 8_000;

/** What titles and column names say of the coordinate system: 2000国家大地坐标系, 3度带, 中央子午线114°, 带号38. */
export function titleStatement(texts: readonly string[]): CornerStatement {
  const text = plainForms(texts.join(' ').slice(0, MAX_TITLES)).toLowerCase().replace(/\s/g, '');
  const number = (pattern: RegExp): number | null => {
    const found = pattern.exec(text)?.[1];
    return found === undefined ? null : Number(found);
  };
  const width = /(3|三)度(分)?带/.test(text) ? 3 : /(6|六)度(分)?带/.test(text) ? 6 : null;
  return {
    datum: DATUMS.find(([pattern]) => pattern.test(text))?.[1] ?? null,
    width,
    zone: number(/带号[:=为]?(\d{2})/) ?? number(/第(\d{2})带/),
    meridian: number(/中央(?:子午线|经线)[:=为]?(?:e|东经)?(\d{2,3})/),
  };
}
