import { type Language, say } from '@aftermine/science/base';
import { codeOf, labelIn } from '@aftermine/science/evidence';
import type { EvidenceReport } from '../../ports/index.ts';
import type { Say } from '../observation-report/page-parts.ts';

/** Rows of a table beyond this are counted and not shown. */
export const MOST_ROWS = 200;

/** What every section of the page needs. */
export interface EvidencePage {
  readonly report: EvidenceReport;
  readonly language: Language;
  /** Words of the page (`evidence-page.` is put before the key). */
  readonly say: Say;
  /** Label of a code, or its id. */
  code(id: string): string;
}

export function evidencePage(report: EvidenceReport, language: Language): EvidencePage {
  return {
    report,
    language,
    say: (key, params) => say(language, `evidence-page.${key}`, params),
    code: (id) => {
      const code = codeOf(report.codebook, id);
      return code === undefined ? id : labelIn(language, code.label, id);
    },
  };
}
