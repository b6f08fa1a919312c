import { ActionIcon, Button, CopyButton, Drawer, List, Stack, Text, Title, Tooltip } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { useTexts } from '../app/language.ts';

/** What stands behind one number or recommendation, in words of the page's language. */
export interface Trace {
  readonly title: string;
  readonly value: string;
  /** Data it comes from: files, scenes, field notes, with years and hashes. */
  readonly source: readonly string[];
  readonly steps: readonly string[];
  /** Rule of the library or publication, with its citation. */
  readonly rule: readonly string[];
  readonly confidence: string;
  readonly change: string;
  /** When it was worked out, and who accepted it. */
  readonly accepted: string;
}

const Opened = createContext<(trace: Trace) => void>(() => {});

/** Keeps the one drawer of the page, so that evidence is never more than one click away. */
export function EvidenceProvider({ children }: { readonly children: ReactNode }) {
  const { t } = useTexts();
  const [trace, setTrace] = useState<Trace | null>(null);
  const open = useMemo(
    () =>
      (next: Trace): void =>
        setTrace(next),
    [],
  );
  return (
    <Opened.Provider value={open}>
      {children}
      <Drawer
        opened={trace !== null}
        onClose={() => setTrace(null)}
        position="right"
        title={t('evidence.title')}
        closeButtonProps={{ 'aria-label': t('part.close') }}
      >
        {trace !== null && <TraceSheet trace={trace} />}
      </Drawer>
    </Opened.Provider>
  );
}

function TraceSheet({ trace }: { readonly trace: Trace }) {
  const { t } = useTexts();
  const lists = [
    ['evidence.source', trace.source],
    ['evidence.steps', trace.steps],
    ['evidence.rule', trace.rule],
  ] as const;
  return (
    <Stack gap="sm">
      <div>
        <Title order={2}>{trace.title}</Title>
        <Text size="lg">{trace.value}</Text>
      </div>
      {lists.map(([key, lines]) =>
        lines.length === 0 ? null : (
          <div key={key}>
            <Title order={3}>{t(key)}</Title>
            <List size="sm" spacing={2}>
              {lines.map((line) => (
                <List.Item key={line}>{line}</List.Item>
              ))}
            </List>
          </div>
        ),
      )}
      {(
        [
          ['evidence.confidence', trace.confidence],
          ['evidence.change', trace.change],
          ['evidence.accepted', trace.accepted],
        ] as const
      ).map(([key, line]) => (
        <div key={key}>
          <Title order={3}>{t(key)}</Title>
          <Text size="sm">{line === '' ? '–' : line}</Text>
        </div>
      ))}
      <CopyButton
        value={[
          t('part.named', { name: trace.title, value: trace.value }),
          ...trace.source,
          ...trace.steps,
          ...trace.rule,
        ].join('\n')}
      >
        {({ copied, copy }) => (
          <Button variant="light" onClick={copy}>
            {copied ? t('part.copied') : t('evidence.cite')}
          </Button>
        )}
      </CopyButton>
    </Stack>
  );
}

/** Opens the drawer from something that is no mark, such as a slice of a wheel. */
export function useEvidence(): (trace: Trace) => void {
  return useContext(Opened);
}

/** The small mark beside a number that opens what stands behind it. The trace is made when it is asked for. */
export function EvidenceMark({ title, trace }: { readonly title: string; readonly trace: () => Trace }) {
  const { t } = useTexts();
  const open = useContext(Opened);
  const label = t('evidence.open', { title });
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        size={24}
        aria-label={label}
        onClick={(event) => {
          event.stopPropagation();
          open(trace());
        }}
      >
        <IconInfoCircle size={15} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
