import { use, type ReactNode } from 'react';
import { Link } from 'react-router';
import { Icon, type IconName } from './icons.js';
import { CloseMenu } from './menu-context.js';
import styles from './MenuButton.module.css';

type Props = {
  icon?: IconName;
  /** one of a set: true for the one that holds now */
  checked?: boolean;
  lang?: string;
  children: ReactNode;
} & ({ to: string; onSelect?: never } | { to?: never; onSelect: () => void });

/** One line of a `MenuButton`: goes to an address or does something. */
export function MenuItem({ icon, checked, lang, to, onSelect, children }: Props) {
  const close = use(CloseMenu);
  const content = (
    <>
      {icon ? <Icon name={icon} /> : null}
      <span className={styles.word}>{children}</span>
      {checked ? <Icon name="check" size={18} /> : null}
    </>
  );
  if (to !== undefined)
    return (
      <Link to={to} role="menuitem" tabIndex={-1} className={styles.item} onClick={close}>
        {content}
      </Link>
    );
  return (
    <button
      type="button"
      role={checked === undefined ? 'menuitem' : 'menuitemradio'}
      aria-checked={checked}
      tabIndex={-1}
      lang={lang}
      className={styles.item}
      onClick={() => {
        close();
        onSelect();
      }}
    >
      {content}
    </button>
  );
}
