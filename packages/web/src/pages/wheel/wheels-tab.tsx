import { say } from '@aftermine/science/base';
import { wheelTable } from '@aftermine/science/report/season';
import { SimpleGrid, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTexts } from '../../app/language.ts';
import { useSeasonContext } from './season-context.ts';
import classes from './wheel.module.css';
import { WheelFigure } from './wheel-figure.tsx';
import { WheelTwin } from './wheel-twin.tsx';

/** The recovery wheel and the social wheel beside each other, and both as tables. */
export function WheelsTab() {
  const { t, language } = useTexts();
  const { season, before } = useSeasonContext();
  const wheels = useMemo(
    () =>
      [
        ['ser', wheelTable('ser', season.wheel, before?.wheel ?? [], language)],
        ['social', wheelTable('social', season.social, before?.social ?? [], language)],
      ] as const,
    [season, before, language],
  );
  const word = (key: string): string => say(language, `season-page.wheel.${key}`);
  return (
    <Stack gap="md">
      <Text size="sm" className="soft">
        {word('lead')} {t('wheel.pick')}
      </Text>
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
        {wheels.map(([kind, groups]) => (
          <WheelFigure key={kind} kind={kind} groups={groups} />
        ))}
      </SimpleGrid>
      <div className={classes.key}>
        <span>
          <Swatch fill="#2f7f7c" />
          {word('key-satellite')}
        </span>
        <span>
          <Swatch fill="#e9d9b0" striped />
          {word('key-field')}
        </span>
        <span>
          <Swatch fill="#fff" dashed />
          {word('key-hollow')}
        </span>
        <span>
          <Swatch fill="#fff" zero />
          {word('key-zero')}
        </span>
      </div>
      {wheels.map(([kind, groups]) => (
        <WheelTwin key={kind} kind={kind} groups={groups} />
      ))}
      <Text size="xs" className="soft">
        {t('wheel.named')}. {word('source')}
      </Text>
    </Stack>
  );
}

function Swatch({
  fill,
  striped = false,
  dashed = false,
  zero = false,
}: {
  readonly fill: string;
  readonly striped?: boolean;
  readonly dashed?: boolean;
  readonly zero?: boolean;
}) {
  return (
    <svg viewBox="0 0 26 14" width={26} height={14} aria-hidden="true">
      <path
        d="M1 1h24v12H1z"
        fill={fill}
        stroke={dashed ? '#87938f' : '#3d4745'}
        {...(dashed ? { strokeDasharray: '3 3' } : {})}
      />
      {striped && <path d="M4 13L12 1M10 13L18 1M16 13L24 1" stroke="#8a6100" strokeWidth={2} />}
      {zero && <path d="M1 1h6v12H1z" fill="#b3261e" />}
    </svg>
  );
}
