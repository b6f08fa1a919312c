import { Autocomplete, Button, Group, Radio, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { ApiProblem } from '../../api/ask.ts';
import { useTexts } from '../../app/language.ts';
import { useSay } from '../../parts/use-say.ts';
import { AskNote } from './ask-note.tsx';
import { CRS_CHOICES, ENCODINGS } from './crs-choices.ts';
import { EncodingSamples } from './encoding-samples.tsx';
import type { FileFacts, Reading } from './file-facts.ts';

/** The reader could not tell the encoding of a table. */
const WHICH_ENCODING = 'E-VEC-106';
const UNSURE = ['vector.encoding', 'vector.encoding-stated', 'vector.undecodable'];

/** What a file leaves open, asked instead of guessed: encoding, coordinate system, GCJ-02. */
export function FileQuestions({
  upload,
  facts,
  error,
  reading,
  onAnswer,
}: {
  readonly upload: string;
  readonly facts: FileFacts | null;
  readonly error: unknown;
  readonly reading: Reading;
  readonly onAnswer: (reading: Reading) => void;
}) {
  const { t } = useTexts();
  const say = useSay();
  const keys = facts?.warnings.map(({ key }) => key) ?? [];
  const asksEncoding =
    (error instanceof ApiProblem && error.error.code === WHICH_ENCODING) ||
    keys.some((key) => UNSURE.includes(key)) ||
    reading.encoding !== undefined;
  const datum = facts?.warnings.find(
    ({ key }) => key === 'vector.datum-asked' || key === 'vector.gcj02-shift',
  );
  const asksCrs = facts?.kind === 'vector' && (facts.detail.crs == null || reading.crs !== undefined);
  const hasText = facts?.kind === 'vector' && /shapefile|table|text|dxf/.test(facts.format);
  return (
    <Stack gap="sm">
      {asksEncoding ? (
        <EncodingSamples
          upload={upload}
          reading={reading}
          used={usedEncoding(facts)}
          onPick={(encoding) => onAnswer({ encoding })}
        />
      ) : (
        hasText && (
          <Select
            label={t('import.encoding')}
            placeholder={t('import.encoding-found')}
            data={[...ENCODINGS]}
            value={reading.encoding ?? null}
            onChange={(encoding) => encoding !== null && onAnswer({ encoding })}
            maw={320}
          />
        )
      )}
      {asksCrs && <CrsQuestion facts={facts} reading={reading} onAnswer={onAnswer} />}
      {(datum !== undefined || reading.datum !== undefined) && (
        <AskNote title={t('import.datum')}>
          {datum !== undefined && <Text size="sm">{say(datum.key, datum.params)}</Text>}
          <Radio.Group
            label={t('import.datum-ask')}
            value={reading.datum ?? (datum?.key === 'vector.gcj02-shift' ? 'gcj02' : 'wgs84')}
            onChange={(value) => onAnswer({ datum: value as 'gcj02' | 'wgs84' })}
          >
            <Group mt={4}>
              <Radio value="wgs84" label={t('import.datum-wgs84')} />
              <Radio value="gcj02" label={t('import.datum-gcj02')} />
            </Group>
          </Radio.Group>
        </AskNote>
      )}
    </Stack>
  );
}

function CrsQuestion({
  facts,
  reading,
  onAnswer,
}: {
  readonly facts: FileFacts;
  readonly reading: Reading;
  readonly onAnswer: (reading: Reading) => void;
}) {
  const { t } = useTexts();
  const [typed, setTyped] = useState(reading.crs ?? '');
  const seen = facts.warnings.find(({ key }) => key === 'vector.zone-seen')?.params['crs'];
  const code = /EPSG:\d{4,6}|^\d{4,6}$/i.exec(typed.trim())?.[0];
  const wanted = code === undefined ? null : code.toUpperCase().replace(/^(\d)/, 'EPSG:$1');
  return (
    <AskNote title={t('import.crs-ask')}>
      <Text size="sm">{t('import.crs-why')}</Text>
      <Group align="flex-end" gap="xs" mt="xs">
        <Autocomplete
          label={t('import.crs')}
          placeholder="EPSG:4490"
          data={CRS_CHOICES.map(({ label }) => label)}
          value={typed}
          onChange={setTyped}
          limit={60}
          w={{ base: '100%', sm: 340 }}
        />
        <Button disabled={wanted === null} onClick={() => wanted !== null && onAnswer({ crs: wanted })}>
          {t('import.crs-use')}
        </Button>
        {typeof seen === 'string' && (
          <Button
            variant="light"
            onClick={() => {
              setTyped(seen);
              onAnswer({ crs: seen });
            }}
          >
            {t('import.crs-use-seen', { crs: seen })}
          </Button>
        )}
      </Group>
    </AskNote>
  );
}

/** The encoding a file was read in, where the reader told it. */
function usedEncoding(facts: FileFacts | null): string | null {
  for (const { params } of facts?.warnings ?? []) {
    const used = params['encoding'] ?? params['used'];
    if (typeof used === 'string') return used;
  }
  return null;
}
