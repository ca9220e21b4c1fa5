/** Areas as the register keeps them, to 0.01 m². */
export const cents = (m2: number): number => Math.round(m2 * 100);
export const round2 = (value: number): number => Math.round(value * 100) / 100;
