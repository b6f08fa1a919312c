import { Group, Text, TextInput } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type ReactNode,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTexts } from '../app/language.ts';
import classes from './data-table.module.css';

/** A column: what it sorts by and what it shows. Numbers stand to the right. */
export interface Column<Row> {
  readonly id: string;
  readonly title: string;
  readonly value: (row: Row) => string | number | null;
  readonly cell?: (row: Row) => ReactNode;
  readonly number?: boolean;
  /** Share of the width; default 1. */
  readonly grow?: number;
  /** Least width in px; default 96. */
  readonly min?: number;
}

interface DataTableProps<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly idOf: (row: Row) => string;
  readonly selected?: string | null;
  readonly onPick?: (id: string) => void;
  readonly height?: number | string;
  /** First sorting, such as `-priority` for greatest first. */
  readonly sort?: string;
  readonly onSort?: (sort: string) => void;
  readonly searchable?: boolean;
  readonly tools?: ReactNode;
}

const ROW = 32;

/**
 * A table of any length: only what is seen is drawn. Sorted by its heads, searched by its box, walked with the arrow keys,
 * picked with Enter; unknown values come last whichever way it is sorted.
 */
export function DataTable<Row>({
  label,
  rows,
  columns,
  idOf,
  selected = null,
  onPick,
  height = 420,
  sort: given,
  onSort,
  searchable = rows.length > 12,
  tools,
}: DataTableProps<Row>) {
  const { t, language } = useTexts();
  const [own, setOwn] = useState(given ?? '');
  const sort = onSort === undefined ? own : (given ?? '');
  const [query, setQuery] = useState('');
  const words = useDeferredValue(query.trim().toLowerCase());
  const box = useRef<HTMLDivElement>(null);

  const shown = useMemo(() => {
    const found =
      words === ''
        ? rows
        : rows.filter((row) =>
            columns.some(({ value }) =>
              String(value(row) ?? '')
                .toLowerCase()
                .includes(words),
            ),
          );
    const down = sort.startsWith('-');
    const column = columns.find(({ id }) => id === sort.replace(/^-/, ''));
    if (column === undefined) return found;
    const order = new Intl.Collator(language, { numeric: true });
    const sign = down ? -1 : 1;
    return [...found].sort((a, b) => {
      const [left, right] = [column.value(a), column.value(b)];
      if (left === null || right === null) return Number(left === null) - Number(right === null);
      return typeof left === 'number' && typeof right === 'number'
        ? sign * (left - right)
        : sign * order.compare(String(left), String(right));
    });
  }, [rows, columns, words, sort, language]);

  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: 12,
  });
  const at = selected === null ? -1 : shown.findIndex((row) => idOf(row) === selected);
  const { scrollToIndex } = virtual;
  const scrolledTo = useRef<string | null>(null);
  useEffect(() => {
    // Only a new pick scrolls, not a new sorting.
    if (at >= 0 && scrolledTo.current !== selected) scrollToIndex(at, { align: 'auto' });
    if (at >= 0 || selected === null) scrolledTo.current = selected;
  }, [selected, at, scrollToIndex]);

  const sortBy = (id: string): void => {
    const next = sort === id ? `-${id}` : sort === `-${id}` ? '' : id;
    setOwn(next);
    onSort?.(next);
  };
  const walk = (event: KeyboardEvent): void => {
    if (onPick === undefined || shown.length === 0) return;
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? ROW) / ROW) - 2);
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -1e9, End: 1e9 }[
      event.key
    ];
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.min(shown.length - 1, Math.max(0, (at < 0 ? -1 : at) + step));
    onPick(idOf(shown[next]!));
    virtual.scrollToIndex(next, { align: 'auto' });
  };
  const template = columns.map(({ grow = 1, min = 96 }) => `minmax(${min}px, ${grow}fr)`).join(' ');
  const width = columns.reduce((sum, { min = 96 }) => sum + min, 0);

  return (
    <div>
      {(searchable || tools !== undefined) && (
        <Group gap="xs" mb={6} justify="space-between">
          {searchable && (
            <TextInput
              size="xs"
              w={220}
              aria-label={t('part.search')}
              placeholder={t('part.search')}
              value={query}
              onChange={(event) => setQuery(event.currentTarget.value)}
            />
          )}
          <Text size="xs" className="soft" aria-live="polite">
            {t('part.rows', { shown: shown.length, total: rows.length })}
          </Text>
          {tools}
        </Group>
      )}
      <div
        ref={box}
        className={classes.box}
        style={{ maxHeight: height }}
        tabIndex={0}
        onKeyDown={walk}
        role="table"
        aria-label={label}
        aria-rowcount={shown.length + 1}
        aria-colcount={columns.length}
      >
        <div role="rowgroup" className={classes.head} style={{ minWidth: width }}>
          <div role="row" className={classes.row} style={{ gridTemplateColumns: template }} aria-rowindex={1}>
            {columns.map(({ id, title, number }) => {
              const state = sort === id ? 'ascending' : sort === `-${id}` ? 'descending' : 'none';
              return (
                <div key={id} role="columnheader" aria-sort={state} className={number ? 'number' : ''}>
                  <button
                    type="button"
                    className={classes.sort}
                    onClick={() => sortBy(id)}
                    title={t('part.sort', { column: title })}
                  >
                    {title}
                    <span aria-hidden>{state === 'none' ? '' : state === 'ascending' ? ' ▲' : ' ▼'}</span>
                  </button>
                </div>
              );
            })}
          </div>
        </div>
        <div
          role="rowgroup"
          style={{ height: virtual.getTotalSize(), minWidth: width, position: 'relative' }}
        >
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = shown[index]!;
            const id = idOf(row);
            return (
              <div
                key={id}
                role="row"
                aria-rowindex={index + 2}
                aria-selected={onPick === undefined ? undefined : id === selected}
                data-picked={id === selected || undefined}
                data-pickable={onPick !== undefined || undefined}
                className={classes.row}
                style={{
                  gridTemplateColumns: template,
                  transform: `translateY(${start}px)`,
                  position: 'absolute',
                  insetInline: 0,
                  height: ROW,
                }}
                onClick={() => onPick?.(id)}
              >
                {columns.map((column) => (
                  <div key={column.id} role="cell" className={column.number ? 'number' : classes.text}>
                    {column.cell === undefined ? (column.value(row) ?? '–') : column.cell(row)}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
        {shown.length === 0 && (
          <Text size="sm" className="soft" p="sm">
            {t('part.nothing-fits')}
          </Text>
        )}
      </div>
    </div>
  );
}
