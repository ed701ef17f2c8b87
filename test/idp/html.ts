/** Text that is safe to put into a page as it is. */
export interface Html {
  text: string;
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const toText = (part: string | Html | readonly Html[]): string => {
  if (typeof part === 'string') return part.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
  return 'text' in part ? part.text : part.map(({ text }) => text).join('\n');
};

/** Builds HTML; every string put in is escaped, also inside quoted attributes. */
export function html(
  literals: TemplateStringsArray,
  ...parts: readonly (string | Html | readonly Html[])[]
): Html {
  return { text: literals.map((literal, i) => literal + toText(parts[i] ?? '')).join('') };
}
