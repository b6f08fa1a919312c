import { OBJECTIVES } from '@aftermine/science/plan';
import { List, Paper, Text, Title } from '@mantine/core';
import { useTexts } from '../../app/language.ts';
import { useSay } from '../../parts/use-say.ts';
import type { CompareProps } from './compare-props.ts';
import { differenceText } from './objectives.ts';
import { bestOf, differencesOf, isComparable, type PlanOption } from './plan-options.ts';

/** Units told in the list; the difference below has them all. */
const MOST_TOLD = 12;

/** Why an option is in the table, and where it differs from this plan. */
export function OptionPanel({
  plan,
  words,
  options,
  bands,
  option,
  standing,
  name,
}: CompareProps & { readonly option: PlanOption; readonly name: (key: string) => string }) {
  const { t, language } = useTexts();
  const say = useSay();
  const best = bestOf(options);
  const own = options.find(({ key }) => key === 'this')!;
  const band = bands[options.indexOf(option)];
  const differences = differencesOf(own, option);
  const leads = OBJECTIVES.filter((id) => option.values[id] === best[id]);
  const joined = (parts: readonly string[]): string => parts.join(language === 'zh' ? '、' : ', ');
  const reasons = [
    ...(option.key === 'this'
      ? [t(standing?.kind === 'adopted' ? 'compare.in.adopted' : 'compare.in.this')]
      : []),
    ...(option.key === 'nothing' ? [t('compare.in.nothing')] : []),
    ...(option.key === 'greedy' ? [t('compare.in.greedy')] : []),
    ...(option.key === 'force' ? [t('compare.in.force')] : []),
    ...(option.key === 'force' ? [say('plan-compare.force-note')] : []),
    ...(!isComparable(option)
      ? []
      : option.dominatedBy === null
        ? [t('compare.in.front')]
        : [t('compare.in.dominated', { other: name(option.dominatedBy) })]),
    ...(option.isBalanced ? [t('compare.in.balanced')] : []),
    ...(isComparable(option) && option.dominatedBy === null && leads.length > 0 && option.key !== 'nothing'
      ? [t('compare.in.leads', { objectives: joined(leads.map((id) => say(`objective-name.${id}`))) })]
      : []),
    ...(band == null ? [] : [t('compare.in.rank', { rank: band.rank, best: band.best, worst: band.worst })]),
    ...(option.key === 'this' || option.key === 'force'
      ? []
      : [
          t('compare.in.against', {
            gains: joined(
              (['cost', ...OBJECTIVES] as const)
                .filter((id) => Math.abs(option.values[id] - own.values[id]) > 1e-9)
                .map((id) => differenceText(id, option.values[id] - own.values[id], words)),
            ),
          }),
        ]),
  ];
  return (
    <Paper withBorder p="md" component="section" aria-label={t('compare.why-in', { name: name(option.key) })}>
      <Title order={2}>{t('compare.why-in', { name: name(option.key) })}</Title>
      <List size="sm">
        {reasons.map((reason) => (
          <List.Item key={reason}>{reason}</List.Item>
        ))}
      </List>
      {option.key !== 'this' && (
        <>
          <Title order={3} mt="xs">
            {t('compare.differs', { count: differences.length, all: plan.units.length })}
          </Title>
          <List size="sm">
            {differences.slice(0, MOST_TOLD).map(({ unit, one, other }) => (
              <List.Item key={unit}>
                {words.unit(unit)}
                {language === 'zh' ? '：' : ': '}
                {words.choice(one)} → {words.choice(other)}
              </List.Item>
            ))}
          </List>
          {differences.length > MOST_TOLD && (
            <Text size="sm" className="soft">
              {t('compare.differs-more', { count: differences.length - MOST_TOLD })}
            </Text>
          )}
        </>
      )}
    </Paper>
  );
}
