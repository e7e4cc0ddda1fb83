import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';

export type Toast = {
  text: string;
  /** undoing is offered for 8 s */
  undo?: () => void;
};

const SHOWN_MS = 8000;

type Toasts = { toast: Toast | null; show: (toast: Toast) => void; hide: () => void; pause: () => void; resume: () => void };

const Context = createContext<Toasts | null>(null);

/** One message at a time: the newest replaces the one before. Hovering or focusing it stops its clock. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toast, setToast] = useState<Toast | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const pause = useCallback(() => clearTimeout(timer.current), []);
  const hide = useCallback(() => {
    clearTimeout(timer.current);
    setToast(null);
  }, []);
  const resume = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setToast(null), SHOWN_MS);
  }, []);
  const show = useCallback(
    (next: Toast) => {
      setToast(next);
      resume();
    },
    [resume],
  );
  useEffect(() => pause, [pause]);
  const value = useMemo(() => ({ toast, show, hide, pause, resume }), [toast, show, hide, pause, resume]);
  return <Context value={value}>{children}</Context>;
}

export function useToasts(): Toasts {
  const toasts = useContext(Context);
  if (!toasts) throw new Error('useToasts needs a ToastProvider above it');
  return toasts;
}

/** `toast({ text, undo })` shows a message. */
export function useToast(): (toast: Toast) => void {
  return useToasts().show;
}
