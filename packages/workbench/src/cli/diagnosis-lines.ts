import { isUnknown, type Language, say } from '@aftermine/science/base';
import { asOfText, type DiagnosisResult, type Finding, tellFinding } from '@aftermine/science/diagnose';

/** Findings listed on a terminal. */
const LISTED = 20;

/** What a diagnosis found, in a few plain lines, gravest first. */
export function diagnosisLines(result: DiagnosisResult, language: Language): string[] {
  const tell = (key: string, params: Readonly<Record<string, string | number>> = {}): string =>
    say(language, key, params);
  const units = new Set(result.units.map(({ id }) => id));
  const ofUnits = result.findings.filter(({ unitId }) => units.has(unitId));
  const problems = ofUnits.filter(({ verdict }) => verdict === 'problem');
  const count = (severity: Finding['severity']): number =>
    problems.filter((finding) => finding.severity === severity).length;
  const lines = [
    tell('diagnose.done', {
      units: result.units.length,
      problems: problems.length,
      critical: count('critical'),
      major: count('major'),
      open: ofUnits.length - problems.length,
    }),
  ];
  lines.push(asOfText(result, language));
  const modes = new Map<string, number>();
  for (const { mode } of result.units) {
    const name = isUnknown(mode) ? tell('diagnose.mode-open') : tell(`restoration-mode.${mode}`);
    modes.set(name, (modes.get(name) ?? 0) + 1);
  }
  lines.push(
    [...modes]
      .map(([mode, n]) => tell('diagnose.mode', { mode, count: n }))
      .join(language === 'zh' ? '；' : '; '),
  );
  const grave = [
    ...problems.filter(({ severity }) => severity === 'critical'),
    ...problems.filter(({ severity }) => severity === 'major'),
  ];
  for (const finding of grave.slice(0, LISTED))
    lines.push(`  [${tell(`severity-of-finding.${finding.severity}`)}] ${tellFinding(finding, language)}`);
  if (grave.length > LISTED) lines.push(`  ${tell('diagnose.more', { count: grave.length - LISTED })}`);
  if (result.references.length > 0) {
    const own = result.findings.filter(
      ({ unitId, verdict }) => verdict === 'problem' && !units.has(unitId),
    ).length;
    lines.push(
      own === 0 ? tell('diagnose.references-clean') : tell('diagnose.references-problems', { count: own }),
    );
  }
  for (const { key, params } of result.notes) lines.push(`  ${tell(key, params)}`);
  return lines;
}
