import { hasText } from '@aftermine/science/base';
import type { GateResult } from '@aftermine/science/plan';
import type { PlanWords } from '@aftermine/science/report/plan';
import { Table, Text } from '@mantine/core';
import { useTexts } from '../../app/language.ts';
import { EvidenceMark } from '../../parts/evidence-drawer.tsx';
import { useSay } from '../../parts/use-say.ts';
import { GateMark } from './gate-mark.tsx';

/** Gates: what is asked, open, closed or not known, what was seen against what limit, and what would decide. */
export function GateTable({
  label,
  gates,
  words,
  accepted,
}: {
  readonly label: string;
  readonly gates: readonly GateResult[];
  readonly words: PlanWords;
  readonly accepted: string;
}) {
  const { t } = useTexts();
  const say = useSay();
  const seen = (gate: GateResult): string =>
    say(limitKey(gate.limit), { value: words.value(gate.value), limit: words.value(gate.limit) });
  const why = ({ unknown }: GateResult): string | null =>
    unknown === null ? null : say(`unknown.${unknown.reason}`, words.params(unknown.params ?? {}));
  const askedBy = (of: string): string => {
    const name = words.measure(of);
    return say('plan-page.gate.asked-by', { of: name === of ? words.endUse(of) : name });
  };
  const decides = (gate: GateResult): string =>
    gate.state === 'insufficient'
      ? t('plan.gate.decide', { what: words.text(gate.reason) })
      : gate.source === 'unverified'
        ? t('plan.gate.verify')
        : t('plan.gate.value');
  return (
    <Table.ScrollContainer minWidth={420} type="native" tabIndex={0}>
      <Table aria-label={label} fz="sm" verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{say('plan-page.column.gate')}</Table.Th>
            <Table.Th scope="col">{say('plan-page.column.state')}</Table.Th>
            <Table.Th scope="col">{say('plan-page.column.value-limit')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {gates.map((gate) => (
            <Table.Tr key={`${gate.gate} ${gate.of}`}>
              <Table.Th scope="row" fw={400}>
                {words.text(gate.reason)}
                <Text size="xs" className="soft">
                  {say(`plan-page.gate-kind.${gate.kind}`)} · {askedBy(gate.of)}
                </Text>
              </Table.Th>
              <Table.Td>
                <GateMark state={gate.state} />
                {gate.mendedBy !== null && (
                  <Text size="xs">
                    {say('plan-page.gate.mended', { measure: words.measure(gate.mendedBy) })}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>
                {gate.unknown === null && seen(gate)}
                <EvidenceMark
                  title={words.text(gate.reason)}
                  trace={() => ({
                    title: words.text(gate.reason),
                    value: `${say(`gate-verdict.${gate.state}`)}: ${why(gate) ?? seen(gate)}`,
                    source: [t('plan.gate.source')],
                    steps: [
                      askedBy(gate.of),
                      ...(gate.mendedBy === null
                        ? []
                        : [say('plan-page.gate.mended', { measure: words.measure(gate.mendedBy) })]),
                    ],
                    rule: [
                      `${words.value(gate.limit)} (${
                        gate.source === 'unverified' ? say('plan-page.unverified') : gate.source
                      })`,
                    ],
                    confidence:
                      gate.source === 'unverified' ? say('plan-page.unverified') : t('plan.gate.sure'),
                    change: decides(gate),
                    accepted,
                  })}
                />
                {gate.unknown !== null && (
                  <Text size="sm">
                    {why(gate)} {t('plan.gate.decide', { what: words.text(gate.reason) })}
                  </Text>
                )}
                {gate.source === 'unverified' && (
                  <Text size="xs" c="var(--warn)">
                    {say('plan-page.unverified')}
                  </Text>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** A number has a limit, a yes or no or a kind must be so, a soil is held against a standard. */
function limitKey(limit: GateResult['limit']): string {
  if (typeof limit === 'number' || limit === null) return 'plan-page.gate.value-limit';
  if (typeof limit === 'boolean') return 'plan-page.gate.value-must';
  if (hasText(`plan-standard.${limit}`)) return 'plan-page.gate.value-standard';
  return /[≤≥]/.test(limit) ? 'plan-page.gate.value-limit' : 'plan-page.gate.value-must';
}
