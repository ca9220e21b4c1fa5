/** Whether the map is worked on by fingers, so that words about keys and a mouse would be of no use. */
export const byFinger = (): boolean => matchMedia('(pointer: coarse)').matches;
