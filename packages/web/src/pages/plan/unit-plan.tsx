import type { PlannedUnit, PlanResult } from '@aftermine/science/plan';
import type { PlanWords } from '@aftermine/science/report/plan';
import { Group, Stack, Text, Title } from '@mantine/core';
import type { ProjectDetail } from 'aftermine/contract';
import { commandLine } from '../../api/run-verb.ts';
import { useTexts } from '../../app/language.ts';
import { Area } from '../../parts/area.tsx';
import { CopyCommand } from '../../parts/copy-command.tsx';
import { EvidenceMark } from '../../parts/evidence-drawer.tsx';
import { useSay } from '../../parts/use-say.ts';
import { AlternativesTable } from './alternatives-table.tsx';
import { BarredList } from './barred-list.tsx';
import { BillTable } from './bill-table.tsx';
import { choiceTrace } from './choice-trace.ts';
import { FactList } from './fact-list.tsx';
import { GateMark } from './gate-mark.tsx';
import { GateTable } from './gate-table.tsx';
import { outcomeFacts } from './outcome-facts.tsx';
import type { UsedPlan } from './use-plan.ts';
import { WhyBlock } from './why-block.tsx';

/** Everything the plan says of one unit: what, why, its gates, what else was possible, and what it costs. */
export function UnitPlan({
  project,
  plan,
  unit,
  words,
  record,
}: {
  readonly project: ProjectDetail;
  readonly plan: PlanResult;
  readonly unit: PlannedUnit;
  readonly words: PlanWords;
  readonly record: UsedPlan['record'];
}) {
  const { t, language } = useTexts();
  const say = useSay();
  const { id, name, choice, mandatory, notChosen, village, damage, areaHa } = unit;
  const question =
    choice === null
      ? t('plan.why-nothing', { unit: id })
      : t('plan.why-this', {
          unit: id,
          package: words.package(choice.id),
          year: choice.year === null ? '–' : String(choice.year),
        });
  return (
    <Stack gap="sm" component="article" aria-label={t('plan.sheet', { unit: id })}>
      <Group justify="space-between" align="flex-start" gap="xs">
        <Title order={2}>
          {id}
          {name !== null && name !== id && ` ${name}`}
        </Title>
        <CopyCommand
          line={commandLine(project.dir, {
            verb: 'plan explain',
            args: [id],
            ...(record === 'plan' ? {} : { options: { solved: true } }),
          })}
        />
      </Group>
      <Group gap="xs" align="flex-start" wrap="nowrap">
        <div>
          {choice === null ? (
            <Text>
              <strong>{say('plan-page.sheet.nothing')}</strong>{' '}
              {notChosen !== null && say(`not-chosen.${notChosen.replace(/^not-chosen\./, '')}`)}
            </Text>
          ) : (
            <>
              <Text fw={600} size="lg">
                {words.package(choice.id)}
                {choice.year !== null && ` · ${say('plan-page.sheet.from', { year: String(choice.year) })}`}
              </Text>
              <GateMark state={choice.state} />
            </>
          )}
        </div>
        <EvidenceMark title={question} trace={() => choiceTrace(plan, unit, words, question, say)} />
      </Group>
      <FactList
        facts={[
          [say('plan-page.column.area'), <Area key="area" areaHa={areaHa} />],
          [
            say('plan-page.column.damage'),
            damage === null ? say('plan-page.not-known') : say(`damage.${damage}`),
          ],
          ...(village === null ? [] : [[say('plan-page.column.village'), village] as const]),
          [say('plan-page.sheet.mandatory'), say(`plan-page.${mandatory ? 'yes' : 'no'}`)],
          ...(choice?.outcome == null ? [] : outcomeFacts(choice.outcome, words, say)),
        ]}
      />
      {choice?.outcome?.displacedCo2T !== undefined && (
        <Text size="xs" className="soft">
          {say('plan-page.outcome.displaced')}
          {language === 'zh' ? '：' : ': '}
          {say('plan-page.outcome.displaced-why')}
        </Text>
      )}
      <WhyBlock plan={plan} unit={unit} words={words} question={question} />
      {choice !== null && choice.gates.length > 0 && (
        <section>
          <Title order={3} mb={4}>
            {say('plan-page.sheet.gates')}
          </Title>
          <GateTable
            label={say('plan-page.sheet.gates-of', { unit: id })}
            gates={choice.gates}
            words={words}
            accepted={t('plan.accepted', { hash: plan.libraryHash.slice(0, 8), cost: plan.costFile })}
          />
        </section>
      )}
      <AlternativesTable unit={unit} words={words} />
      <BarredList plan={plan} unit={unit} words={words} />
      <BillTable plan={plan} unit={unit} words={words} />
      {choice !== null && plan.about?.endUses[choice.endUse] !== undefined && (
        <details>
          <summary>{say('plan-about.title')}</summary>
          <FactList
            facts={(['about', 'landRights', 'training', 'infrastructure', 'heritage'] as const).flatMap(
              (key) => {
                const text = plan.about!.endUses[choice.endUse]![key];
                return text === null
                  ? []
                  : [
                      [
                        say(`plan-about.${key === 'landRights' ? 'land-rights' : key}`),
                        text[language],
                      ] as const,
                    ];
              },
            )}
          />
        </details>
      )}
    </Stack>
  );
}
