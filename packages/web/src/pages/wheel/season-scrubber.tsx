import { ActionIcon, Group, Slider, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTexts } from '../../app/language.ts';

const STEP_MS = 1400;

/** Goes through the seasons: by slider, by its arrow keys, by two buttons, or by itself. */
export function SeasonScrubber({
  years,
  year,
  onYear,
}: {
  readonly years: readonly number[];
  readonly year: number;
  readonly onYear: (year: number) => void;
}) {
  const { t } = useTexts();
  const [playing, setPlaying] = useState(false);
  const at = years.indexOf(year);
  const next = years[at + 1];
  useEffect(() => {
    if (!playing) return;
    if (next === undefined) {
      setPlaying(false);
      return;
    }
    const timer = setTimeout(() => onYear(next), STEP_MS);
    return () => clearTimeout(timer);
  }, [playing, next, onYear]);
  const [first, last] = [years[0] ?? year, years.at(-1) ?? year];
  const few = years.length <= 16;
  return (
    <Group gap="xs" wrap="nowrap" align="center" mb="md" role="group" aria-label={t('wheel.season')}>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t('wheel.before')}
        disabled={at <= 0}
        onClick={() => onYear(years[at - 1]!)}
      >
        <IconChevronLeft size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={playing ? t('wheel.pause') : t('wheel.play')}
        disabled={years.length < 2}
        onClick={() => {
          if (!playing && next === undefined) onYear(first);
          setPlaying(!playing);
        }}
      >
        {playing ? <IconPlayerPause size={18} aria-hidden /> : <IconPlayerPlay size={18} aria-hidden />}
      </ActionIcon>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t('wheel.after')}
        disabled={next === undefined}
        onClick={() => onYear(next!)}
      >
        <IconChevronRight size={18} aria-hidden />
      </ActionIcon>
      <Text fw={600} miw={44} ta="center" aria-live="polite">
        {year}
      </Text>
      <Slider
        flex={1}
        mx="sm"
        mb={few ? 'lg' : 0}
        min={first}
        max={Math.max(last, first + 1)}
        step={1}
        restrictToMarks
        label={null}
        disabled={years.length < 2}
        thumbLabel={t('wheel.season')}
        value={year}
        onChange={onYear}
        marks={years.map((value) => ({
          value,
          ...(few && (value === first || value === last) ? { label: value } : {}),
        }))}
      />
    </Group>
  );
}
