import { useEffect } from 'react';

/** Height of the head that stands over the page, and a little air. */
const HEAD = 56;
/** The browser scrolls to what has the focus first. */
const LATER_MS = 60;

/** What has the focus never stays under the head of the page, whichever way the browser scrolled to it. */
export function useFocusInSight(): void {
  useEffect(() => {
    const look = (): void => {
      setTimeout(() => {
        const at = document.activeElement;
        if (!(at instanceof HTMLElement) || at.closest('header') !== null || !at.matches(':focus-visible'))
          return;
        const { top, bottom } = at.getBoundingClientRect();
        if (bottom > 0 && top < HEAD && bottom - top < innerHeight / 2) window.scrollBy(0, top - HEAD);
      }, LATER_MS);
    };
    document.addEventListener('focusin', look);
    return () => document.removeEventListener('focusin', look);
  }, []);
}
