import { useTranslation } from '../../ui/i18n/texts.js';
import type { Settings } from '../../graphql/settings.js';
import { Icon } from '../../ui/icons.js';
import styles from './people.module.css';

type Account = Settings['demoAccounts'][number];
type Props = { accounts: readonly Account[]; chosen: string; onChoose: (account: Account) => void };

/** The public accounts of the demo data, by role; choosing one fills in the form. */
export function DemoAccounts({ accounts, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const groups = Map.groupBy(accounts, ({ role }) => role);
  return (
    <section className={styles.demo} aria-labelledby="demo-heading">
      <h2 id="demo-heading">{t('people.demo.title')}</h2>
      <p className={styles.muted}>{t('people.demo.text')}</p>
      {[...groups].map(([role, group]) => (
        <div key={role}>
          <h3>{t(`people.role.${role}`)}</h3>
          <ul>
            {group.map((account) => (
              <li key={account.email}>
                <button type="button" aria-pressed={account.email === chosen} onClick={() => onChoose(account)}>
                  <span>
                    <strong>{account.name}</strong>
                    <span>{account.organisationName}</span>
                  </span>
                  {account.email === chosen ? <Icon name="check" size={18} /> : null}
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
