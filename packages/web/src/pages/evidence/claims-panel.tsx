import type { ClaimsReport } from '@aftermine/science/evidence';
import { Button, FileButton, List, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { runVerb } from '../../api/run-verb.ts';
import { uploadFile } from '../../api/upload-file.ts';
import { useTexts } from '../../app/language.ts';
import { CopyCommand } from '../../parts/copy-command.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';

type Claim = ClaimsReport['claims'][number];

/** What the statements of a document rest on. */
export function ClaimsPanel({ project }: { readonly project: string }) {
  const { t } = useTexts();
  const check = useMutation({
    mutationFn: async (file: File) => {
      const { id } = await uploadFile(file);
      return runVerb<ClaimsReport>(project, { verb: 'evidence claims', args: [`upload:${id}`] });
    },
  });
  const report = check.data?.envelope?.data;
  const picker = (
    <FileButton accept=".yaml,.yml" onChange={(file) => file !== null && check.mutate(file)}>
      {(props) => (
        <Button {...props} loading={check.isPending}>
          {t('lit.claims.upload')}
        </Button>
      )}
    </FileButton>
  );
  if (report === undefined)
    return (
      <Stack>
        <ProblemNote error={check.error} />
        <EmptyState title={t('lit.tab.claims')} action={picker}>
          {t('lit.claims.none')}
        </EmptyState>
      </Stack>
    );
  const columns: readonly Column<Claim>[] = [
    { id: 'id', title: 'ID', value: ({ claim }) => claim.id, min: 64 },
    {
      id: 'statement',
      title: t('lit.claims.col.statement'),
      value: ({ claim }) => claim.statement,
      cell: ({ claim }) => <span title={claim.statement}>{claim.statement}</span>,
      grow: 6,
      min: 260,
    },
    {
      id: 'support',
      title: t('lit.claims.col.support'),
      value: ({ support }) => t(`lit.claims.support.${support}` as never),
      min: 110,
    },
    {
      id: 'found',
      title: t('lit.claims.col.found'),
      value: ({ resolved }) => resolved.length,
      number: true,
      min: 72,
    },
    {
      id: 'missing',
      title: t('lit.claims.col.missing'),
      value: ({ unresolved }) => unresolved.length,
      number: true,
      min: 72,
    },
    { id: 'grade', title: t('lit.gap.grade'), value: ({ grade }) => grade, min: 72 },
  ];
  return (
    <Stack>
      <Text role="status">
        {t('lit.claims.counts', {
          statements: report.statements,
          resolved: report.resolved,
          partial: report.partial,
          unsupported: report.unsupported,
        })}
      </Text>
      {check.data !== undefined && <CopyCommand line={check.data.line} />}
      {picker}
      <DataTable
        label={t('lit.tab.claims')}
        rows={report.claims}
        columns={columns}
        idOf={({ claim }) => claim.id}
        height={520}
      />
      <Title order={2}>{t('lit.claims.tasks')}</Title>
      <List size="sm">
        {report.tasks.map((task) =>
          task.kind === 'find-reference' ? (
            <List.Item key={task.number}>
              {t('lit.claims.find', { number: task.number, claims: task.claims.join(', ') })}
            </List.Item>
          ) : null,
        )}
      </List>
    </Stack>
  );
}
