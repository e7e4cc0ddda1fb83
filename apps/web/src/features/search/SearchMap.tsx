import { useTranslation } from 'react-i18next';
import type { Found, FoundPlace } from './search.graphql.js';

type Props = { found: readonly Found[]; place: FoundPlace | null; chosen: number; onChoose: (at: number) => void };

export function SearchMap({ found }: Props) {
  const { t } = useTranslation();
  return (
    <p className="visually-hidden">
      {t('search.mapLabel')}
      {found.length}
    </p>
  );
}
