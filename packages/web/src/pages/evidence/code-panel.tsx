import { isUnknown, type Unknown } from '@aftermine/science/base';
import type { CodedStudy, EvidenceFinding, SuggestedTheme } from '@aftermine/science/evidence';
import { Button, FileButton, Group, List, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from '../../api/queries.ts';
import { projectKey } from '../../api/resources.ts';
import { runVerb, useVerb } from '../../api/run-verb.ts';
import { uploadFile } from '../../api/upload-file.ts';
import { verbQuery } from '../../api/verb-query.ts';
import { useTexts } from '../../app/language.ts';
import { useView } from '../../app/use-view.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { numberText } from '../../parts/numbers.ts';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSigner } from '../../parts/signer.ts';
import { AppraisePanel } from './appraise-panel.tsx';
import { SignerInput } from './signer-input.tsx';

interface Written {
  readonly written: number;
  readonly complaints: readonly unknown[];
}
interface Coding extends Written {
  readonly studies: readonly CodedStudy[];
  readonly themes: readonly SuggestedTheme[];
  readonly agreement: { readonly alpha: number | Unknown | null; readonly units: number };
}
interface Findings extends Written {
  readonly findings: readonly EvidenceFinding[];
}

/** Codings of studies and the findings that figures rest on. */
export function CodePanel({ project }: { readonly project: string }) {
  const { t, language } = useTexts();
  const [signer] = useSigner();
  const [view, setView] = useView();
  const [note, setNote] = useState('');
  const coding = useQuery(verbQuery<Coding>(project, { verb: 'evidence code' }));
  const found = useQuery(verbQuery<Findings>(project, { verb: 'evidence findings' }));
  const withdraw = useVerb(project);
  const add = useMutation({
    mutationFn: async ({ verb, file }: { readonly verb: string; readonly file: File }) => {
      const { id } = await uploadFile(file);
      return runVerb<Written>(project, { verb, args: [`upload:${id}`], options: { by: signer } });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: projectKey(project) }),
  });
  const picker = (verb: string, label: string) => (
    <FileButton accept=".csv,.xlsx" onChange={(file) => file !== null && add.mutate({ verb, file })}>
      {(props) => (
        <Button {...props} variant="light" disabled={signer === ''} loading={add.isPending}>
          {label}
        </Button>
      )}
    </FileButton>
  );
  if (coding.isPending || found.isPending) return <PageSkeleton />;
  const findings = found.data?.findings ?? [];
  const studies = coding.data?.studies ?? [];
  const alpha = coding.data?.agreement.alpha ?? null;
  const written = add.data?.envelope?.data;
  const columns: readonly Column<EvidenceFinding>[] = [
    { id: 'id', title: 'ID', value: ({ id }) => id, grow: 2, min: 130 },
    { id: 'paper', title: t('lit.code.col.study'), value: ({ paper }) => paper, grow: 2, min: 130 },
    { id: 'measure', title: t('lit.code.col.measure'), value: ({ measure }) => measure, min: 120 },
    { id: 'indicator', title: t('lit.code.col.indicator'), value: ({ indicator }) => indicator, min: 110 },
    {
      id: 'comparator',
      title: t('lit.code.col.comparator'),
      value: ({ comparator }) => comparator,
      min: 110,
    },
    { id: 'design', title: t('lit.code.col.design'), value: ({ design }) => design, min: 90 },
    { id: 'locator', title: t('lit.code.col.locator'), value: ({ locator }) => locator, min: 110 },
    { id: 'validity', title: t('lit.code.col.validity'), value: ({ validity }) => validity, min: 80 },
  ];
  return (
    <Stack>
      <ProblemNote error={coding.error ?? found.error ?? add.error ?? withdraw.error} />
      <Group align="flex-end">
        <SignerInput />
        {picker('evidence code', t('lit.code.upload'))}
        {picker('evidence findings', t('lit.code.findings'))}
      </Group>
      {written !== undefined && (
        <Text role="status">
          {t('lit.code.written', { count: written.written, complaints: written.complaints.length })}
        </Text>
      )}
      {findings.length === 0 && studies.length === 0 && (
        <EmptyState title={t('lit.tab.code')}>{t('lit.code.none')}</EmptyState>
      )}
      {findings.length > 0 && (
        <>
          <DataTable
            label={t('lit.tab.code')}
            rows={findings}
            columns={columns}
            idOf={({ id }) => id}
            selected={view.key ?? null}
            onPick={(key) => setView({ key })}
          />
          {view.key !== undefined && (
            <Group align="flex-end">
              <TextInput
                label={`${t('lit.code.withdraw-note')}: ${view.key}`}
                description={t('lit.code.withdraw-hint')}
                value={note}
                onChange={(event) => setNote(event.currentTarget.value)}
                flex={1}
                miw={240}
              />
              <Button
                color="orange.9"
                variant="light"
                disabled={signer === '' || note === ''}
                loading={withdraw.isPending}
                onClick={() =>
                  withdraw.mutate(
                    { verb: 'evidence withdraw', args: [view.key!], options: { by: signer, note } },
                    { onSuccess: () => setNote('') },
                  )
                }
              >
                {t('lit.code.withdraw')}
              </Button>
            </Group>
          )}
        </>
      )}
      {findings.length > 0 && <AppraisePanel project={project} papers={findings.map(({ paper }) => paper)} />}
      {studies.length > 0 && (
        <>
          <Title order={2}>{t('lit.code.studies')}</Title>
          <DataTable
            label={t('lit.code.studies')}
            rows={studies}
            columns={[
              { id: 'study', title: t('lit.code.col.study'), value: ({ study }) => study, grow: 2 },
              {
                id: 'codes',
                title: t('lit.code.col.codes'),
                value: ({ codes }) => codes.join(', '),
                grow: 4,
              },
            ]}
            idOf={({ study }) => study}
            height={260}
          />
          {typeof alpha === 'number' && !isUnknown(alpha) && (
            <Text size="sm">
              {t('lit.code.agreement', {
                alpha: numberText(alpha, language, 3),
                units: coding.data!.agreement.units,
              })}
            </Text>
          )}
          {coding.data!.themes.length > 0 && (
            <>
              <Title order={3}>{t('lit.code.themes')}</Title>
              <List size="sm">
                {coding.data!.themes.map((theme) => {
                  const words = theme.codes.join(', ');
                  return <List.Item key={words}>{words}</List.Item>;
                })}
              </List>
            </>
          )}
        </>
      )}
    </Stack>
  );
}
