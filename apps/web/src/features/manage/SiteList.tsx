import { Button } from '@mantine/core';
import { useTranslation } from '../../ui/i18n/texts.js';
import { StatusTag } from '../../ui/StatusTag.js';
import type { ManagedSite } from './manage.graphql.js';
import styles from './SitesManager.module.css';

type Props = {
  sites: readonly ManagedSite[];
  selected: string | null;
  onChoose: (id: string) => void;
  onType: (id: string) => void;
};

/** The sites beside the map: each can be chosen there, or be put in its place by typing. */
export function SiteList({ sites, selected, onChoose, onType }: Props) {
  const { t } = useTranslation();
  return (
    <ul className={styles.list}>
      {sites.map((site) => (
        <li key={site.id} data-selected={site.id === selected || undefined}>
          <div>
            <h2>{site.name}</h2>
            <p>
              {[site.street, `${site.postcode} ${site.town}`].filter(Boolean).join(', ')} · {site.organisation.name}
            </p>
            <StatusTag tone={site.positionQuality === 'TOWN' ? 'yellow' : 'green'} icon="pin">
              {t(`manage.sites.quality.${site.positionQuality}`)}
            </StatusTag>
          </div>
          <div className={styles.buttons}>
            <Button variant="default" aria-pressed={site.id === selected} onClick={() => onChoose(site.id)}>
              {t('manage.sites.show')}
              <span className="visually-hidden"> {site.name}</span>
            </Button>
            <Button variant="subtle" onClick={() => onType(site.id)}>
              {t('manage.sites.type')}
              <span className="visually-hidden"> {site.name}</span>
            </Button>
          </div>
        </li>
      ))}
    </ul>
  );
}
