import type { FailedRecord } from '@aftermine/science/evidence';
import { Button, FileButton, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from '../../api/queries.ts';
import { jobsQuery, partQuery, projectKey } from '../../api/resources.ts';
import { runVerb } from '../../api/run-verb.ts';
import { uploadFile } from '../../api/upload-file.ts';
import { useTexts } from '../../app/language.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { JobProgress } from '../../parts/job-progress.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSay } from '../../parts/use-say.ts';
import { ExportRecords } from './export-records.tsx';

interface Source {
  readonly sha256: string;
  readonly file: string;
  readonly database: string | null;
  readonly encoding: string;
  readonly ledger: {
    readonly records: number;
    readonly parsed: number;
    readonly failed: readonly FailedRecord[];
    readonly noDoi: number;
    readonly noAbstract: number;
  };
}

/** Exports that were brought in, each with what was read and what was not. */
export function SourcesPanel({ project }: { readonly project: string }) {
  const { t } = useTexts();
  const say = useSay();
  const sources = useQuery(partQuery<{ sources: readonly Source[] }>(project, '/evidence/sources'));
  const jobs = useQuery(jobsQuery);
  const [database, setDatabase] = useState('');
  const [query, setQuery] = useState('');
  const add = useMutation({
    mutationFn: async (files: readonly File[]) => {
      const uploads = await Promise.all(files.map((file) => uploadFile(file)));
      return runVerb(project, {
        verb: 'evidence import',
        args: uploads.map(({ id }) => `upload:${id}`),
        options: { ...(database === '' ? {} : { database }), ...(query === '' ? {} : { query }) },
      });
    },
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: projectKey(project) });
      await queries.invalidateQueries({ queryKey: ['jobs'] });
    },
  });
  const running = jobs.data?.find(
    (job) =>
      job.project === project &&
      job.verb === 'evidence import' &&
      (job.status === 'running' || job.status === 'accepted'),
  );
  const columns: readonly Column<Source>[] = [
    { id: 'file', title: t('lit.col.file'), value: ({ file }) => file, grow: 3, min: 180 },
    { id: 'database', title: t('lit.col.database'), value: (row) => row.database, grow: 2, min: 120 },
    { id: 'read', title: t('lit.col.read'), value: ({ ledger }) => ledger.parsed, number: true },
    { id: 'failed', title: t('lit.col.failed'), value: ({ ledger }) => ledger.failed.length, number: true },
    { id: 'no-doi', title: t('lit.col.no-doi'), value: ({ ledger }) => ledger.noDoi, number: true },
    {
      id: 'no-abstract',
      title: t('lit.col.no-abstract'),
      value: ({ ledger }) => ledger.noAbstract,
      number: true,
    },
    { id: 'encoding', title: t('lit.col.encoding'), value: ({ encoding }) => encoding },
  ];
  const picker = (
    <FileButton multiple onChange={(files) => files.length > 0 && add.mutate(files)}>
      {(props) => (
        <Button {...props} loading={add.isPending}>
          {t('lit.add')}
        </Button>
      )}
    </FileButton>
  );
  if (sources.isPending) return <PageSkeleton />;
  const list = sources.data?.sources ?? [];
  return (
    <Stack>
      <ProblemNote error={sources.error ?? add.error} />
      {running !== undefined && <JobProgress job={running} />}
      {list.length === 0 ? (
        <EmptyState title={t('lit.empty.title')} action={picker}>
          {t('lit.empty')}
        </EmptyState>
      ) : (
        <>
          <Group align="flex-end">
            <TextInput
              label={t('lit.database')}
              value={database}
              onChange={(event) => setDatabase(event.currentTarget.value)}
            />
            <TextInput
              label={t('lit.query')}
              value={query}
              onChange={(event) => setQuery(event.currentTarget.value)}
              flex={1}
              miw={200}
            />
            {picker}
          </Group>
          <DataTable
            label={t('lit.tab.sources')}
            rows={list}
            columns={columns}
            idOf={({ sha256 }) => sha256}
          />
          {list
            .filter(({ ledger }) => ledger.failed.length > 0)
            .map(({ sha256, file, ledger }) => (
              <details key={sha256}>
                <summary>{t('lit.failed-lines', { file })}</summary>
                {ledger.failed.slice(0, 50).map(({ line, raw, reason, params }) => (
                  <div key={line}>
                    <Text size="sm">
                      {line}: {say(reason, params)}
                    </Text>
                    <Text component="pre" size="xs" m={0} style={{ whiteSpace: 'pre-wrap' }}>
                      {raw}
                    </Text>
                  </div>
                ))}
              </details>
            ))}
          <Title order={2}>{t('lit.export')}</Title>
          <ExportRecords project={project} />
        </>
      )}
    </Stack>
  );
}
