import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconDownload, IconExternalLink } from '@tabler/icons-react';
import type { ProjectDetail } from 'aftermine/contract';
import { useMemo } from 'react';
import { useTexts } from '../../app/language.ts';
import { useView } from '../../app/use-view.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { momentText, numberText } from '../../parts/numbers.ts';
import { canShow, type ReportFile, reportAddress } from './report-data.ts';
import { useTemplateWords } from './template-words.ts';

/** Documents that were written; the picked one is shown beneath, apart from the app. */
export function ReportFiles({
  project,
  reports,
}: {
  readonly project: ProjectDetail;
  readonly reports: readonly ReportFile[];
}) {
  const { t, language } = useTexts();
  const words = useTemplateWords();
  const [view, setView] = useView();
  const picked = reports.find(({ file }) => file === view.key);
  const columns = useMemo(
    (): readonly Column<ReportFile>[] => [
      { id: 'file', title: t('reports.file'), value: ({ file }) => file, grow: 2, min: 190 },
      {
        id: 'template',
        title: t('reports.kind'),
        value: ({ template }) => (template === null ? null : words.name(template)),
        min: 130,
      },
      {
        id: 'language',
        title: t('reports.language'),
        value: ({ language: one }) => one,
        cell: ({ language: one }) => (one === 'zh' ? '中文' : one === 'en' ? 'EN' : '–'),
        min: 70,
        grow: 0.5,
      },
      {
        id: 'bytes',
        title: t('reports.size'),
        value: ({ bytes }) => bytes,
        cell: ({ bytes }) => `${numberText(bytes / 1e6, language, 2)} MB`,
        number: true,
        min: 80,
      },
      {
        id: 'made',
        title: t('reports.at'),
        value: ({ made }) => made,
        cell: ({ made }) => momentText(made, language),
        min: 180,
      },
      {
        id: 'state',
        title: t('reports.state'),
        value: ({ stale, template }) =>
          template === null ? null : t(stale ? 'reports.stale' : 'reports.fresh'),
        min: 90,
      },
      {
        id: 'hash',
        title: t('reports.hash'),
        value: ({ sha256 }) => sha256,
        cell: ({ sha256 }) => sha256.slice(0, 12),
        min: 110,
      },
    ],
    [t, language, words],
  );
  return (
    <Stack gap="sm">
      <Title order={2}>{t('reports.files')}</Title>
      <DataTable
        label={t('reports.files')}
        rows={reports}
        columns={columns}
        idOf={({ file }) => file}
        selected={picked?.file ?? null}
        onPick={(key) => setView({ key })}
        height={360}
      />
      {picked === undefined ? (
        <Text size="sm" className="soft">
          {t('reports.preview-none')}
        </Text>
      ) : (
        <Paper withBorder p="sm" component="section" aria-label={t('reports.preview', { file: picked.file })}>
          <Group justify="space-between" gap="xs" mb="xs">
            <Title order={3}>{t('reports.preview', { file: picked.file })}</Title>
            <Group gap="xs">
              <Button
                component="a"
                href={reportAddress(project.id, picked.file, true)}
                download={picked.file}
                size="compact-sm"
                leftSection={<IconDownload size={14} aria-hidden />}
              >
                {t('reports.download')}
              </Button>
              {canShow(picked.file) && (
                <Button
                  component="a"
                  href={reportAddress(project.id, picked.file)}
                  target="_blank"
                  rel="noreferrer"
                  variant="default"
                  size="compact-sm"
                  leftSection={<IconExternalLink size={14} aria-hidden />}
                >
                  {t('reports.open')}
                </Button>
              )}
            </Group>
          </Group>
          {canShow(picked.file) ? (
            <iframe
              key={picked.sha256}
              src={reportAddress(project.id, picked.file)}
              title={t('reports.preview', { file: picked.file })}
              sandbox="allow-scripts allow-popups allow-modals allow-downloads"
              style={{ width: '100%', height: '75vh', border: '1px solid var(--line)', background: '#fff' }}
            />
          ) : (
            <Text size="sm">{t('reports.no-preview')}</Text>
          )}
        </Paper>
      )}
    </Stack>
  );
}
