import { say } from '@aftermine/science/base';
import { lineStart, type ScoreRow, scorecardTable, toldText } from '@aftermine/science/report/season';
import { Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
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
import { ScrollBox } from '../../parts/scroll-box.tsx';
import { MarkedWords } from './marked-words.tsx';
import { useSeasonContext } from './season-context.ts';
import classes from './wheel.module.css';
import { seasonAccepted, seasonSource } from './wheel-trace.ts';

const DIMENSIONS = ['ecological', 'economic', 'social'] as const;
const STANDINGS = {
  kept: [IconCircleCheck, 'good'],
  below: [IconTrendingDown, 'watch'],
  above: [IconTrendingUp, 'watch'],
  open: [IconCircleDashed, 'none'],
} as const;
const PRINCIPLES = {
  supported: [IconCircleCheck, 'good'],
  partly: [IconCircleHalf2, 'watch'],
  'not-shown': [IconCircleDashed, 'none'],
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
    const [icon, tone] = STANDINGS[how];
    return (
      <MarkedWords icon={icon} tone={tone}>
        {ratio === null
          ? word('standing.open')
          : word(`standing.${how}`, {
              // Down where it falls short: 89.6 % is not 90.
              percent: numberText((how === 'below' ? Math.floor : Math.round)(100 * ratio), language, 0),
            })}
      </MarkedWords>
    );
  };
  return (
    <Stack gap="md">
      <Text size="sm" className="soft">
        {word('scorecard.lead', { year: season.year })}
      </Text>
      <ScrollBox label={word('scorecard.lead', { year: season.year })}>
        <table className={`${classes.slices} ${classes.wide}`}>
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
              <th scope="col">{word('column.rests')}</th>
            </tr>
          </thead>
          {DIMENSIONS.map((dimension) => (
            <tbody key={dimension}>
              <tr>
                <th scope="rowgroup" colSpan={5} className={classes.group}>
                  {lineStart(say(language, `dimension.${dimension}`))}
                </th>
              </tr>
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
                    <td>{row.evidence.join(language === 'zh' ? '；' : '; ')}</td>
                  </tr>
                ))}
            </tbody>
          ))}
        </table>
      </ScrollBox>
      <div>
        <Title order={2}>{word('principles')}</Title>
        <Text size="sm" className="soft">
          {word('principles.lead')}
        </Text>
      </div>
      <SimpleGrid cols={{ base: 1, sm: 2, xl: 4 }} spacing="md">
        {season.principles.map(({ id, state, evidence }) => {
          const [icon, tone] = PRINCIPLES[state];
          const title = lineStart(say(language, `principle.${id}`));
          const lines = evidence.map((one) => toldText(language, one));
          return (
            <Paper key={id} withBorder p="sm">
              <Group justify="space-between" wrap="nowrap" align="flex-start">
                <Title order={3}>{title}</Title>
                {mark(title, say(language, `principle-state.${state}`), lines)}
              </Group>
              <MarkedWords icon={icon} tone={tone}>
                {say(language, `principle-state.${state}`)}
              </MarkedWords>
              <Text size="sm">{lines.join(' ')}</Text>
            </Paper>
          );
        })}
      </SimpleGrid>
    </Stack>
  );
}
