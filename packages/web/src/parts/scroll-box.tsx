import type { ReactNode } from 'react';

/** A box whose content scrolls where it is too wide: by keyboard too, under its own name, with its edges shown. */
export function ScrollBox({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <section className="scroll-box" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
