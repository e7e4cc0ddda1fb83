import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { useTranslation } from '../../ui/i18n/texts.js';
import { useText } from '../../ui/i18n/useText.js';
import { Icon } from '../../ui/icons.js';
import { LinkButton } from '../../ui/LinkButton.js';
import { StatusTag, type Tone } from '../../ui/StatusTag.js';
import { useFormat } from '../../ui/useFormat.js';
import { HandleDefect } from './HandleDefect.js';
import type { DefectView } from './upkeep.graphql.js';
import styles from './upkeep.module.css';

const SEVERITY: Record<DefectView['severity'], Tone> = { MINOR: 'grey', MAJOR: 'yellow', BLOCKING: 'red' };
const STATUS: Record<DefectView['status'], Tone> = { REPORTED: 'yellow', CONFIRMED: 'blue', IN_REPAIR: 'blue', SOLVED: 'green' };

type Props = { defect: DefectView; mayHandle: boolean; mayReplan: boolean; withUnit?: boolean };

/** One defect: what is wrong, how bad, how far it is, and what one can do about it. */
export function DefectCard({ defect, mayHandle, mayReplan, withUnit = false }: Props) {
  const { t } = useTranslation();
  const text = useText();
  const format = useFormat();
  const [handling, setHandling] = useState(false);
  const { unit, status, severity } = defect;
  const solved = status === 'SOLVED';
  return (
    <li className={styles.defect} data-severity={solved ? undefined : severity}>
      <div className={styles.tags}>
        <StatusTag tone={solved ? 'grey' : SEVERITY[severity]}>{t(`upkeep.severity.${severity}`)}</StatusTag>
        <StatusTag tone={STATUS[status]} icon={solved ? 'check' : 'clock'}>
          {t(`upkeep.status.${status}`)}
        </StatusTag>
      </div>
      {withUnit ? (
        <Link className={styles.unit} to={`/toestel/${encodeURIComponent(unit.code)}`}>
          {text(unit.model.name)} ({unit.code})
        </Link>
      ) : null}
      <p className={styles.what}>{defect.description}</p>
      {defect.photos.length > 0 ? (
        <ul className={styles.photos}>
          {defect.photos.map(({ id, url }, at) => (
            <li key={id}>
              <a href={url} target="_blank" rel="noreferrer">
                <img src={url} alt={t('upkeep.defect.photo', { n: at + 1 })} loading="lazy" />
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      <p className={styles.muted}>
        {t('upkeep.defect.by', { who: defect.reporterName, at: format.instant(defect.createdAt) })}
        {defect.expectedBackOn && !solved ? ` ${t('upkeep.defect.until', { day: format.day(defect.expectedBackOn) })}` : ''}
      </p>
      {defect.note ? <p className={styles.note}>{defect.note}</p> : null}
      {mayHandle ? (
        <div className={styles.actions}>
          {!solved && severity === 'BLOCKING' && unit.staysToReplan > 0 && mayReplan ? (
            <LinkButton to={`/onderhoud/herplannen/${encodeURIComponent(unit.code)}`} leftSection={<Icon name="repeat" />}>
              {t('upkeep.defect.replan', { count: unit.staysToReplan })}
            </LinkButton>
          ) : null}
          <Button variant="default" leftSection={<Icon name="edit" />} onClick={() => setHandling(true)}>
            {t('upkeep.defect.handle')}
            <span className="visually-hidden"> {unit.code}</span>
          </Button>
          <HandleDefect open={handling} defect={defect} onClose={() => setHandling(false)} />
        </div>
      ) : null}
    </li>
  );
}
