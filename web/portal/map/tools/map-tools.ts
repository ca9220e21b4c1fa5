import type { MapStage } from '../map-stage.ts';
import type { ShownLayers } from '../shown-layers.ts';
import type { ToolEntry } from './map-bar.ts';
import { createCoordinates } from './map-coordinates.ts';
import { createDay } from './map-day.ts';
import { createHelp } from './map-help.ts';
import { createLegend } from './map-legend.ts';
import { createParcelList } from './map-list.ts';
import { createPosition } from './map-position.ts';
import { createShare } from './map-share.ts';

export interface ToolFacts {
  readonly stage: () => MapStage;
  readonly firstDay: string;
  readonly dataAsOf: string | null;
  showDay(day: string | null): void;
  readonly shown: ShownLayers;
  link(): string;
}

/** Every tool in the order of the bar. Measuring and printing come as chunks of their own, when asked for. */
export function toolEntries({ stage, firstDay, dataAsOf, showDay, shown, link }: ToolFacts): ToolEntry[] {
  return [
    { id: 'legend', title: 'legend.title', first: true, load: async () => createLegend(stage()) },
    {
      id: 'layers',
      title: 'layers.title',
      first: true,
      load: async () => (await import('./map-layers.ts')).createLayers(stage(), shown),
    },
    {
      id: 'measure',
      title: 'measure.title',
      first: true,
      onMap: true,
      load: async () => (await import('./map-measure.ts')).createMeasure(stage()),
    },
    { id: 'position', title: 'position.title', first: true, load: async () => createPosition(stage()) },
    { id: 'coordinates', title: 'coordinates.title', load: async () => createCoordinates(stage()) },
    { id: 'day', title: 'day.title', load: async () => createDay(stage(), firstDay, showDay) },
    { id: 'list', title: 'list.title', load: async () => createParcelList(stage()) },
    { id: 'share', title: 'share.title', load: async () => createShare(stage(), link) },
    {
      id: 'print',
      title: 'print.title',
      load: async () => (await import('../print/map-print.ts')).createPrint(stage(), link, dataAsOf),
    },
    { id: 'help', title: 'help.title', load: async () => createHelp(stage().words) },
  ];
}
