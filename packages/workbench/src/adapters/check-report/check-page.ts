import { type Language, say } from '@aftermine/science/base';
import { numberText } from '@aftermine/science/report/observation';
import { MU_PER_HA } from '@aftermine/science/site';
import type { CheckReport } from '../../ports/index.ts';
import type { Say } from '../observation-report/page-parts.ts';
import { frameOf, type MapFrame, mapBox } from './map-frame.ts';
import { type Marks, type Outlines, outlineKey, placeMarks } from './place-marks.ts';

/** What every part of the check report is made from. */
export interface CheckPage {
  readonly report: CheckReport;
  readonly language: Language;
  /** Words of the page (`check-page.` is put before the key). */
  readonly say: Say;
  readonly outlines: Outlines;
  /** Null where there is nothing to draw. */
  readonly frame: MapFrame | null;
  readonly marks: Marks | null;
}

const MAP_WIDTH = 1000;
const MAP_HEIGHTS = { least: 360, most: 860 };

export function checkPage(report: CheckReport, language: Language): CheckPage {
  const outlines = new Map(report.features.map((one) => [outlineKey(one.file, one.index), one]));
  const box = mapBox(report);
  const frame = box === null ? null : frameOf(box, report.crs, MAP_WIDTH, MAP_HEIGHTS);
  return {
    report,
    language,
    say: (key, params) => say(language, `check-page.${key}`, params),
    outlines,
    frame,
    marks: frame === null ? null : placeMarks(report, outlines, frame),
  };
}

/** Hectares and mu as the parameters of a sentence. */
export function areaParams(language: Language, areaHa: number): { readonly ha: string; readonly mu: string } {
  return { ha: numberText(language, areaHa, 2), mu: numberText(language, areaHa * MU_PER_HA, 1) };
}
