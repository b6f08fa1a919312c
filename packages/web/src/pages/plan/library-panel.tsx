import type { Library, Measure } from '@aftermine/science/plan';
import { amountText, moneyText } from '@aftermine/science/report/plan';
import { Badge, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { partQuery } from '../../api/resources.ts';
import { useTexts } from '../../app/language.ts';
import { useView } from '../../app/use-view.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { EvidenceMark } from '../../parts/evidence-drawer.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useSay } from '../../parts/use-say.ts';
import { Coded } from './coded.tsx';
import { SplitPage } from './split-page.tsx';

/** Measures with what they ask for and what they cost; natural recovery among them. The picked one is `key` of the address. */
export function LibraryPanel({ project }: { readonly project: string }) {
  const { t, language } = useTexts();
  const say = useSay();
  const [{ key }, setView] = useView();
  const library = useQuery(partQuery<Library>(project, '/library'));
  if (library.error !== null)
    return <ProblemNote error={library.error} onRetry={() => void library.refetch()} />;
  if (library.data === undefined) return <PageSkeleton />;
  const { measures, costs, sources } = library.data;
  const money = moneyText(language, costs.currency);
  const items = new Map(costs.items.map((item) => [item.id, item]));
  const priceOf = ({ item, amount, per }: Measure['quantities'][number]): string => {
    const cost = items.get(item);
    return `${cost?.name[language] ?? item}: ${amountText(language, amount)} ${t(`plan.per.${per}`)} × ${
      cost === undefined ? '–' : money.price(cost.cost[1])
    }`;
  };
  const sourceText = (id: string): string =>
    id === 'unverified' ? say('plan-page.unverified') : (sources.find((one) => one.id === id)?.text ?? id);
  const columns: readonly Column<Measure>[] = [
    { id: 'name', title: say('plan-page.column.measure'), value: ({ name }) => name[language], min: 140 },
    {
      id: 'family',
      title: t('plan.column.family'),
      value: ({ family }) => t(`plan.family.${family}`),
      min: 84,
    },
    {
      id: 'ladder',
      title: t('plan.column.ladder'),
      value: ({ ladder }) => t(`plan.ladder.${ladder}`),
      min: 84,
    },
    {
      id: 'gates',
      title: t('plan.column.asks'),
      value: ({ gates }) =>
        gates.length === 0 ? null : gates.map(({ reason }) => reason[language]).join(' '),
      min: 200,
      grow: 2,
    },
    {
      id: 'cost',
      title: t('plan.column.unit-costs'),
      value: ({ quantities }) => quantities.map(priceOf).join('; '),
      min: 220,
      grow: 2,
    },
  ];
  const picked = measures.find(({ id }) => id === key);
  return (
    <>
      <Text className="soft" mb="sm">
        <Coded>
          {t('plan.library-lead', {
            region: costs.region[language],
            currency: costs.currency,
            year: String(costs.priceYear),
          })}
        </Coded>
      </Text>
      <SplitPage
        left={
          <DataTable
            label={t('plan.library')}
            rows={measures}
            columns={columns}
            idOf={({ id }) => id}
            selected={key ?? null}
            onPick={(next) => setView({ key: next })}
            height={640}
            searchable
          />
        }
        right={
          picked === undefined ? (
            <Text className="soft">{t('plan.library-pick')}</Text>
          ) : (
            <Stack gap="sm" component="article" aria-label={picked.name[language]}>
              <Group gap="xs">
                <Title order={2}>{picked.name[language]}</Title>
                <Badge variant="light" tt="none">
                  {t(`plan.ladder.${picked.ladder}`)}
                </Badge>
                <EvidenceMark
                  title={picked.name[language]}
                  trace={() => ({
                    title: picked.name[language],
                    value: picked.about[language],
                    source: picked.sources.map(sourceText),
                    steps: picked.quantities.map((one) => `${priceOf(one)} (${sourceText(one.source)})`),
                    rule: picked.gates.map(
                      ({ reason, source }) => `${reason[language]} (${sourceText(source)})`,
                    ),
                    confidence:
                      picked.sources.includes('unverified') ||
                      picked.gates.some(({ source }) => source === 'unverified')
                        ? say('plan-page.unverified')
                        : t('plan.gate.sure'),
                    change: t('plan.library-change'),
                    accepted: t('plan.accepted', { hash: library.data.hash.slice(0, 8), cost: costs.id }),
                  })}
                />
              </Group>
              <Text>{picked.about[language]}</Text>
              <Title order={3}>{t('plan.column.asks')}</Title>
              {picked.gates.length === 0 ? (
                <Text size="sm">{t('plan.asks-nothing')}</Text>
              ) : (
                picked.gates.map(({ id, reason, source, kind }) => (
                  <Text key={id} size="sm">
                    {reason[language]}{' '}
                    <span className="soft">
                      {say(`plan-page.gate-kind.${kind}`)} · {sourceText(source)}
                    </span>
                  </Text>
                ))
              )}
              <Title order={3}>{t('plan.column.unit-costs')}</Title>
              {picked.quantities.map((one) => {
                const cost = items.get(one.item);
                return (
                  <Text key={`${one.item} ${one.per}`} size="sm">
                    {priceOf(one)}
                    {cost !== undefined && ` (${money.price(cost.cost[0])} – ${money.price(cost.cost[2])})`}{' '}
                    <span className="soft">{sourceText(one.source)}</span>
                  </Text>
                );
              })}
              <Title order={3}>{t('plan.column.season')}</Title>
              <Text size="sm">
                {picked.months.from === 1 && picked.months.to === 12
                  ? say('plan-page.schedule.all-year')
                  : say('plan-page.schedule.months', {
                      from: picked.months.from,
                      to: picked.months.to,
                    })}
                {' · '}
                {t('plan.months-long', { months: amountText(language, picked.durationMonths) })}
              </Text>
              {picked.answers.length > 0 && (
                <>
                  <Title order={3}>{t('plan.answers')}</Title>
                  <Text size="sm">
                    {picked.answers.map((id) => say(`measure.${id}`)).join(language === 'zh' ? '、' : ', ')}
                  </Text>
                </>
              )}
            </Stack>
          )
        }
      />
    </>
  );
}
