import { Radio, Stack, Text } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { useTexts } from '../../app/language.ts';
import { AskNote } from './ask-note.tsx';
import { ENCODINGS } from './crs-choices.ts';
import { type FileFacts, type Reading, uploadFactsQuery } from './file-facts.ts';

/** The same texts in every encoding that can be meant: whoever knows the words sees which one it is. */
export function EncodingSamples({
  upload,
  reading,
  used,
  onPick,
}: {
  readonly upload: string;
  readonly reading: Reading;
  /** What it was read in so far. */
  readonly used: string | null;
  readonly onPick: (encoding: string) => void;
}) {
  const { t } = useTexts();
  const asked = useQueries({
    queries: ENCODINGS.map((encoding) => uploadFactsQuery(upload, { ...reading, encoding })),
  });
  return (
    <AskNote title={t('import.encoding-ask')}>
      <Radio.Group label={t('import.encoding-look')} value={reading.encoding ?? used ?? ''} onChange={onPick}>
        <Stack gap={6} mt={6}>
          {ENCODINGS.map((encoding, i) => (
            <Radio
              key={encoding}
              value={encoding}
              label={
                <>
                  <b>{encoding.toUpperCase()}</b>
                  <Text span size="sm" ml="xs" style={{ overflowWrap: 'anywhere' }}>
                    {asked[i]!.isError
                      ? t('import.encoding-not')
                      : (sampleOf(asked[i]!.data) ?? t('import.reading'))}
                  </Text>
                </>
              }
            />
          ))}
        </Stack>
      </Radio.Group>
    </AskNote>
  );
}

const LONGEST = 90;

/** Names and texts of the first row that hold more than plain letters. */
function sampleOf(facts: FileFacts | undefined): string | null {
  if (facts === undefined) return null;
  const pairs = facts.detail.preview?.rows.flatMap((row) => Object.entries(row)) ?? [];
  const words = pairs
    .flatMap(([key, value]) => [key, ...(typeof value === 'string' ? [value] : [])])
    .filter((word) => [...word].some((letter) => letter.charCodeAt(0) > 127));
  return [...new Set(words)].join(' · ').slice(0, LONGEST) || '–';
}
