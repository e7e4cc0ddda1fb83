import { addDays } from '@karavaan/domain';
import { useTiles } from '../../graphql/settings.js';
import { useTranslation } from '../../ui/i18n/texts.js';
import { Link } from 'react-router';
import { Card } from '../../ui/Card.js';
import { useText } from '../../ui/i18n/useText.js';
import { LinkButton } from '../../ui/LinkButton.js';
import { ProvinceMap } from '../../ui/map/ProvinceMap.js';
import { PageHeading } from '../../ui/PageHeading.js';
import { useFormat } from '../../ui/useFormat.js';
import type { SiteDetail } from './sites.graphql.js';
import styles from './SiteView.module.css';

/** A site: where it is, when it is open, what it has as far as known, and what is at home there. */
export function SiteView({ site }: { site: SiteDetail }) {
  const { t } = useTranslation();
  const tiles = useTiles();
  const text = useText();
  const format = useFormat();
  const unknown = t('sites.unknown');
  const hours = Map.groupBy(site.openingHours, (each) => `${each.from}-${each.to}`);
  const monday = '2027-01-04';
  const facts: [string, string][] = [
    [t('sites.organisation'), site.organisation.name],
    [t('sites.address'), [site.street, `${site.postcode} ${site.town}`].filter(Boolean).join(', ')],
    [t('sites.delivery'), [site.deliveryStreet, site.deliveryNote].filter(Boolean).join(', ') || t('sites.sameAddress')],
    [
      t('sites.hours'),
      [...hours]
        .map(
          ([time, days]) =>
            `${days.map((each) => format.weekday(addDays(monday, each.weekday - 1))).join(' ')} ${time.replace('-', ' - ')}`,
        )
        .join('; ') + (site.openingHoursAssumed ? ` ${t('sites.assumed')}` : ''),
    ],
    [t('sites.schoolHolidays'), t(site.closedInSchoolHolidays ? 'sites.closed' : 'sites.open')],
    [t('sites.power'), site.powerSupplies ? site.powerSupplies.map((each) => t(`equipment.power.${each}`)).join(', ') : unknown],
    [t('sites.floor'), site.floorAreaM2 === null ? unknown : `${site.floorAreaM2} m²`],
    [t('sites.stepFree'), site.stepFree === null ? unknown : t(site.stepFree ? 'sites.yes' : 'sites.no')],
    [t('sites.group'), site.maxGroupSize === null ? unknown : String(site.maxGroupSize)],
    ...(site.validFrom ? ([[t('sites.validFrom'), format.day(site.validFrom)]] as [string, string][]) : []),
  ];
  return (
    <>
      <PageHeading
        title={site.name}
        lead={t(`sites.kind.${site.kind}`)}
        actions={<LinkButton to={`/?locatie=${encodeURIComponent(site.code)}`}>{t('sites.searchHere')}</LinkButton>}
      />
      <div className={styles.columns}>
        <Card>
          <dl className={styles.facts}>
            {facts.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          {site.facilitiesDemo ? <p className={styles.note}>{t('sites.demoFacts')}</p> : null}
          {site.positionQuality === 'TOWN' ? <p className={styles.note}>{t('sites.approximate')}</p> : null}
        </Card>
        <div className={styles.map}>
          <ProvinceMap
            label={t('sites.mapOf', { site: site.name })}
            className={styles.frame}
            you={site}
            highlight={site.nis}
            tiles={tiles}
            still
          />
        </div>
      </div>
      <h2 className={styles.home}>{t('sites.atHome')}</h2>
      {site.units.length === 0 ? <p>{t('sites.nothingHere')}</p> : null}
      <ul>
        {site.units.map((unit) => (
          <li key={unit.id}>
            <Link to={`/toestel/${encodeURIComponent(unit.code)}`}>
              {text(unit.model.name)} ({unit.code})
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
