import { Table } from '@mantine/core';
import { useTexts } from '../../app/language.ts';
import type { Preview } from './file-facts.ts';

const COLUMNS = 12;

/** The first rows of a file's attributes as they were read: garbled texts are seen at once. */
export function RowsPreview({ rows, name }: { readonly rows: Preview['rows']; readonly name: string }) {
  const { t } = useTexts();
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].slice(0, COLUMNS);
  if (columns.length === 0) return null;
  const lines = rows.map((row, place) => ({ key: `row-${place}`, row }));
  const label = t('import.rows', { name });
  return (
    <details open={rows.length > 0 && columns.length <= COLUMNS}>
      <summary>{t('import.rows-title')}</summary>
      <Table.ScrollContainer minWidth={Math.min(96 * columns.length, 700)} type="native" tabIndex={0}>
        <Table aria-label={label} striped>
          <Table.Thead>
            <Table.Tr>
              {columns.map((column) => (
                <Table.Th key={column}>{column}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map(({ key, row }) => (
              <Table.Tr key={key}>
                {columns.map((column) => (
                  <Table.Td key={column}>{String(row[column] ?? '–')}</Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </details>
  );
}
