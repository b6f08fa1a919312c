import {
  fitTable,
  indexName,
  mostInfluentialYear,
  numberText,
  percentText,
  reasonText,
  signedText,
} from '@aftermine/science/report/observation';
import { Table, Text, Title } from '@mantine/core';
import { useTexts } from '../../app/language.ts';
import { ScrollTable } from '../../parts/scroll-table.tsx';
import { useSay } from '../../parts/use-say.ts';
import { methodOf } from '../map/method-of.ts';
import { type Fact, FactTable } from './fact-table.tsx';
import { acceptedOf, trendText } from './trend-trace.ts';
import type { TrendState } from './use-trend.ts';

/** How the ecological index was fitted: loadings with their spread, share of variance, and the check of their signs with its reason. */
export function FitFacts({ state }: { readonly state: TrendState }) {
  const { t, language } = useTexts();
  const say = useSay();
  const { record, isWhole } = state;
  const { fit } = record;
  if (!isWhole)
    return (
      <Text size="sm" className="soft">
        {t('trend.fit.absent')}
      </Text>
    );
  const fact = (name: string, value: string): Fact => ({
    name,
    value,
    trace: () => ({
      title: name,
      value,
      source: record.layers
        .filter(({ kind }) => kind === 'components')
        .slice(-1)
        .map(({ path, sha256 }) => `${path}, sha256 ${sha256.slice(0, 12)}`),
      steps: [trendText('trend.part-note', language)],
      rule: methodOf('rsei', null),
      confidence:
        fit.reason === undefined ? say(`page.fit.gate.${fit.gate}`) : reasonText(language, fit.reason),
      change: trendText('trend.trace.change', language),
      accepted: acceptedOf(record, language),
    }),
  });
  const influence = mostInfluentialYear(fit);
  const facts = [
    fact(
      t('trend.fit.gate'),
      `${say(`page.fit.gate.${fit.gate}`)}${fit.reason === undefined ? '' : `: ${reasonText(language, fit.reason)}`}`,
    ),
    fact(t('trend.fit.share'), `${percentText(language, fit.share, 1)} %`),
    fact(t('trend.fit.mode'), say(`page.fit.mode.${fit.mode}`)),
    ...(fit.sensitivity?.equalWeightsCorrelation == null
      ? []
      : [fact(t('trend.fit.equal'), numberText(language, fit.sensitivity.equalWeightsCorrelation, 3))]),
    ...(influence === null
      ? []
      : [
          fact(
            t('trend.fit.influence'),
            t('trend.fit.influence-value', {
              year: influence.year,
              change: numberText(language, influence.change, 3),
            }),
          ),
        ]),
  ];
  return (
    <section aria-label={t('trend.fit')}>
      <Title order={3} mb={6}>
        {t('trend.fit')}
      </Title>
      <FactTable label={t('trend.fit')} facts={facts} />
      <ScrollTable label={say('page.fit')} minWidth={560}>
        <Table aria-label={say('page.fit')} withTableBorder bg="white" mt={8}>
          <Table.Thead>
            <Table.Tr>
              {['component', 'loading', 'expected', 'bootstrap', 'leave-out', 'scaled'].map((key) => (
                <Table.Th key={key} className={key === 'component' ? '' : 'number'}>
                  {say(`page.fit.${key}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {fitTable(fit).map(({ id, loading, expected, bootstrap, leaveOut, lo, hi }) => (
              <Table.Tr key={id}>
                <Table.Th scope="row" fw={400}>
                  {indexName(record, id, language)}
                </Table.Th>
                <Table.Td className="number">{signedText(language, loading, 3)}</Table.Td>
                <Table.Td className="number">
                  {say(`page.fit.${expected === null ? 'either' : expected === 1 ? 'positive' : 'negative'}`)}
                </Table.Td>
                <Table.Td className="number">
                  {bootstrap === null
                    ? say('page.fit.not-tested')
                    : `${signedText(language, bootstrap.p05, 3)} … ${signedText(language, bootstrap.p95, 3)}`}
                </Table.Td>
                <Table.Td className="number">
                  {leaveOut === null
                    ? say('page.fit.not-tested')
                    : `${signedText(language, leaveOut.least, 3)} … ${signedText(language, leaveOut.greatest, 3)}`}
                </Table.Td>
                <Table.Td className="number">
                  {numberText(language, lo, 3)} … {numberText(language, hi, 3)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollTable>
    </section>
  );
}
