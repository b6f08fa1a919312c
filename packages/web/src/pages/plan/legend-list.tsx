import classes from './legend-list.module.css';

/** Colours of a map with their words. */
export function LegendList({
  entries,
}: {
  readonly entries: readonly { readonly colour: string; readonly text: string }[];
}) {
  return (
    <ul className={classes.list}>
      {entries.map(({ colour, text }) => (
        <li key={text} style={{ display: 'flex', gap: 6, alignItems: 'center' }}>
          <span
            aria-hidden
            style={{ width: 14, height: 10, background: colour, border: '1px solid #3b433e', flex: 'none' }}
          />
          {text}
        </li>
      ))}
    </ul>
  );
}
