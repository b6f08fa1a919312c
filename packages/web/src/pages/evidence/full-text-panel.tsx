import { Button, Group, Select, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { EvidenceRow } from 'aftermine/contract';
import { useState } from 'react';
import { partQuery } from '../../api/resources.ts';
import { useVerb } from '../../api/run-verb.ts';
import { verbQuery } from '../../api/verb-query.ts';
import { useTexts } from '../../app/language.ts';
import { useView } from '../../app/use-view.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSigner } from '../../parts/signer.ts';

interface Codebook {
  readonly exclusionReasons: readonly {
    readonly id: string;
    readonly rule: { readonly en: string; readonly zh: string };
  }[];
}

/** Works that title and abstract let through: read in full, included, excluded with a reason, or not to be had. */
export function FullTextPanel({ project }: { readonly project: string }) {
  const { t, language } = useTexts();
  const [signer] = useSigner();
  const [view, setView] = useView();
  const [reason, setReason] = useState<string | null>(null);
  const works = useQuery(
    partQuery<{ rows: readonly EvidenceRow[] }>(project, '/evidence/records?status=include&limit=0'),
  );
  const codebook = useQuery(verbQuery<Codebook>(project, { verb: 'evidence codebook' }));
  const write = useVerb(project);
  const rows = works.data?.rows ?? [];
  if (rows.length === 0) return <ProblemNote error={works.error} />;
  const columns: readonly Column<EvidenceRow>[] = [
    { id: 'title', title: t('lit.full.work'), value: ({ title, key }) => title ?? key, grow: 5, min: 240 },
    { id: 'year', title: t('lit.full.year'), value: ({ year }) => year, number: true, min: 64 },
    {
      id: 'full',
      title: t('lit.full.decision'),
      value: ({ fullText }) => t(`lit.verdict.${fullText}`),
      min: 120,
    },
  ];
  const picked = rows.find(({ key }) => key === view.key);
  const decide = (decision: 'include' | 'exclude'): void => {
    write.mutate({
      verb: 'evidence screen decide',
      args: [picked!.key, decision],
      options: { by: signer, stage: 'full-text', ...(decision === 'exclude' ? { reason: reason! } : {}) },
    });
  };
  return (
    <Stack gap="xs">
      <Title order={2}>{t('lit.full.title')}</Title>
      <ProblemNote error={write.error} />
      <DataTable
        label={t('lit.full.title')}
        rows={rows}
        columns={columns}
        idOf={({ key }) => key}
        selected={view.key ?? null}
        onPick={(key) => setView({ key })}
        height={280}
      />
      {picked !== undefined && (
        <Group align="flex-end">
          <Text size="sm" flex={1} miw={220}>
            {picked.title ?? picked.key}
          </Text>
          <Button disabled={signer === ''} loading={write.isPending} onClick={() => decide('include')}>
            {t('lit.screen.include')}
          </Button>
          <Select
            label={t('lit.full.reason')}
            data={(codebook.data?.exclusionReasons ?? []).map(({ id, rule }) => ({
              value: id,
              label: `${id}: ${rule[language]}`,
            }))}
            value={reason}
            onChange={setReason}
            miw={220}
          />
          <Button
            variant="light"
            color="orange.9"
            disabled={signer === '' || reason === null}
            loading={write.isPending}
            onClick={() => decide('exclude')}
          >
            {t('lit.screen.exclude')}
          </Button>
          <Button
            variant="subtle"
            disabled={signer === ''}
            loading={write.isPending}
            onClick={() =>
              write.mutate({
                verb: 'evidence flow set',
                args: ['not-retrieved', picked.key],
                options: { by: signer },
              })
            }
          >
            {t('lit.full.not-retrieved')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
