import { hasText, useTranslation } from '../i18n/texts.js';
import type { RefusalReasonParts } from '../../graphql/refusal-fragment.js';
import { useText } from '../i18n/useText.js';
import { useFormat } from '../useFormat.js';

/** One reason as a sentence that names the unit, the days, the site and what is needed. */
export function useReasonText(): (reason: RefusalReasonParts) => string {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();

  const amount = (value: string | null) => {
    if (value === null) return '?';
    if (hasText(`ui.power.${value}`)) return t(`ui.power.${value}`);
    return Number.isNaN(Number(value)) ? value : format.number(Number(value), 1);
  };

  return (reason) => {
    // Those of the budget come with its own texts.
    const key = `ui.refusal.code.${reason.code}`;
    const sentence = t(hasText(key) ? key : `budget.refusal.${reason.code}`, {
      unit: reason.unit ? `${text(reason.unit.model.name)} (${reason.unit.code})` : t('ui.refusal.theUnit'),
      site: reason.site ? `${reason.site.name}, ${reason.site.town}` : t('ui.refusal.theSite'),
      period: periodOf(reason, format.period) ?? t('ui.refusal.thoseDays'),
      needed: amount(reason.needed),
      available: amount(reason.available),
      until: reason.lastDay ? format.day(reason.lastDay) : '',
      inspection: reason.lastDay
        ? ` (${[reason.name && text(reason.name), format.day(reason.lastDay)].filter(Boolean).join(', ')})`
        : '',
      field: reason.field ?? '',
    });
    return reason.estimated ? `${sentence} ${t('ui.refusal.estimated')}` : sentence;
  };
}

function periodOf({ firstDay, lastDay }: RefusalReasonParts, say: (first: string, last: string) => string): string | null {
  const first = firstDay ?? lastDay;
  return first ? say(first, lastDay ?? first) : null;
}
