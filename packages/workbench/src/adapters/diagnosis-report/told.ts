import { type Finding, tellFinding } from '@aftermine/science/diagnose';
import { type Html, html } from '../observation-report/html.ts';
import type { DiagnosisPage } from './diagnosis-page.ts';

/** The sentence of a finding where the unit stands beside it: without the unit before it. */
export function statementOf({ language }: Pick<DiagnosisPage, 'language'>, finding: Finding): string {
  const told = tellFinding(finding, language);
  const prefix = `${finding.unitId}${language === 'zh' ? '：' : ': '}`;
  if (!told.startsWith(prefix)) return told;
  const bare = told.slice(prefix.length);
  return bare.slice(0, 1).toUpperCase() + bare.slice(1);
}

/** Words of the catalogue that name settings or commands between backticks. */
export function withCode(words: string): Html {
  return html`${words.split('`').map((part, i) => (i % 2 === 1 ? html`<code>${part}</code>` : part))}`;
}
