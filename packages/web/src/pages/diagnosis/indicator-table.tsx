import { isUnknown } from '@aftermine/science/base';
import {
  type DiagnosisResult,
  INDICATORS,
  type IndicatorId,
  type UnitDiagnosis,
} from '@aftermine/science/diagnose';
import { Table, Text } from '@mantine/core';
import { useTexts } from '../../app/language.ts';
import { EvidenceMark } from '../../parts/evidence-drawer.tsx';
import { numberText } from '../../parts/numbers.ts';
import { ScrollTable } from '../../parts/scroll-table.tsx';
import { useSay } from '../../parts/use-say.ts';
import { Coded } from '../plan/coded.tsx';
import { indicatorTrace, type TraceContext } from './traces.ts';

/** Known indicators with spread and reference; those not known, with the reason once. */
export function IndicatorTable({
  label,
  indicators,
  diagnosis,
  reference,
  context,
}: {
  readonly label: string;
  readonly indicators: readonly IndicatorId[];
  readonly diagnosis: UnitDiagnosis;
  readonly reference: DiagnosisResult['reference'];
  readonly context: TraceContext;
}) {
  const { t, language } = useTexts();
  const say = useSay();
  const reasons = new Map<string, IndicatorId[]>();
  for (const id of indicators) {
    const value = diagnosis.indicators[id];
    if (!isUnknown(value)) continue;
    const why = say(`unknown.${value.reason}`, value.params ?? {});
    reasons.set(why, [...(reasons.get(why) ?? []), id]);
  }
  const known = indicators.filter((id) => !isUnknown(diagnosis.indicators[id]));
  const column = (key: string): string => say(`diagnosis-page.column.${key}`);
  return (
    <>
      {known.length > 0 && (
        <ScrollTable label={label} minWidth={380}>
          <Table aria-label={label} fz="sm" verticalSpacing={2}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{column('indicator')}</Table.Th>
                <Table.Th scope="col" ta="right">
                  {column('value')}
                </Table.Th>
                <Table.Th scope="col" ta="right">
                  {column('spread')}
                </Table.Th>
                <Table.Th scope="col" ta="right">
                  {column('reference')}
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {known.map((id) => {
                const value = diagnosis.indicators[id];
                if (isUnknown(value)) return null;
                const { unit, digits } = INDICATORS[id];
                const number = (one: number): string => numberText(one, language, digits);
                return (
                  <Table.Tr key={id}>
                    <Table.Th scope="row" fw={400}>
                      {say(`indicator.${id}`)}
                    </Table.Th>
                    <Table.Td className="number">
                      {number(value.value)} <span className="soft">{unit}</span>
                      <EvidenceMark
                        title={say(`indicator.${id}`)}
                        trace={() => indicatorTrace(id, diagnosis, reference[id], context)}
                      />
                    </Table.Td>
                    <Table.Td className="number">
                      {value.low === null || value.high === null
                        ? '–'
                        : `${number(value.low)} – ${number(value.high)}`}
                    </Table.Td>
                    <Table.Td className="number">
                      {reference[id] === undefined ? '–' : number(reference[id].median)}
                    </Table.Td>
                  </Table.Tr>
                );
              })}
            </Table.Tbody>
          </Table>
        </ScrollTable>
      )}
      {[...reasons].map(([why, ids]) => (
        <Text key={why} size="xs" className="soft" mt={2}>
          {t('diagnosis.not-known')}
          {language === 'zh' ? '：' : ': '}
          {ids.map((id) => say(`indicator.${id}`)).join(language === 'zh' ? '、' : ', ')}
          {language === 'zh' ? '。' : '. '}
          <Coded>{why}</Coded>
        </Text>
      ))}
    </>
  );
}
