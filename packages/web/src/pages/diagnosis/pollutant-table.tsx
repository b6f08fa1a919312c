import { isUnknown } from '@aftermine/science/base';
import type { PollutantVerdict, UnitDiagnosis } from '@aftermine/science/diagnose';
import { Table, Text } from '@mantine/core';
import { useTexts } from '../../app/language.ts';
import { EvidenceMark, type Trace } from '../../parts/evidence-drawer.tsx';
import { numberText } from '../../parts/numbers.ts';
import { ScrollTable } from '../../parts/scroll-table.tsx';
import { useSay } from '../../parts/use-say.ts';
import { Coded } from '../plan/coded.tsx';
import { GateMark } from '../plan/gate-mark.tsx';
import { acceptedText, type TraceContext } from './traces.ts';

/** Elements measured, against the standard of the target land. Indices describe, the gate decides. */
export function PollutantTable({
  diagnosis,
  context,
}: {
  readonly diagnosis: UnitDiagnosis;
  readonly context: TraceContext;
}) {
  const { t, language } = useTexts();
  const say = useSay();
  const { pollutants, pollution, soilStandard, target } = diagnosis;
  const measured = pollutants.filter(({ samples }) => samples > 0);
  const column = (key: string): string => say(`diagnosis-page.column.${key}`);
  const number = (value: number | null): string => numberText(value, language, 3);
  const trace = (one: PollutantVerdict): Trace => ({
    title: `${say(`element.${one.element}`)} (${one.element})`,
    value: `${number(one.worst)} mg/kg: ${say(`gate-verdict.${one.verdict}`)}`,
    source: [say('diagnosis-page.evidence.samples', { source: one.element, count: one.samples })],
    steps: [t('diagnosis.step.samples')],
    rule: [
      `${say(`limit-source.${soilStandard === 'GB 15618-2018' ? 'gb-15618-2018' : 'gb-36600-2018'}`)}`,
      `${column('screening')} ${number(one.screening)}, ${column('intervention')} ${number(one.intervention)} mg/kg`,
    ],
    confidence: t(one.samples >= 5 ? 'diagnosis.enough' : 'diagnosis.few', { count: one.samples }),
    change: [say('change.more-samples'), say('change.other-target')].join(language === 'zh' ? '；' : '; '),
    accepted: acceptedText(context),
  });
  const indices =
    pollution === undefined
      ? []
      : [
          ...(isUnknown(pollution.nemerow)
            ? []
            : [
                say('diagnosis-page.nemerow', {
                  value: numberText(pollution.nemerow.value, language, 2),
                  class: say(`nemerow-class.${pollution.nemerow.class}`),
                }),
              ]),
          isUnknown(pollution.riskIndex)
            ? say(`unknown.${pollution.riskIndex.reason}`, pollution.riskIndex.params ?? {})
            : say('diagnosis-page.risk-index', {
                value: numberText(pollution.riskIndex.value, language, 0),
                class: say(`risk-index-class.${pollution.riskIndex.class}`),
                limits: pollution.riskIndex.limits.map((one) => numberText(one, language, 0)).join(' / '),
                count: pollution.elements.length,
              }),
          say('diagnosis-page.indices-note'),
        ];
  return (
    <>
      <Text size="sm">
        {t('diagnosis.standard-why', { target: say(`land-use.${target}`), standard: soilStandard })}
      </Text>
      <ScrollTable label={t('diagnosis.soil-gate')} minWidth={460}>
        <Table aria-label={t('diagnosis.soil-gate')} fz="sm" verticalSpacing={2}>
          <Table.Thead>
            <Table.Tr>
              {(['element', 'highest', 'screening', 'intervention', 'samples', 'verdict'] as const).map(
                (key, i) => (
                  <Table.Th key={key} scope="col" ta={i === 0 || i === 5 ? 'left' : 'right'}>
                    {column(key)}
                  </Table.Th>
                ),
              )}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {measured.map((one) => (
              <Table.Tr key={one.element}>
                <Table.Th scope="row" fw={400}>
                  {say(`element.${one.element}`)} ({one.element})
                </Table.Th>
                <Table.Td className="number">
                  {number(one.worst)}
                  <EvidenceMark title={say(`element.${one.element}`)} trace={() => trace(one)} />
                </Table.Td>
                <Table.Td className="number">{number(one.screening)}</Table.Td>
                <Table.Td className="number">{number(one.intervention)}</Table.Td>
                <Table.Td className="number">{one.samples}</Table.Td>
                <Table.Td>
                  <GateMark state={one.verdict} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollTable>
      {indices.map((words) => (
        <Text key={words} size="xs" className="soft">
          <Coded>{words}</Coded>
        </Text>
      ))}
    </>
  );
}
