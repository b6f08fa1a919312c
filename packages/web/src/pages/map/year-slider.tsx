import { ActionIcon, Button, Group, Text, Tooltip } from '@mantine/core';
import { useReducedMotion } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import type { ProjectDetail } from 'aftermine/contract';
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { useTexts } from '../../app/language.ts';
import { percentText } from '../../parts/numbers.ts';
import classes from './map-page.module.css';

const BEAT_MS = 800;
/** Of the events of a year so many are told in words; of the others how many. */
const MOST_TOLD = 6;
const MARKS = { damaged: '▾', reclaimed: '▴', works: '■', alert: '!' } as const;
type EventKind = keyof typeof MARKS;

interface YearSliderProps {
  readonly years: ProjectDetail['quality'];
  readonly year: number | null;
  /** Second year of a comparison, marked too. */
  readonly year2: number | null;
  readonly onYear: (year: number) => void;
  /** False while the layer of the year is on the way: playing waits for it. */
  readonly ready: boolean;
}

/** One column per year: how much was seen, what happened; by pointer, by arrow keys, by buttons, by itself. */
export function YearSlider({ years, year: given, year2, onYear, ready }: YearSliderProps) {
  const { t, language } = useTexts();
  const isStill = useReducedMotion();
  const [plays, setPlays] = useState(false);
  // The mark moves at once; the page follows.
  const [year, setYear] = useState(given);
  useEffect(() => setYear(given), [given]);
  const track = useRef<HTMLDivElement>(null);
  const at = years.findIndex((one) => one.year === year);
  const pick = (index: number): void => {
    const next = years[Math.min(years.length - 1, Math.max(0, index))];
    if (next === undefined || next.year === year) return;
    setYear(next.year);
    onYear(next.year);
  };
  const told = useRef({ pick, at });
  told.current = { pick, at };
  // biome-ignore lint/correctness/useExhaustiveDependencies: every year begins a new beat
  useEffect(() => {
    if (!plays || !ready) return;
    const beat = setTimeout(() => {
      const next = told.current.at + 1;
      told.current.pick(next >= years.length ? 0 : next);
    }, BEAT_MS);
    return () => clearTimeout(beat);
  }, [plays, ready, years.length, year]);
  const walk = (event: KeyboardEvent): void => {
    const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -5, PageUp: 5 }[
      event.key
    ];
    const to =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? years.length - 1
          : step === undefined
            ? null
            : at + step;
    if (to === null) return;
    event.preventDefault();
    setPlays(false);
    pick(to);
  };
  const drag = (event: PointerEvent): void => {
    const box = track.current?.getBoundingClientRect();
    if (box === undefined || (event.type === 'pointermove' && event.buttons !== 1)) return;
    setPlays(false);
    pick(Math.floor(((event.clientX - box.left) / box.width) * years.length));
  };
  const wordsOf = (one: (typeof years)[number]): string => {
    const seen = one.present
      ? t('map.slider.value', {
          year: one.year,
          seen: percentText(one.validShare, language, 1),
          scenes: one.scenes,
        })
      : t('map.slider.missing', { year: one.year });
    const events = one.events
      .slice(0, MOST_TOLD)
      .map(
        ({ unit, kind }) =>
          `${unit === null ? '' : `${unit} `}${kind in MARKS ? t(`map.event.${kind as EventKind}`) : kind}`,
      );
    const more = one.events.length - events.length;
    return [seen, ...events, ...(more > 0 ? [`+${more}`] : [])].join(' · ');
  };
  const now = at < 0 ? undefined : years[at];
  const every = years.length > 60 ? 10 : 5;
  return (
    <section aria-label={t('map.slider')} className={classes.slider}>
      <Group gap={4} wrap="nowrap" align="center">
        <ActionIcon
          variant="default"
          size="md"
          aria-label={t('map.previous-year')}
          onClick={() => pick(at - 1)}
        >
          <IconChevronLeft size={16} aria-hidden />
        </ActionIcon>
        {!isStill && (
          <Button
            variant="default"
            size="compact-sm"
            aria-pressed={plays}
            onClick={() => setPlays(!plays)}
            leftSection={
              plays ? <IconPlayerPause size={14} aria-hidden /> : <IconPlayerPlay size={14} aria-hidden />
            }
          >
            {plays ? t('map.pause') : t('map.play')}
          </Button>
        )}
        <ActionIcon variant="default" size="md" aria-label={t('map.next-year')} onClick={() => pick(at + 1)}>
          <IconChevronRight size={16} aria-hidden />
        </ActionIcon>
        <Text size="sm" fw={600} className={classes.now} aria-live="polite">
          {now === undefined ? '–' : wordsOf(now)}
        </Text>
      </Group>
      <div
        ref={track}
        role="slider"
        tabIndex={0}
        className={classes.track}
        aria-label={t('map.slider')}
        aria-valuemin={years[0]?.year}
        aria-valuemax={years.at(-1)?.year}
        aria-valuenow={year ?? undefined}
        aria-valuetext={now === undefined ? '' : wordsOf(now)}
        onKeyDown={walk}
        onPointerDown={drag}
        onPointerMove={drag}
      >
        {years.map((one) => (
          <div
            key={one.year}
            className={classes.year}
            data-now={one.year === year || undefined}
            data-other={one.year === year2 || undefined}
            data-missing={!one.present || undefined}
            title={wordsOf(one)}
          >
            <span className={classes.bar} style={{ height: `${Math.round(one.validShare * 100)}%` }} />
            <span className={classes.marks}>
              {[...new Set(one.events.map(({ kind }) => kind))].map((kind) => (
                <span key={kind} data-kind={kind}>
                  {MARKS[kind as EventKind] ?? '·'}
                </span>
              ))}
            </span>
            <span className={classes.tick} data-half={one.year % 10 !== 0 || undefined}>
              {one.year % every === 0 ? one.year : ''}
            </span>
          </div>
        ))}
      </div>
      <Tooltip label={t('map.slider.hint')} multiline maw={360}>
        <Text size="xs" className="soft" tabIndex={0}>
          {(Object.keys(MARKS) as EventKind[])
            .map((kind) => `${MARKS[kind]} ${t(`map.event.${kind}`)}`)
            .join('  ')}
          {`  ▨ ${t('map.slider.unseen')}`}
        </Text>
      </Tooltip>
    </section>
  );
}
