import { Anchor, Button, Group, List, Alert as Notice, Select, Stack, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { ProjectDetail } from 'aftermine/contract';
import { useState } from 'react';
import { projectPath } from '../../api/ask.ts';
import { commandLine, useVerb } from '../../api/run-verb.ts';
import { useTexts } from '../../app/language.ts';
import { CopyCommand } from '../../parts/copy-command.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';

const LAYERS = ['units', 'findings', 'plan', 'alerts', 'boundary', 'reference'] as const;
const FORMATS = [
  { value: 'geojson', label: 'GeoJSON' },
  { value: 'gpkg', label: 'GeoPackage' },
  { value: 'zip', label: 'Shapefile (ZIP)' },
  { value: 'kml', label: 'KML' },
] as const;

/** A layer of the project as a file for other software. */
export function ExportPanel({ project }: { readonly project: ProjectDetail }) {
  const { t } = useTexts();
  const [layer, setLayer] = useState<string>('units');
  const [format, setFormat] = useState<string>('geojson');
  const [encoding, setEncoding] = useState<string>('gbk');
  const verb = useVerb<{ count: number; files: string[] }>(project.id);
  const request = {
    verb: 'export',
    args: [layer],
    options: { format, ...(format === 'zip' ? { encoding } : {}) },
  };
  const done = verb.data?.envelope;
  return (
    <Stack gap="sm">
      <Text size="sm" className="soft">
        {t('reports.export.lead')}
      </Text>
      <Group gap="xs" align="flex-end">
        <Select
          label={t('reports.export.layer')}
          w={150}
          allowDeselect={false}
          value={layer}
          onChange={(next) => setLayer(next ?? 'units')}
          data={LAYERS.map((value) => ({ value, label: t(`reports.layer.${value}`) }))}
        />
        <Select
          label={t('reports.format')}
          w={160}
          allowDeselect={false}
          value={format}
          onChange={(next) => setFormat(next ?? 'geojson')}
          data={[...FORMATS]}
        />
        {format === 'zip' && (
          <Select
            label={t('reports.export.encoding')}
            w={170}
            allowDeselect={false}
            value={encoding}
            onChange={(next) => setEncoding(next ?? 'gbk')}
            data={[
              { value: 'gbk', label: 'GBK' },
              { value: 'utf-8', label: 'UTF-8' },
            ]}
          />
        )}
        <Button loading={verb.isPending} onClick={() => verb.mutate(request)}>
          {t('reports.export.run')}
        </Button>
        <CopyCommand line={verb.data?.line ?? commandLine(project.dir, request)} />
      </Group>
      <div aria-live="polite">
        {done !== undefined && (
          <Notice
            color="land"
            icon={<IconCheck aria-hidden />}
            title={t('reports.export.done', { count: done.data.count })}
          >
            <List size="sm">
              {done.data.files.map((path) => {
                const name = path.split(/[\\/]/).at(-1)!;
                return (
                  <List.Item key={path}>
                    <Anchor
                      href={projectPath(project.id, `/exports/${encodeURIComponent(name)}`)}
                      download={name}
                    >
                      {t('reports.download')}: {name}
                    </Anchor>
                  </List.Item>
                );
              })}
            </List>
            {done.warnings.map((line) => (
              <Text key={line} size="sm">
                {line}
              </Text>
            ))}
          </Notice>
        )}
        <ProblemNote error={verb.error} />
      </div>
    </Stack>
  );
}
