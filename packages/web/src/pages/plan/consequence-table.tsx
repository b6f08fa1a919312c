import { OBJECTIVES } from '@aftermine/science/plan';
import { gapText } from '@aftermine/science/report/plan';
import { ActionIcon, Badge, Button, Group, Table, Text, Title } from '@mantine/core';
import { IconPin, IconPinFilled } from '@tabler/icons-react';
import { useTexts } from '../../app/language.ts';
import { EvidenceMark } from '../../parts/evidence-drawer.tsx';
import { useSay } from '../../parts/use-say.ts';
import type { CompareProps } from './compare-props.ts';
import { MOST_PINNED } from './compare-view.ts';
import { CRITERIA, criterionCell, criterionHeading, differenceText, objectiveText } from './objectives.ts';
import { optionName } from './option-name.ts';
import { bestOf, isComparable, type PlanOption } from './plan-options.ts';

/** Options against what they bring; dominated ones greyed, with the reason. Tables are what people read first. */
export function ConsequenceTable({ plan, words, options, bands, view, standing }: CompareProps) {
  const { t, language } = useTexts();
  const say = useSay();
  const best = bestOf(options);
  const name = (key: string): string => optionName(key, say, t, standing);
  const why = ({ dominatedBy, values }: PlanOption): string => {
    const better = options.find(({ key }) => key === dominatedBy);
    if (better === undefined) return say('plan-page.dominated.by-other', { other: dominatedBy ?? '' });
    return say('plan-page.dominated.by', {
      other: name(better.key),
      better: OBJECTIVES.filter((id) => better.values[id] > values[id])
        .map((id) =>
          say('plan-page.dominated.in', {
            objective: say(`plan-page.objective-short.${id}`),
            gain: differenceText(id, better.values[id] - values[id], words),
          }),
        )
        .join(language === 'zh' ? '、' : ', '),
    });
  };
  const ordered = [
    ...options.filter(({ key }) => view.pinned.includes(key)),
    ...options.filter(({ key }) => !view.pinned.includes(key)),
  ];
  return (
    <section>
      <Title order={2}>{say('plan-page.options')}</Title>
      <Text className="soft" size="sm" mb={6}>
        {say('plan-page.options.lead')} {t('compare.table-lead', { most: MOST_PINNED })}
      </Text>
      <Table.ScrollContainer minWidth={900} type="native" tabIndex={0}>
        <Table aria-label={say('plan-page.options.caption')} verticalSpacing={6} withTableBorder bg="white">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{say('plan-page.column.option')}</Table.Th>
              {CRITERIA.map((what) => (
                <Table.Th key={what} scope="col" ta="right">
                  {criterionHeading(what, words)}
                </Table.Th>
              ))}
              <Table.Th scope="col" ta="right">
                {say('plan-page.column.gap')}
              </Table.Th>
              <Table.Th scope="col" ta="right">
                {t('compare.rank')}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {ordered.map((option) => {
              const { key, values, gap, isBalanced, dominatedBy } = option;
              const isOut = dominatedBy !== null;
              const band = bands[options.indexOf(option)];
              const isPinned = view.pinned.includes(key);
              const isPicked = view.picked === key;
              return (
                <Table.Tr
                  key={key}
                  bg={isPicked ? 'land.0' : isOut ? '#f1f2f1' : 'white'}
                  {...(isOut ? { c: '#55605a' } : {})}
                >
                  <Table.Th scope="row" fw={400} miw={220}>
                    <Group gap={6} wrap="nowrap">
                      <ActionIcon
                        variant="subtle"
                        size="sm"
                        aria-pressed={isPinned}
                        aria-label={t(isPinned ? 'compare.unpin' : 'compare.pin', { name: name(key) })}
                        disabled={!isPinned && view.pinned.length >= MOST_PINNED}
                        onClick={() => view.pin(key)}
                      >
                        {isPinned ? (
                          <IconPinFilled size={15} aria-hidden />
                        ) : (
                          <IconPin size={15} aria-hidden />
                        )}
                      </ActionIcon>
                      <Button
                        variant="subtle"
                        size="compact-sm"
                        aria-pressed={isPicked}
                        onClick={() => view.pick(isPicked ? null : key)}
                      >
                        {name(key)}
                      </Button>
                      {isBalanced && (
                        <Badge variant="light" tt="none">
                          {say('plan-page.option.balanced')}
                        </Badge>
                      )}
                      {isOut && (
                        <Badge variant="outline" color="gray.8" tt="none">
                          {say('plan-page.option.dominated')}
                        </Badge>
                      )}
                    </Group>
                    {isOut && <Text size="xs">{why(option)}</Text>}
                  </Table.Th>
                  {CRITERIA.map((what) => {
                    const isBest =
                      key !== 'nothing' && !isOut && isComparable(option) && values[what] === best[what];
                    return (
                      <Table.Td key={what} className="number" fw={isBest ? 700 : 400}>
                        {criterionCell(what, values[what], words)}
                        {key === 'this' && (
                          <EvidenceMark
                            title={criterionHeading(what, words)}
                            trace={() => ({
                              title: criterionHeading(what, words),
                              value: criterionCell(what, values[what], words),
                              source: [
                                t('plan.trace.library', { hash: plan.libraryHash.slice(0, 8) }),
                                t('plan.trace.costs', {
                                  file: plan.costFile,
                                  year: String(plan.priceYear),
                                }),
                              ],
                              steps: [
                                t('compare.trace.sum', { years: plan.horizon }),
                                ...(what === 'carbon' && plan.totals.displacedCo2T !== undefined
                                  ? [
                                      `${say('plan-page.outcome.displaced')}: ${objectiveText('carbon', plan.totals.displacedCo2T, words)}. ${say('plan-page.outcome.displaced-why')}`,
                                    ]
                                  : []),
                              ],
                              rule: [t(`compare.trace.${what}`)],
                              confidence: spreadText(what),
                              change: t('compare.trace.change'),
                              accepted: t('plan.accepted', {
                                hash: plan.libraryHash.slice(0, 8),
                                cost: plan.costFile,
                              }),
                            })}
                          />
                        )}
                      </Table.Td>
                    );
                  })}
                  <Table.Td className="number">{gap === null ? '–' : `${gapText(language, gap)} %`}</Table.Td>
                  <Table.Td className="number">
                    {band == null
                      ? '–'
                      : band.best === band.worst
                        ? band.rank
                        : `${band.rank} (${band.best}–${band.worst})`}
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Text size="xs" className="soft">
        {t('compare.table-note')}
      </Text>
    </section>
  );

  function spreadText(what: (typeof CRITERIA)[number]): string {
    if (what === 'carbon') return say('plan-page.risk.no-range');
    const spread = plan.risk?.outcomes[what];
    return spread === undefined
      ? say('plan-page.risk.none')
      : t('compare.spread', {
          low: criterionCell(what, spread.p5, words),
          high: criterionCell(what, spread.p95, words),
          draws: plan.risk!.draws,
        });
  }
}
