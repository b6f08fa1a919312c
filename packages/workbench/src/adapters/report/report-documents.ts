import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';
import { say } from '@aftermine/science/base';
import type { Documents, ObservationReport } from '../../ports/index.ts';
import { mapStacks } from './map-images.ts';
import { pageHtml } from './page-html.ts';
import { summaryPicture } from './summary-picture.ts';
import { reportZones } from './zones.ts';

/** The page's script lives in the web workspace; its types are stripped when a report is written. */
const PAGE_SCRIPT = fileURLToPath(new URL('../../../../web/src/report-page/page.ts', import.meta.url));

/** Documents made on this machine, without a browser. */
export class ReportDocuments implements Documents {
  #script: string | null = null;

  async observationHtml(report: ObservationReport): Promise<string> {
    this.#script ??= plainScript(readFileSync(PAGE_SCRIPT, 'utf8'));
    const stacks = await mapStacks(report);
    const { width, height } = stacks[0]!;
    const zones = reportZones(report, say(report.language, 'report.whole-boundary'), width, height);
    return pageHtml(report, stacks, zones, this.#script);
  }

  async observationPicture(report: ObservationReport): Promise<Uint8Array> {
    const stacks = await mapStacks(report);
    const { width, height } = stacks[0]!;
    return summaryPicture(
      report,
      stacks,
      reportZones(report, say(report.language, 'report.whole-boundary'), width, height),
    );
  }
}

/** TypeScript without its types. Node calls that experimental; users of a report need not read it. */
function plainScript(source: string): string {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return stripTypeScriptTypes(source);
  } finally {
    process.emitWarning = emitWarning;
  }
}
