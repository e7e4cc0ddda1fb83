import type { Field } from '@karavaan/domain';
import { hasText, useTranslation } from '../../ui/i18n/texts.js';
import { useFormat } from '../../ui/useFormat.js';

export interface Problem {
  readonly field: string;
  readonly problem: string;
  readonly detail?: string | null;
}

/** What is wrong with a field, in a sentence. */
export function useProblemText(): (field: Field | undefined, problem: Problem) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (field, { problem, detail }) => {
    const key = `records.problem.${problem}${detail ? '_detail' : ''}`;
    return t(hasText(key) ? key : `records.problem.${problem}`, {
      detail: detail ?? '',
      least: field?.least === undefined ? '' : format.number(field.least, 1),
      most: field?.most === undefined ? '' : format.number(field.most, 1),
      longest: field?.longest ?? 200,
    });
  };
}
