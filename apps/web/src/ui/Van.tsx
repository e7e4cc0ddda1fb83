/** The yellow van with the K: on the home page's dune road and in empty states. */
export function Van({ size = 84, className }: { size?: number; className?: string }) {
  return (
    <svg className={className} width={size} height={(size * 48) / 84} viewBox="0 0 84 48" aria-hidden="true" focusable="false">
      <rect x="2" y="4" width="50" height="33" rx="5" fill="#FFC917" />
      <path d="M54 11h13l12 12v14H54Z" fill="#fff" stroke="#13213B" strokeWidth="1.2" strokeLinejoin="round" />
      <path d="M59 15h7l7 8H59Z" fill="#9CC3FA" />
      <path
        d="M22 12v17M33 12l-8 8.5 8 8.5"
        stroke="#13213B"
        strokeWidth="3.4"
        strokeLinecap="round"
        strokeLinejoin="round"
        fill="none"
      />
      <circle cx="18" cy="39" r="6.5" fill="#0C2A55" stroke="#fff" strokeWidth="3" />
      <circle cx="66" cy="39" r="6.5" fill="#0C2A55" stroke="#fff" strokeWidth="3" />
    </svg>
  );
}
