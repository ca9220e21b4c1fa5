/** Areas as the register keeps them, to 0.01 m². */
export const cents = (m2: number): number => Math.round(m2 * 100);
/** More than is allowed, by more than what a sum of such numbers is rounded by (a square millimetre). */
export const exceeds = (m2: number, allowedM2: number): boolean => m2 - allowedM2 > 1e-6;
export const round2 = (value: number): number => Math.round(value * 100) / 100;
