import { IconArrowsHorizontal } from '@tabler/icons-react';
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { useTexts } from '../../app/language.ts';
import { percentText } from '../../parts/numbers.ts';
import classes from './map-page.module.css';

const STEP = 0.02;
const LEAP = 0.1;

/** The edge between two years: moved by pointer, or by arrow keys, Home and End. */
export function SwipeHandle({
  share,
  before,
  after,
  onShare,
}: {
  readonly share: number;
  readonly before: string;
  readonly after: string;
  readonly onShare: (share: number) => void;
}) {
  const { t, language } = useTexts();
  const box = useRef<HTMLDivElement>(null);
  const set = (next: number): void => onShare(Math.min(1, Math.max(0, next)));
  const walk = (event: KeyboardEvent): void => {
    const step = { ArrowLeft: -STEP, ArrowRight: STEP, PageDown: -LEAP, PageUp: LEAP }[event.key];
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? 1 : step === undefined ? null : share + step;
    if (to === null) return;
    event.preventDefault();
    event.stopPropagation();
    set(to);
  };
  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.type === 'pointerdown') event.currentTarget.setPointerCapture(event.pointerId);
    else if (event.buttons !== 1) return;
    const frame = box.current?.parentElement?.getBoundingClientRect();
    if (frame !== undefined) set((event.clientX - frame.left) / frame.width);
  };
  return (
    <div
      ref={box}
      role="slider"
      tabIndex={0}
      className={classes.handle}
      style={{ left: `${100 * share}%` }}
      aria-label={t('map.compare.handle', { before, after })}
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(100 * share)}
      aria-valuetext={t('map.compare.handle-value', { before, share: percentText(share, language) })}
      onKeyDown={walk}
      onPointerDown={drag}
      onPointerMove={drag}
    >
      <span className={classes.grip} aria-hidden>
        <IconArrowsHorizontal size={18} />
      </span>
    </div>
  );
}
