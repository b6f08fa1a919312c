/** Sums that meet leave dust behind, which would stand as a red nought. */
export const toCents = (amount: number): number => Math.round(amount * 100) / 100 + 0;
