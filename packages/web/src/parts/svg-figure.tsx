import { Button, Group } from '@mantine/core';
import { useMemo } from 'react';
import { useTexts } from '../app/language.ts';
import { svgAddress } from './svg-address.ts';

/** A picture that science drew, shown as an image: nothing in it can run. `text` says the same in words. */
export function SvgFigure({
  svg,
  label,
  text,
  file,
}: {
  readonly svg: string;
  readonly label: string;
  readonly text?: readonly string[];
  /** Name of the file it is saved as, without its ending. */
  readonly file: string;
}) {
  const { t } = useTexts();
  const url = useMemo(() => svgAddress(svg), [svg]);
  return (
    <figure style={{ margin: 0 }}>
      <div className="scroll-box" role="region" aria-label={label} tabIndex={0}>
        <img src={url} alt={label} style={{ maxWidth: '100%', minWidth: 560 }} />
      </div>
      <Group gap="xs" mt="xs">
        <Button component="a" href={url} download={`${file}.svg`} variant="light" size="compact-sm">
          {t('part.save-svg')}
        </Button>
      </Group>
      {text !== undefined && text.length > 0 && (
        <details>
          <summary>{t('part.in-words')}</summary>
          <ul>
            {text.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      )}
    </figure>
  );
}
