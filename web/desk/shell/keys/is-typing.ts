/** Whether a key goes into a field, or into a dialog that has keys of its own: then it is no shortcut of the desk. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement | null;
  return !!target?.closest('input, textarea, select, [contenteditable="true"], [role="dialog"], [role="listbox"]');
}
