/** Browsers without idle callbacks work this long at a time, and rest this long. */
const TURN_MS = 8;
const REST_MS = 40;
/** What is left of an idle time when nothing more is begun. */
const SPARE_MS = 3;

/**
 * Does small pieces of work while the page has nothing else to do.
 *
 * @param work one piece; false when there is none left
 * @returns ends it
 */
export function whenIdle(work: () => boolean): () => void {
  let isOver = false;
  const turn = (timeLeft: () => number): void => {
    while (!isOver && timeLeft() > SPARE_MS) if (!work()) return;
    if (!isOver) next();
  };
  const next = (): void => {
    if (typeof requestIdleCallback === 'function') {
      requestIdleCallback((deadline) => turn(() => deadline.timeRemaining()));
      return;
    }
    setTimeout(() => {
      const until = performance.now() + TURN_MS;
      turn(() => until - performance.now());
    }, REST_MS);
  };
  next();
  return () => {
    isOver = true;
  };
}
