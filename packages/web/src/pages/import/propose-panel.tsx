import { Button, Checkbox, Group, NumberInput, Table, Text } from '@mantine/core';
import type { ProjectDetail } from 'aftermine/contract';
import { useState } from 'react';
import { commandLine, useVerb } from '../../api/run-verb.ts';
import { useTexts } from '../../app/language.ts';
import { Area } from '../../parts/area.tsx';
import { CopyCommand } from '../../parts/copy-command.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSay } from '../../parts/use-say.ts';
import { Section } from './section.tsx';

interface Proposed {
  readonly unitsPath: string | null;
  readonly accepted: readonly string[];
  readonly proposals: readonly {
    readonly id: string;
    readonly areaHa: number;
    readonly years: { readonly first: number; readonly last: number };
    readonly state: string;
  }[];
}

/** Candidate units from what was observed: looked for, looked at, taken over one by one. */
export function ProposePanel({ project }: { readonly project: ProjectDetail }) {
  const { t } = useTexts();
  const say = useSay();
  const [minArea, setMinArea] = useState<number | string>(1);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const verb = useVerb<Proposed>(project.id);
  const result = verb.data?.envelope?.data;
  const options = { 'min-area': Number(minArea) || 1, overwrite: true };
  const look = { verb: 'propose', options };
  const accept = { verb: 'propose', options: { ...options, accept: [...picked] } };
  return (
    <Section id="propose-units" title={t('data.propose')} why={t('data.propose-why')}>
      {project.years === null ? (
        <Text size="sm" className="soft">
          {t('data.propose-later')}
        </Text>
      ) : (
        <Group align="flex-end" gap="xs">
          <NumberInput
            label={t('data.min-area')}
            value={minArea}
            onChange={setMinArea}
            min={0.01}
            step={0.5}
            w={160}
          />
          <Button variant="light" loading={verb.isPending} onClick={() => verb.mutate(look)}>
            {t('data.propose-look')}
          </Button>
          <CopyCommand line={commandLine(project.dir, look)} />
        </Group>
      )}
      <ProblemNote error={verb.error} />
      <div role="status">
        {result !== undefined &&
          (result.unitsPath !== null ? (
            <Text size="sm">
              {t('data.proposed-taken', { count: result.accepted.length, file: result.unitsPath })}
            </Text>
          ) : (
            <Text size="sm">{t('data.proposed', { count: result.proposals.length })}</Text>
          ))}
      </div>
      {result !== undefined && result.unitsPath === null && result.proposals.length > 0 && (
        <>
          <Table.ScrollContainer minWidth={480} maxHeight={320} type="native" tabIndex={0}>
            <Table aria-label={t('data.propose')}>
              <Table.Tbody>
                {result.proposals.map(({ id, areaHa, years, state }) => (
                  <Table.Tr key={id}>
                    <Table.Td>
                      <Checkbox
                        label={id}
                        checked={picked.has(id)}
                        onChange={({ currentTarget }) => {
                          const next = new Set(picked);
                          if (currentTarget.checked) next.add(id);
                          else next.delete(id);
                          setPicked(next);
                        }}
                      />
                    </Table.Td>
                    <Table.Td>
                      <Area areaHa={areaHa} />
                    </Table.Td>
                    <Table.Td>
                      {years.first}–{years.last}
                    </Table.Td>
                    <Table.Td>{say(`proposal-state.${state}`)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
          <Group gap="xs">
            <Button disabled={picked.size === 0} loading={verb.isPending} onClick={() => verb.mutate(accept)}>
              {t('data.propose-take', { count: picked.size })}
            </Button>
            <CopyCommand line={commandLine(project.dir, accept)} />
          </Group>
        </>
      )}
    </Section>
  );
}
