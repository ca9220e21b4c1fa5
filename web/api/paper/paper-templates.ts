import type { PaperTemplate } from '../../../server/domain/contract/paper/paper-templates.ts';
import { getJson } from '../get-json.ts';

export type { PaperTemplate };

export const listPaperTemplates = (signal: AbortSignal) =>
  getJson<{ readonly items: readonly PaperTemplate[] }>('/api/paper-templates', signal);

/** A version as a paper of invented facts, for a tab of the browser. */
export const templateFile = ({ kind, version }: Pick<PaperTemplate, 'kind' | 'version'>) =>
  `/api/paper-templates/${kind}/${version}.pdf`;
