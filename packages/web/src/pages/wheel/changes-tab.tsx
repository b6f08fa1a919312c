import { say } from '@aftermine/science/base';
import type { PlanChange, Repair } from '@aftermine/science/control';
import {
  chanceText,
  changeReasonText,
  commitmentText,
  correctiveText,
  lineStart,
} from '@aftermine/science/report/season';
import { Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../../app/language.ts';
import { EvidenceMark } from '../../parts/evidence-drawer.tsx';
import { moneyText, numberText } from '../../parts/numbers.ts';
import { ScrollBox } from '../../parts/scroll-box.tsx';
import { useSeasonContext } from './season-context.ts';
import { moneyOf } from './season-data.ts';
import { useSeasonNames } from './season-names.ts';
import classes from './wheel.module.css';
import { seasonAccepted, seasonSource } from './wheel-trace.ts';

/** What the plan does differently after the season and why, corrective works, and public money. */
export function ChangesTab() {
  const { t, language } = useTexts();
  const { season } = useSeasonContext();
  const { replan } = season;
  const word = (key: string, params = {}): string => say(language, `season-page.${key}`, params);
  const money = moneyOf(season);
  const amount = (value: number | null): string => moneyText(value, season.currency, language);
  return (
    <Stack gap="md">
      <Text size="sm" className="soft">
        {word('changes.lead')}
      </Text>
      <Text>
        {replan === null
          ? word('changes.none-left')
          : replan.status === 'infeasible' || replan.status === 'unknown'
            ? word('changes.infeasible')
            : replan.movable === 0
              ? word('changes.nothing')
              : word('changes.count', {
                  changes: replan.changes.length,
                  kept: replan.kept,
                  movable: replan.movable,
                })}
      </Text>
      {(replan?.changes.length ?? 0) > 0 && <ChangesTable changes={replan!.changes} />}
      <Title order={2}>{word('repairs')}</Title>
      {(replan?.repairs.length ?? 0) === 0 ? (
        <Text size="sm">{word('repairs.none')}</Text>
      ) : (
        <RepairsTable repairs={replan!.repairs} />
      )}
      <div>
        <Title order={2}>
          {word('money')}{' '}
          <EvidenceMark
            title={word('money')}
            trace={() => ({
              title: word('money'),
              value: amount(money?.bound ?? null),
              source: [seasonSource(season, t), word('money.rests')],
              steps: [],
              rule: ['docs/methods/replanning.md'],
              confidence: money?.left === null ? word('money.no-budget') : '–',
              change: t('wheel.trace.change'),
              accepted: seasonAccepted(season, t),
            })}
          />
        </Title>
        {money === null ? (
          <Text size="sm">{t('wheel.fact.money-none')}</Text>
        ) : (
          <Text>
            {t('part.named', { name: word('fact.bound'), value: amount(money.bound) })} ·{' '}
            {t('part.named', {
              name: word('fact.left'),
              value: money.left === null ? word('money.no-budget') : amount(money.left),
            })}
          </Text>
        )}
      </div>
    </Stack>
  );
}

function ChangesTable({ changes }: { readonly changes: readonly PlanChange[] }) {
  const { language } = useTexts();
  const { season, project } = useSeasonContext();
  const names = useSeasonNames(project.id, season);
  const word = (key: string): string => say(language, `season-page.column.${key}`);
  return (
    <ScrollBox label={`${word('before')} – ${word('after')}`}>
      <table className={`${classes.slices} ${classes.wide}`}>
        <thead>
          <tr>
            {(['unit', 'before', 'after', 'reason'] as const).map((key) => (
              <th key={key} scope="col">
                {word(key)}
              </th>
            ))}
            <th scope="col" className={classes.n}>
              {word('gain')}
            </th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.unit}>
              <th scope="row">
                <UnitLink unit={change.unit} />
              </th>
              <td>{commitmentText(names, change.before, language)}</td>
              <td>{commitmentText(names, change.after, language)}</td>
              <td>
                {changeReasonText(change, names, language, (value) =>
                  moneyText(value, season.currency, language),
                )}
              </td>
              <td className={classes.n}>{numberText(change.gain, language, 4)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function RepairsTable({ repairs }: { readonly repairs: readonly Repair[] }) {
  const { language } = useTexts();
  const { season, project } = useSeasonContext();
  const word = (key: string, params = {}): string => say(language, `season-page.${key}`, params);
  return (
    <ScrollBox label={word('column.action')}>
      <table className={`${classes.slices} ${classes.wide}`}>
        <thead>
          <tr>
            <th scope="col">{word('column.unit')}</th>
            <th scope="col">{word('column.action')}</th>
            <th scope="col" className={classes.n}>
              {word('column.year')}
            </th>
            <th scope="col" className={classes.n}>
              {word('column.cost', { unit: season.currency })}
            </th>
            <th scope="col">{word('column.why')}</th>
          </tr>
        </thead>
        <tbody>
          {repairs.map(({ unit, action, year, cost, probability, alarm }) => (
            <tr key={`${unit}${action}${year}`}>
              <th scope="row">
                <UnitLink unit={unit} />
              </th>
              <td>{lineStart(correctiveText(action, language))}</td>
              <td className={classes.n}>{year}</td>
              <td className={classes.n}>{moneyText(cost, null, language)}</td>
              <td>
                {word('repairs.why', { percent: chanceText(language, probability) })}{' '}
                {alarm !== null && (
                  <Link
                    to={`/p/${encodeURIComponent(project.id)}/alerts` as never}
                    search={{ alert: alarm } as never}
                  >
                    {word('repairs.alert')}
                  </Link>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function UnitLink({ unit }: { readonly unit: string }) {
  return (
    <Link to="." search={((view: object) => ({ ...view, unit, tab: 'units' })) as never}>
      {unit}
    </Link>
  );
}
