import { useTranslation } from '../../ui/i18n/texts.js';
import type { PaperAnswer } from './send-paper.js';

type Finding = NonNullable<PaperAnswer['findings']>[number];

/** What is wrong as a sentence that names the line of the invoice, or of the file. */
export function useFindingText(): (finding: Finding) => string {
  const { t } = useTranslation();
  return ({ code, fileLine, invoiceLine, field, found, expected }) => {
    const where = invoiceLine
      ? t('intake.finding.invoiceLine', { line: invoiceLine, fileLine })
      : t('intake.finding.fileLine', { fileLine });
    return `${where} ${t(`intake.finding.code.${code}`, { field, found: found ?? '', expected: expected ?? '' })}`;
  };
}
