import { Group, Table, Text } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import type { ProjectDetail } from 'aftermine/contract';
import { verbQuery } from '../../api/verb-query.ts';
import { useTexts } from '../../app/language.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSay } from '../../parts/use-say.ts';
import type { FileFacts } from './file-facts.ts';
import { OutlineMap } from './outline-map.tsx';
import { OverlapWarnings } from './overlap-warnings.tsx';
import { Section } from './section.tsx';
import { filesOf } from './settings-files.ts';

/** The files of a project: what each is for, and how it was read. */
export function ProjectFiles({ project }: { readonly project: ProjectDetail }) {
  const { t } = useTexts();
  const say = useSay();
  const files = filesOf(project.settings);
  const asked = useQueries({
    queries: files.map(({ role, path, reading }) => ({
      ...verbQuery<FileFacts>(project.id, { verb: 'info', args: [path], options: { ...reading } }),
      enabled: role !== 'scenes',
    })),
  });
  const told = files.map((file, i) => ({ ...file, facts: asked[i]?.data ?? null, error: asked[i]?.error }));
  const maps = told.flatMap(({ path, facts }) =>
    facts?.detail.preview === undefined ? [] : [{ name: path, preview: facts.detail.preview }],
  );
  const encoding = (facts: FileFacts | null, stated: string | undefined): string => {
    const read = facts?.warnings.find(({ key }) => key.startsWith('vector.encoding'))?.params;
    return String(
      facts?.summary['encoding'] ??
        stated ??
        read?.['encoding'] ??
        (facts?.kind === 'vector' ? 'utf-8' : '–'),
    );
  };
  const years = project.years === null ? '–' : `${project.years[0]}–${project.years[1]}`;
  return (
    <Section title={t('data.files')}>
      <Table.ScrollContainer minWidth={760} type="native" tabIndex={0}>
        <Table aria-label={t('data.files')}>
          <Table.Thead>
            <Table.Tr>
              {(['role', 'file', 'crs', 'encoding', 'content', 'years', 'extent'] as const).map((column) => (
                <Table.Th key={column}>{t(`data.column.${column}`)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {told.map(({ role, path, reading, facts }) => (
              <Table.Tr key={`${role} ${path}`}>
                <Table.Td>{t(`data.role.${role}`)}</Table.Td>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>{path}</Table.Td>
                <Table.Td>{known(facts?.summary['crs'])}</Table.Td>
                <Table.Td>{encoding(facts, reading.encoding)}</Table.Td>
                <Table.Td>
                  {known(
                    facts?.summary['size'] ??
                      facts?.summary['samples'] ??
                      (facts === null
                        ? undefined
                        : `${facts.summary['features'] ?? ''} ${facts.summary['area'] ?? ''}`.trim()),
                  )}
                </Table.Td>
                <Table.Td>{role === 'scenes' ? years : '–'}</Table.Td>
                <Table.Td style={{ fontSize: '0.75rem' }}>{known(facts?.summary['extent'])}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {told.map(({ path, error, facts }) => (
        <div key={path}>
          <ProblemNote error={error} />
          {(facts?.warnings ?? []).map(({ key, params }) => (
            <Text key={key} size="sm" className="soft">
              {path}: {say(key, params)}
            </Text>
          ))}
        </div>
      ))}
      <OverlapWarnings files={told.map(({ path, role, facts }) => ({ name: path, role, facts }))} />
      {maps.length > 0 && (
        <Group>
          <OutlineMap files={maps} label={t('import.map')} />
        </Group>
      )}
    </Section>
  );
}

const known = (text: string | undefined): string =>
  text === undefined || text === '?' || text === '' ? '–' : text;
