import { Button, Group, NumberInput, Select, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useVerb } from '../../api/run-verb.ts';
import { verbQuery } from '../../api/verb-query.ts';
import { useTexts } from '../../app/language.ts';
import { momentText } from '../../parts/numbers.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ScrollTable } from '../../parts/scroll-table.tsx';
import { useSigner } from '../../parts/signer.ts';
import { useSay } from '../../parts/use-say.ts';
import { SignerInput } from './signer-input.tsx';

interface Entry {
  readonly entry: number;
  readonly at: string;
  readonly by: string;
  readonly value: Readonly<Record<string, unknown>>;
  readonly undone: { readonly by: string; readonly note: string } | null;
}

const KINDS = ['website', 'organisation', 'citation', 'other', 'database', 'register'] as const;
const STATES = ['sought', 'not-sought', 'not-retrieved', 'included', 'excluded'] as const;

/** What no file and no screening tells of the flow: records found otherwise, and what became of them. */
export function FlowEntries({ project }: { readonly project: string }) {
  const { t, language } = useTexts();
  const say = useSay();
  const [signer] = useSigner();
  const entries = useQuery(verbQuery<readonly Entry[]>(project, { verb: 'evidence flow list' }));
  const write = useVerb(project);
  const [source, setSource] = useState('');
  const [kind, setKind] = useState<string>(KINDS[0]);
  const [count, setCount] = useState<number | string>(1);
  const [records, setRecords] = useState('');
  const [state, setState] = useState<string>(STATES[0]);
  const [reason, setReason] = useState('');
  const [note, setNote] = useState('');
  const ready = signer !== '' && !write.isPending;
  const words = (value: Entry['value']): string =>
    Object.entries(value)
      .filter(([, one]) => one !== null && one !== undefined && one !== '')
      .map(([key, one]) => `${key}: ${Array.isArray(one) ? one.join(', ') : String(one)}`)
      .join('; ');
  return (
    <Stack>
      <Title order={2}>{t('lit.flow.entries')}</Title>
      <Text className="soft">{t('lit.flow.entries-hint')}</Text>
      <ProblemNote error={entries.error ?? write.error} />
      <SignerInput />
      <Group align="flex-end">
        <TextInput
          label={t('lit.flow.source')}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
        <Select
          label={t('lit.flow.kind')}
          data={KINDS.map((value) => ({ value, label: t(`lit.flow.kind.${value}`) }))}
          value={kind}
          onChange={(next) => setKind(next ?? KINDS[0])}
          allowDeselect={false}
        />
        <NumberInput label={t('lit.flow.count')} value={count} onChange={setCount} min={1} w={120} />
        <Button
          disabled={!ready || source.trim() === ''}
          onClick={() =>
            write.mutate({
              verb: 'evidence flow add',
              args: [source.trim()],
              options: { by: signer, from: kind, count: Number(count) },
            })
          }
        >
          {t('lit.flow.add')}
        </Button>
      </Group>
      <Group align="flex-end">
        <TextInput
          label={t('lit.flow.records')}
          description={t('lit.flow.records-hint')}
          value={records}
          onChange={(event) => setRecords(event.currentTarget.value)}
          miw={260}
        />
        <Select
          label={t('lit.flow.state')}
          data={STATES.map((value) => ({ value, label: say(`evidence.flow-state.${value}`) }))}
          value={state}
          onChange={(next) => setState(next ?? STATES[0])}
          allowDeselect={false}
        />
        {state === 'excluded' && (
          <TextInput
            label={t('lit.flow.reason')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            w={120}
          />
        )}
        <Button
          variant="light"
          disabled={!ready || records.trim() === ''}
          onClick={() =>
            write.mutate({
              verb: 'evidence flow set',
              args: [
                state,
                ...records
                  .split(/[,，]/)
                  .map((one) => one.trim())
                  .filter((one) => one !== ''),
              ],
              options: { by: signer, ...(state === 'excluded' ? { reason } : {}) },
            })
          }
        >
          {t('lit.flow.set')}
        </Button>
      </Group>
      {(entries.data?.length ?? 0) > 0 && (
        <>
          <TextInput
            label={t('lit.flow.undo-note')}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
            maw={420}
          />
          <ScrollTable label={t('lit.flow.entries')} minWidth={560}>
            <Table aria-label={t('lit.flow.entries')}>
              <Table.Tbody>
                {entries.data!.map(({ entry, at, by, value, undone }) => (
                  <Table.Tr key={entry}>
                    <Table.Td className="number">{entry}</Table.Td>
                    <Table.Td>{momentText(at, language)}</Table.Td>
                    <Table.Td>{by}</Table.Td>
                    <Table.Td>
                      {undone === null ? words(value) : <s>{words(value)}</s>}
                      {undone !== null && ` ${undone.by}: ${undone.note}`}
                    </Table.Td>
                    <Table.Td>
                      {undone === null && (
                        <Button
                          size="compact-sm"
                          variant="subtle"
                          disabled={!ready || note === ''}
                          onClick={() =>
                            write.mutate({
                              verb: 'evidence flow undo',
                              args: [String(entry)],
                              options: { by: signer, note },
                            })
                          }
                        >
                          {t('lit.flow.undo')}
                        </Button>
                      )}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </ScrollTable>
        </>
      )}
    </Stack>
  );
}
