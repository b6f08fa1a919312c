import { checkTexts } from './check.ts';
import { cleanTexts } from './clean.ts';
import { cliTexts } from './cli.ts';
import { controlTexts } from './control.ts';
import { controlActionTexts } from './control-actions.ts';
import { controlAlarmTexts } from './control-alarms.ts';
import { controlCommandTexts } from './control-commands.ts';
import { controlForecastTexts } from './control-forecast.ts';
import { controlPolicyTexts } from './control-policy.ts';
import { controlReportTexts } from './control-report.ts';
import { controlWorthTexts } from './control-worth.ts';
import { demoTexts } from './demo.ts';
import { diagnoseTexts } from './diagnose.ts';
import { diagnoseGateTexts } from './diagnose-gates.ts';
import { diagnoseModelTexts } from './diagnose-models.ts';
import { diagnosisReportTexts } from './diagnosis-report.ts';
import { errorTexts } from './errors.ts';
import { evidenceCommandTexts } from './evidence-commands.ts';
import { evidenceDedupeTexts } from './evidence-dedupe.ts';
import { evidenceImportTexts } from './evidence-import.ts';
import { evidencePoolTexts } from './evidence-pool.ts';
import { evidenceReportTexts } from './evidence-report.ts';
import { evidenceScreenTexts } from './evidence-screen.ts';
import { observationReportTexts } from './observation-report.ts';
import { observeTexts } from './observe.ts';
import { planTexts } from './plan.ts';
import { planAllocationTexts } from './plan-allocation.ts';
import { planKernelTexts } from './plan-kernels.ts';
import { planLibraryTexts } from './plan-library.ts';
import { planReportTexts } from './plan-report.ts';
import { planReportMoneyTexts } from './plan-report-money.ts';
import { planSheetTexts } from './plan-sheets.ts';
import { planStandingTexts } from './plan-standing.ts';
import { planWordTexts } from './plan-words.ts';
import { planWorkbookTexts } from './plan-workbook.ts';
import { priorityListTexts } from './priority-list.ts';
import { rasterTexts } from './raster.ts';
import { reportTexts } from './report.ts';
import { scenesTexts } from './scenes.ts';
import { seriesTexts } from './series.ts';
import { serverTexts } from './server.ts';
import { serverReadingTexts } from './server-reading.ts';
import { siteTexts } from './site.ts';
import { storeTexts } from './store.ts';
import { tableTexts } from './tables.ts';
import { terrainTexts } from './terrain.ts';
import { trendTexts } from './trend.ts';
import { unknownTexts } from './unknown.ts';
import { vectorTexts } from './vectors.ts';

/** One text in both languages. `{name}` in either is filled from the parameters. */
export interface Text {
  readonly en: string;
  readonly zh: string;
}

/** Texts of one topic. Both languages stand side by side so that neither can be forgotten. */
export type Texts = Readonly<Record<string, Text>>;

export type Language = 'en' | 'zh';

/** Every text a person can see, from one place: command line, errors, reports, the web app. */
export const catalogue = {
  ...errorTexts,
  ...unknownTexts,
  ...trendTexts,
  ...cleanTexts,
  ...cliTexts,
  ...siteTexts,
  ...checkTexts,
  ...serverReadingTexts,
  ...storeTexts,
  ...observeTexts,
  ...scenesTexts,
  ...seriesTexts,
  ...serverTexts,
  ...priorityListTexts,
  ...rasterTexts,
  ...reportTexts,
  ...demoTexts,
  ...diagnoseTexts,
  ...diagnoseGateTexts,
  ...diagnoseModelTexts,
  ...diagnosisReportTexts,
  ...terrainTexts,
  ...observationReportTexts,
  ...planTexts,
  ...planAllocationTexts,
  ...planReportTexts,
  ...planReportMoneyTexts,
  ...planSheetTexts,
  ...planStandingTexts,
  ...planWordTexts,
  ...planKernelTexts,
  ...planLibraryTexts,
  ...planWorkbookTexts,
  ...tableTexts,
  ...vectorTexts,
  ...controlTexts,
  ...controlActionTexts,
  ...controlCommandTexts,
  ...controlAlarmTexts,
  ...controlForecastTexts,
  ...controlPolicyTexts,
  ...controlReportTexts,
  ...controlWorthTexts,
  ...evidenceCommandTexts,
  ...evidenceDedupeTexts,
  ...evidenceImportTexts,
  ...evidencePoolTexts,
  ...evidenceReportTexts,
  ...evidenceScreenTexts,
} as const satisfies Texts;

export type TextKey = keyof typeof catalogue;

/**
 * The text of `key` in `language`, with `{name}` filled from `params`. A key that the catalogue does not
 * hold (an error code of a newer plug-in, say) comes back as the key itself, so nothing is ever blank.
 */
export function say(
  language: Language,
  key: TextKey | (string & {}),
  params: Readonly<Record<string, string | number | boolean | null | undefined>> = {},
): string {
  const text = (catalogue as Texts)[key];
  if (text === undefined) return key;
  // What an error names is searched for in a file, and copied into it.
  const isCopied = /^(error|hint)\./.test(key);
  return text[language].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    return isCopied ? String(value) : withMinus(String(value));
  });
}

/** A negative number as people read it, with a true minus; anything else as it is. Data files and what is typed keep the hyphen. */
function withMinus(text: string): string {
  return /^-\d+(\.\d+)?$/.test(text) ? text.replace('-', '\u2212') : text;
}

/** True when the catalogue holds `key`. */
export function hasText(key: string): key is TextKey {
  return Object.hasOwn(catalogue, key);
}
