import { say } from '@aftermine/science/base';
import { lineStart, type ScoreRow, scorecardTable, toldText } from '@aftermine/science/report/season';
import { Badge, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import {
  IconCircleCheck,
  IconCircleDashed,
  IconCircleHalf2,
  IconTrendingDown,
  IconTrendingUp,
} from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTexts } from '../../app/language.ts';
import { EvidenceMark } from '../../parts/evidence-drawer.tsx';
import { moneyText, numberText } from '../../parts/numbers.ts';
import { useSeasonContext } from './season-context.ts';
import classes from './wheel.module.css';
import { seasonAccepted, seasonSource } from './wheel-trace.ts';

const DIMENSIONS = ['ecological', 'economic', 'social'] as const;
const STANDINGS = {
  kept: [IconCircleCheck, 'land'],
  below: [IconTrendingDown, 'orange.9'],
  above: [IconTrendingUp, 'orange.9'],
  open: [IconCircleDashed, 'gray.7'],
} as const;
const PRINCIPLES = {
  supported: [IconCircleCheck, 'land'],
  partly: [IconCircleHalf2, 'orange.9'],
  'not-shown': [IconCircleDashed, 'gray.7'],
} as const;

/** Figures of the season beside what was planned by then, and the four principles, each line with its evidence. */
export function ScorecardTab() {
  const { t, language } = useTexts();
  const { season } = useSeasonContext();
  const rows = useMemo(
    () => scorecardTable(season, language, (amount) => moneyText(amount, season.currency, language)),
    [season, language],
  );
  const word = (key: string, params = {}): string => say(language, `season-page.${key}`, params);
  const mark = (title: string, value: string, lines: readonly string[]) => (
    <EvidenceMark
      title={title}
      trace={() => ({
        title,
        value,
        source: [seasonSource(season, t), ...lines],
        steps: [word('methods.text-scorecard')],
        rule: [t('wheel.score.trace-rule')],
        confidence: '–',
        change: t('wheel.trace.change'),
        accepted: seasonAccepted(season, t),
      })}
    />
  );
  const standing = ({ standing: how, ratio }: ScoreRow) => {
    const [Icon, colour] = STANDINGS[how];
    return (
      <Badge variant="light" color={colour} tt="none" leftSection={<Icon size={12} aria-hidden />}>
        {ratio === null
          ? word('standing.open')
          : word(`standing.${how}`, {
              // Down where it falls short: 89.6 % is not 90.
              percent: numberText((how === 'below' ? Math.floor : Math.round)(100 * ratio), language, 0),
            })}
      </Badge>
    );
  };
  return (
    <Stack gap="md">
      <Text size="sm" className="soft">
        {word('scorecard.lead', { year: season.year })}
      </Text>
      <SimpleGrid cols={{ base: 1, lg: 3 }} spacing="md">
        {DIMENSIONS.map((dimension) => (
          <Paper key={dimension} withBorder p="sm" component="section">
            <Title order={2}>{lineStart(say(language, `dimension.${dimension}`))}</Title>
            <div className={classes.scroll}>
              <table className={classes.slices}>
                <thead>
                  <tr>
                    <th scope="col">{word('column.figure')}</th>
                    <th scope="col" className={classes.n}>
                      {word('column.value')}
                    </th>
                    <th scope="col" className={classes.n}>
                      {word('column.planned')}
                    </th>
                    <th scope="col">{word('column.standing')}</th>
                  </tr>
                </thead>
                <tbody>
                  {rows
                    .filter((row) => row.dimension === dimension)
                    .map((row) => (
                      <tr key={row.id}>
                        <th scope="row">
                          {row.name} {mark(row.name, row.value, row.evidence)}
                        </th>
                        <td className={classes.n}>{row.value}</td>
                        <td className={classes.n}>{row.planned}</td>
                        <td>{standing(row)}</td>
                      </tr>
                    ))}
                </tbody>
              </table>
            </div>
          </Paper>
        ))}
      </SimpleGrid>
      <div>
        <Title order={2}>{word('principles')}</Title>
        <Text size="sm" className="soft">
          {word('principles.lead')}
        </Text>
      </div>
      <SimpleGrid cols={{ base: 1, sm: 2, xl: 4 }} spacing="md">
        {season.principles.map(({ id, state, evidence }) => {
          const [Icon, colour] = PRINCIPLES[state];
          const title = lineStart(say(language, `principle.${id}`));
          const lines = evidence.map((one) => toldText(language, one));
          return (
            <Paper key={id} withBorder p="sm">
              <Group justify="space-between" wrap="nowrap" align="flex-start">
                <Title order={3}>{title}</Title>
                {mark(title, say(language, `principle-state.${state}`), lines)}
              </Group>
              <Badge
                variant="light"
                color={colour}
                tt="none"
                my={4}
                leftSection={<Icon size={12} aria-hidden />}
              >
                {say(language, `principle-state.${state}`)}
              </Badge>
              <Text size="sm">{lines.join(' ')}</Text>
            </Paper>
          );
        })}
      </SimpleGrid>
    </Stack>
  );
}
