import { useTranslation } from '../../ui/i18n/texts.js';
import { Link } from 'react-router';
import type { AlternativeParts } from '../../graphql/refusal-fragment.js';
import { useText } from '../../ui/i18n/useText.js';
import { useFormat } from '../../ui/useFormat.js';
import styles from './AlternativeLink.module.css';
import { unitAddress } from './unit-address.js';

type Props = { alternative: AlternativeParts; asked: { first: string; last: string }; siteCode: string | null };

/** What works instead, one click away. */
export function AlternativeLink({ alternative, asked, siteCode }: Props) {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const { kind, unit, firstDay, lastDay, site } = alternative;
  const to = unitAddress(unit.code, {
    first: kind === 'OTHER_DATES' ? firstDay : asked.first,
    last: kind === 'OTHER_DATES' ? lastDay : asked.last,
    siteCode: kind === 'NEARER_SITE' ? (site?.code ?? siteCode) : siteCode,
  });
  const label = {
    OTHER_DATES: () => t('search.otherDates', { period: format.periodShort(firstDay, lastDay) }),
    EQUAL_UNIT: () => t('search.equalUnit', { name: text(unit.model.name), code: unit.code }),
    NEARER_SITE: () => t('search.nearerSite', { site: site?.name ?? '' }),
  }[kind]();
  return (
    <Link to={to} className={styles.link}>
      {label}
    </Link>
  );
}
