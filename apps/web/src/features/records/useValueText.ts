import type { Field } from '@karavaan/domain';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { useFormat } from '../../ui/useFormat.js';

/** A canonical text as people read it: names of choices, days, yes or no; nothing as a word. */
export function useValueText(): (field: Field | undefined, text: string | null) => string {
  const { t } = useTranslation();
  const say = useText();
  const format = useFormat();
  return (field, text) => {
    if (text === null || text === '') return t('records.nothing');
    switch (field?.kind) {
      case 'yesNo':
        return t(text === 'true' ? 'records.yes' : 'records.no');
      case 'day':
        return format.dayNumeric(text);
      case 'choice':
      case 'choices':
        return text
          .split(';')
          .map((value) => {
            const choice = field.choices?.find((each) => each.value === value);
            return choice ? say(choice.names) : value;
          })
          .join('; ');
      case 'decimal':
        return format.number(Number(text), 5);
      default:
        return text;
    }
  };
}
