import { Stack, Text } from '@mantine/core';
import { useTexts } from '../../app/language.ts';
import { useSay } from '../../parts/use-say.ts';
import type { FileFacts, Severity } from './file-facts.ts';
import classes from './import.module.css';
import { SeverityHead } from './severity-head.tsx';

const ORDER: readonly Severity[] = ['must-fix', 'can-fix', 'just-know'];
/** Asked by themselves, above. */
const ASKED = ['info.no-crs', 'vector.datum-asked'];

/** What is wrong with a file, in the order of what it asks of the reader. */
export function FileVerdict({ facts }: { readonly facts: FileFacts }) {
  const { t } = useTexts();
  const say = useSay();
  const problems = facts.detail.preview?.problems ?? [];
  const lines: Record<Severity, string[]> = { 'must-fix': [], 'can-fix': [], 'just-know': [] };
  if (facts.kind === 'vector' && facts.detail.crs == null) lines['must-fix'].push(t('import.no-crs'));
  for (const { check, severity, count, examples } of problems) {
    const [first] = examples;
    const what = say(`check.${check}`, first?.params ?? {});
    const where = examples.map(({ feature }) => feature).join(', ');
    lines[severity].push(
      count === 1
        ? t('import.problem-one', { what, feature: where })
        : t('import.problem-many', { what, count, features: where }),
    );
  }
  for (const { key, params } of facts.warnings)
    if (!ASKED.includes(key)) lines['just-know'].push(say(key, params));
  if (facts.kind === 'vector' && facts.detail.preview?.problems === null && facts.detail.crs != null)
    lines['just-know'].push(t('import.not-checked'));
  if (ORDER.every((severity) => lines[severity].length === 0))
    return (
      <Text size="sm" c="land.8">
        {t('import.fine')}
      </Text>
    );
  return (
    <Stack gap="xs">
      {ORDER.filter((severity) => lines[severity].length > 0).map((severity) => (
        <div key={severity}>
          <SeverityHead severity={severity} count={lines[severity].length} />
          <ul className={classes.list}>
            {lines[severity].map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      ))}
    </Stack>
  );
}
