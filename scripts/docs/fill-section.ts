/**
 * Puts text between `<!-- name: … -->` and `<!-- /name -->`.
 * @throws Error when the document has no such section
 */
export function fillSection(document: string, name: string, text: string): string {
  const section = new RegExp(`(<!-- ${name}:[^>]*-->\n)[\\s\\S]*?(<!-- /${name} -->)`);
  if (!section.test(document)) throw new Error(`the document has no section ${name}`);
  return document.replace(section, (_, open: string, close: string) => `${open}\n${text}\n\n${close}`);
}
