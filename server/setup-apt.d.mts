export interface Ran {
  readonly status: number | null;
  readonly stdout?: string;
  readonly stderr?: string;
  readonly error?: Error;
}
export type Run = (program: string, args: readonly string[], options?: object) => Ran;
export function disturbances(simulation: string): string[];
export function missingPackages(packages: readonly string[], run?: Run): string[];
export function openApt(parts: { log: string; say: (text: string) => void; run?: Run }): {
  refreshLists(): string | undefined;
  install(packages: readonly string[]): string | undefined;
};
