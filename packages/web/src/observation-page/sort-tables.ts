/** Tables of class `sortable`: a button in every heading; what has no value stays last either way. */
export function sortTables(root: ParentNode): void {
  for (const table of root.querySelectorAll<HTMLTableElement>('table.sortable')) {
    const headings = [...table.querySelectorAll<HTMLElement>('thead th')];
    headings.forEach((heading, column) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...heading.childNodes);
      heading.append(button);
      button.addEventListener('click', () => {
        const down = heading.getAttribute('aria-sort') === 'ascending';
        for (const other of headings) other.removeAttribute('aria-sort');
        heading.setAttribute('aria-sort', down ? 'descending' : 'ascending');
        sortBy(table, column, down);
      });
    });
  }
}

function sortBy(table: HTMLTableElement, column: number, down: boolean): void {
  const body = table.tBodies[0]!;
  const keyOf = (row: HTMLTableRowElement): string | null => {
    const cell = row.cells[column];
    if (cell === undefined || cell.dataset['none'] !== undefined) return null;
    return cell.dataset['sort'] ?? cell.textContent ?? '';
  };
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const compare = (a: string, b: string): number => {
    const [x, y] = [Number(a), Number(b)];
    return a !== '' && b !== '' && Number.isFinite(x) && Number.isFinite(y) ? x - y : collator.compare(a, b);
  };
  const rows = [...body.rows].map((row) => ({ row, key: keyOf(row) }));
  rows.sort((a, b) => {
    if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
    return down ? compare(b.key, a.key) : compare(a.key, b.key);
  });
  body.append(...rows.map(({ row }) => row));
}
