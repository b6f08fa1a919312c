import { say } from '@aftermine/science/base';
import { isOpen } from '@aftermine/science/control';
import { correctiveText, type People } from '@aftermine/science/report/season';
import { Button, Switch, Text } from '@mantine/core';
import type { ProjectDetail } from 'aftermine/contract';
import { useMemo, useState } from 'react';
import { useTexts } from '../../app/language.ts';
import { useView } from '../../app/use-view.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { moneyText } from '../../parts/numbers.ts';
import type { Alert } from './alert-data.ts';
import { alertPlace, alertTitle } from './alert-words.ts';

/** What is done about alerts: who, until when, for how much, what shows it. */
export function ActionBoard({
  project,
  alerts,
  people,
}: {
  readonly project: ProjectDetail;
  readonly alerts: readonly Alert[];
  readonly people: People;
}) {
  const { t, language } = useTexts();
  const [view, setView] = useView();
  const [openOnly, setOpenOnly] = useState(false);
  const rows = useMemo(
    () =>
      alerts.filter(
        ({ case: one }) =>
          (one.action !== null || one.owner !== null || one.due !== null) && (!openOnly || isOpen(one.state)),
      ),
    [alerts, openOnly],
  );
  const picked = rows.find(({ alarm }) => alarm.id === view.alert);
  const columns = useMemo((): readonly Column<Alert>[] => {
    const word = (key: string): string => say(language, `season-page.alert.${key}`);
    return [
      {
        id: 'alert',
        title: t('alerts.board.alert'),
        value: (one) => alertTitle(one, language),
        grow: 2,
        min: 170,
      },
      {
        id: 'where',
        title: t('alerts.board.where'),
        value: (one) => alertPlace(one, language),
        grow: 1.5,
        min: 130,
      },
      {
        id: 'action',
        title: word('action'),
        value: ({ case: one }) => (one.action === null ? null : correctiveText(one.action, language)),
        min: 110,
      },
      {
        id: 'owner',
        title: word('owner'),
        value: ({ case: one }) => (one.owner === null ? null : (people.get(one.owner) ?? one.owner)),
      },
      {
        id: 'due',
        title: word('due'),
        value: ({ case: one }) => one.due,
        min: 130,
        cell: ({ case: one }) =>
          one.overdue ? (
            <Text span c="red.9" fw={600} inherit>
              {one.due} ({t('alerts.board.overdue')})
            </Text>
          ) : (
            (one.due ?? '–')
          ),
      },
      {
        id: 'cost',
        title: word('cost'),
        number: true,
        value: ({ case: one }) => one.cost,
        cell: ({ case: one }) => moneyText(one.cost, project.currency, language),
      },
      {
        id: 'evidence',
        title: t('alerts.board.evidence'),
        number: true,
        min: 72,
        value: ({ case: one }) => one.evidence.length,
      },
      {
        id: 'recheck',
        title: t('alerts.board.recheck'),
        number: true,
        min: 80,
        value: ({ case: one }) => one.recheckFrom,
      },
      {
        id: 'state',
        title: t('alerts.state'),
        min: 150,
        value: ({ case: one }) =>
          say(language, `action-state.${one.state}`) +
          (one.overridden ? ` · ${say(language, 'season-page.alert.overridden')}` : ''),
      },
    ];
  }, [t, language, people, project.currency]);
  return (
    <>
      <Text size="sm" className="soft" mb="xs">
        {t('alerts.board.lead')}
      </Text>
      <DataTable
        label={t('alerts.tab.board')}
        rows={rows}
        columns={columns}
        idOf={({ alarm }) => alarm.id}
        selected={view.alert ?? null}
        onPick={(id) => setView({ alert: id })}
        sort="due"
        tools={
          <Switch
            label={t('alerts.board.open-only')}
            checked={openOnly}
            onChange={(event) => setOpenOnly(event.currentTarget.checked)}
          />
        }
      />
      {picked !== undefined && (
        <Button mt="xs" variant="light" onClick={() => setView({ tab: 'inbox' }, true)}>
          {t('alerts.board.to-case', {
            what: alertTitle(picked, language),
            where: alertPlace(picked, language),
          })}
        </Button>
      )}
    </>
  );
}
