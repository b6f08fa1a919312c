import type { DedupCounts, ManualPair, Reference } from '@aftermine/science/evidence';
import { Button, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { partQuery } from '../../api/resources.ts';
import { useVerb } from '../../api/run-verb.ts';
import { verbQuery } from '../../api/verb-query.ts';
import { useTexts } from '../../app/language.ts';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSigner } from '../../parts/signer.ts';
import { useSay } from '../../parts/use-say.ts';
import { ReferenceCard } from './reference-card.tsx';
import { SignerInput } from './signer-input.tsx';
import { useDecisionKeys } from './use-decision-keys.ts';

const VERDICTS = { s: 'same', d: 'different', t: 'translation', r: 'report-of-one-study' } as const;
type Verdict = (typeof VERDICTS)[keyof typeof VERDICTS];
const SHOWN = 200;

interface Duplicates {
  readonly counts: DedupCounts;
  readonly manual: readonly ManualPair[];
  readonly groups: readonly (readonly string[])[];
}

/** Pairs that wait for a person, one after the other, and what was joined by rule. */
export function DuplicatesPanel({ project }: { readonly project: string }) {
  const { t } = useTexts();
  const say = useSay();
  const [signer] = useSigner();
  const found = useQuery(verbQuery<Duplicates>(project, { verb: 'evidence dedupe' }));
  const decide = useVerb(project);
  const [at, setAt] = useState(0);
  const [last, setLast] = useState<ManualPair | null>(null);
  const manual = found.data?.manual ?? [];
  const index = Math.min(at, Math.max(0, manual.length - 1));
  const pair = manual[index];
  const run = (given: ManualPair, verdict: Verdict | 'undecided'): void => {
    if (signer === '') return;
    decide.mutate(
      { verb: 'evidence decide', args: [given.a, given.b, verdict], options: { by: signer } },
      { onSuccess: () => setLast(verdict === 'undecided' ? null : given) },
    );
  };
  const next = (): void => setAt((now) => (now + 1) % Math.max(1, manual.length));
  const answers = Object.entries(VERDICTS).map(
    ([key, verdict]) => [key, () => pair !== undefined && run(pair, verdict)] as const,
  );
  useDecisionKeys({ n: next, ...Object.fromEntries(answers) });
  if (found.isPending) return <PageSkeleton />;
  if (found.data === undefined)
    return <ProblemNote error={found.error} onRetry={() => void found.refetch()} />;
  const { counts, groups } = found.data;
  return (
    <Stack>
      <Text role="status">
        {t('lit.dup.counts', {
          records: counts.records,
          kept: counts.kept,
          duplicates: counts.duplicates,
          manual: counts.manual,
        })}
      </Text>
      <SignerInput />
      <ProblemNote error={decide.error} />
      {signer === '' && <Text c="var(--warn)">{t('lit.screen.signer')}</Text>}
      {pair === undefined ? (
        <Text>{t('lit.dup.none')}</Text>
      ) : (
        <section aria-label={t('lit.dup.queue', { index: index + 1, total: manual.length })}>
          <Title order={2} mb="xs">
            {t('lit.dup.queue', { index: index + 1, total: manual.length })}
          </Title>
          <SimpleGrid cols={{ base: 1, md: 2 }}>
            <RecordOf project={project} record={pair.a} />
            <RecordOf project={project} record={pair.b} />
          </SimpleGrid>
          <Group mt="sm" gap="xs">
            {Object.entries(VERDICTS).map(([key, verdict]) => (
              <Button
                key={key}
                variant={verdict === 'same' ? 'filled' : 'light'}
                disabled={signer === ''}
                loading={decide.isPending}
                onClick={() => run(pair, verdict)}
              >
                {say(`evidence.verdict.${verdict}`)} ({key.toUpperCase()})
              </Button>
            ))}
            <Button variant="subtle" onClick={next}>
              {t('lit.next')} (N)
            </Button>
          </Group>
          <Text size="xs" className="soft" mt={4}>
            {t('lit.dup.keys')}
          </Text>
        </section>
      )}
      {last !== null && (
        <Group gap="xs">
          <Text size="sm">
            {last.a} · {last.b}
          </Text>
          <Button size="compact-sm" variant="subtle" onClick={() => run(last, 'undecided')}>
            {t('lit.dup.undo')}
          </Button>
        </Group>
      )}
      <details>
        <summary>
          {t('lit.dup.groups')} ({groups.length})
        </summary>
        <ul>
          {groups.slice(0, SHOWN).map((group) => (
            <li key={group[0]}>
              <Text size="sm">{group.join(' = ')}</Text>
            </li>
          ))}
        </ul>
      </details>
    </Stack>
  );
}

function RecordOf({ project, record }: { readonly project: string; readonly record: string }) {
  const one = useQuery(
    partQuery<{ reference: Reference }>(project, `/evidence/records/${encodeURIComponent(record)}`),
  );
  if (one.data === undefined)
    return one.isError ? <ProblemNote error={one.error} /> : <PageSkeleton rows={2} />;
  return <ReferenceCard reference={one.data.reference} />;
}
