import { useCallback, useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { CloseMenu } from './menu-context.js';
import styles from './MenuButton.module.css';

type Props = {
  /** what the button shows */
  button: ReactNode;
  /** the button's name, where what it shows is not enough */
  label?: string | undefined;
  className?: string | undefined;
  current?: boolean;
  align?: 'start' | 'end';
  heading?: ReactNode;
  /** `MenuItem`s */
  children: ReactNode;
};

/** A button that opens a short menu: arrows, Home, End and Escape work, and the focus comes back to the button. */
export function MenuButton({ button, label, className, current, align = 'end', heading, children }: Props) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const id = useId();

  useEffect(() => {
    if (!open) return undefined;
    itemsOf(root.current)[0]?.focus();
    const closeOutside = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', closeOutside);
    document.addEventListener('focusin', closeOutside);
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
      document.removeEventListener('focusin', closeOutside);
    };
  }, [open]);

  const close = useCallback(() => {
    setOpen(false);
    trigger.current?.focus();
  }, []);

  function onKeyDown(event: KeyboardEvent) {
    const items = itemsOf(root.current);
    const at = items.findIndex((item) => item === document.activeElement);
    const next = {
      ArrowDown: (at + 1) % items.length,
      ArrowUp: (at - 1 + items.length) % items.length,
      Home: 0,
      End: items.length - 1,
    }[event.key];
    if (open && event.key === 'Escape') close();
    else if (open && event.key === 'Tab') setOpen(false);
    else if (next !== undefined) {
      event.preventDefault();
      if (open) items[next]?.focus();
      else setOpen(true);
    }
  }

  return (
    <div ref={root} className={styles.root} onKeyDown={onKeyDown} role="presentation">
      <button
        ref={trigger}
        type="button"
        className={className}
        data-current={current || undefined}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {button}
      </button>
      {open ? (
        <div className={align === 'end' ? styles.end : styles.start}>
          {heading ? <div className={styles.heading}>{heading}</div> : null}
          <div id={id} role="menu" tabIndex={-1} aria-label={label}>
            <CloseMenu value={close}>{children}</CloseMenu>
          </div>
        </div>
      ) : null}
    </div>
  );
}

function itemsOf(root: HTMLElement | null): HTMLElement[] {
  return [...(root?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];
}
