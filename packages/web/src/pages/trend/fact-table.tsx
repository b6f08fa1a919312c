import { Table } from '@mantine/core';
import { EvidenceMark, type Trace } from '../../parts/evidence-drawer.tsx';

/** One number with what stands behind it. */
export interface Fact {
  readonly name: string;
  readonly value: string;
  readonly trace: (() => Trace) | null;
}

/** Numbers by name, each with its evidence. */
export function FactTable({ label, facts }: { readonly label: string; readonly facts: readonly Fact[] }) {
  return (
    <Table aria-label={label} withTableBorder bg="white">
      <Table.Tbody>
        {facts.map(({ name, value, trace }) => (
          <Table.Tr key={name}>
            <Table.Th scope="row" fw={400} className="soft">
              {name}
            </Table.Th>
            <Table.Td>
              {value} {trace !== null && <EvidenceMark title={name} trace={trace} />}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
