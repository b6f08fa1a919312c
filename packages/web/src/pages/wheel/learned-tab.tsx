import { say } from '@aftermine/science/base';
import { checkSentences, type LearnedFactor, learnedRows, lineStart } from '@aftermine/science/report/season';
import { Group, List, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { useTexts } from '../../app/language.ts';
import { EvidenceMark } from '../../parts/evidence-drawer.tsx';
import { numberText } from '../../parts/numbers.ts';
import { ScrollBox } from '../../parts/scroll-box.tsx';
import { useSeasonContext } from './season-context.ts';
import { useSeasonNames } from './season-names.ts';
import classes from './wheel.module.css';
import { seasonAccepted, seasonSource } from './wheel-trace.ts';

const ICONS = {
  good: [IconCircleCheck, 'land'],
  doubt: [IconAlertTriangle, 'orange.9'],
  open: [IconCircleDashed, 'gray.7'],
} as const;

/** What the season was like, what the seasons taught of measures, and whether the filter can be believed. */
export function LearnedTab() {
  const { t, language } = useTexts();
  const { season, project } = useSeasonContext();
  const names = useSeasonNames(project.id, season);
  const word = (key: string, params = {}): string => say(language, `season-page.${key}`, params);
  const rows = learnedRows(season.learned, names, language);
  const { kind, departure } = season.weather;
  const factor = ({ factor: value, low, high }: LearnedFactor): string =>
    `× ${numberText(value, language)} (${numberText(low, language)}–${numberText(high, language)})`;
  const mark = (title: string, method: string, steps: readonly string[]) => (
    <EvidenceMark
      title={title}
      trace={() => ({
        title,
        value: '',
        source: [seasonSource(season, t)],
        steps,
        rule: [method],
        confidence: word('learned.note'),
        change: t('wheel.trace.change'),
        accepted: seasonAccepted(season, t),
      })}
    />
  );
  return (
    <Stack gap="md">
      <section>
        <Title order={2}>{word('weather')}</Title>
        <Text>
          <strong>
            {lineStart(say(language, `season-weather.${kind}`))}
            {language === 'zh' ? '。' : '.'}
          </strong>{' '}
          {departure === null
            ? word('weather.unknown')
            : word(`weather.${departure < 0 ? 'below' : 'above'}`, {
                times: numberText(Math.abs(departure), language, 1),
              })}{' '}
          {word('weather.taken-out')}
        </Text>
      </section>
      <section>
        <Title order={2}>
          {word('learned')} {mark(word('learned'), 'docs/methods/partial-pooling.md', [word('learned.lead')])}
        </Title>
        <Text size="sm" className="soft">
          {word('learned.lead')}
        </Text>
        {rows.length === 0 ? (
          <Text>{word('learned.none')}</Text>
        ) : (
          <ScrollBox label={word('learned.lead')}>
            <table className={`${classes.slices} ${classes.wide}`}>
              <thead>
                <tr>
                  <th scope="col">{word('column.measure')}</th>
                  <th scope="col">{word('column.zone')}</th>
                  <th scope="col" className={classes.n}>
                    {word('column.rate')}
                  </th>
                  <th scope="col" className={classes.n}>
                    {word('column.end')}
                  </th>
                  <th scope="col">{word('column.survival')}</th>
                  <th scope="col" className={classes.n}>
                    {word('column.units')}
                  </th>
                  <th scope="col" className={classes.n}>
                    {word('column.unit-seasons')}
                  </th>
                  <th scope="col">{word('column.says')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={`${row.zone}${row.measure}`}>
                    <th scope="row">{row.measure}</th>
                    <td>{row.zone}</td>
                    <td className={classes.n}>{factor(row.rate)}</td>
                    <td className={classes.n}>{factor(row.reach)}</td>
                    <td>
                      {row.survival === null
                        ? word('learned.no-count')
                        : `× ${numberText(row.survival.factor, language)} (${word('learned.count', { alive: row.survival.alive, all: row.survival.all })})`}
                    </td>
                    <td className={classes.n}>{row.units}</td>
                    <td className={classes.n}>{row.seasons}</td>
                    <td>{row.says}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
        )}
        <Text size="xs" className="soft">
          {word('learned.note')}
        </Text>
      </section>
      <section>
        <Title order={2}>
          {word('checks')}{' '}
          {mark(word('checks'), 'docs/methods/recovery-filter.md', [
            word('checks.lead', { n: season.checks.seasons }),
          ])}
        </Title>
        <Text size="sm" className="soft">
          {word('checks.lead', { n: season.checks.seasons })}
        </Text>
        <List spacing={4} listStyleType="none">
          {checkSentences(season.checks, language).map(({ id, standing, text }) => {
            const [Icon, colour] = ICONS[standing];
            return (
              <List.Item key={id}>
                <Group gap="xs" wrap="nowrap" align="flex-start">
                  <ThemeIcon size="sm" variant="light" color={colour}>
                    <Icon size={14} aria-hidden />
                  </ThemeIcon>
                  <Text size="sm">{text}</Text>
                </Group>
              </List.Item>
            );
          })}
        </List>
      </section>
    </Stack>
  );
}
