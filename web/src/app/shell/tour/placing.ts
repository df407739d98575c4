export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const gap = 14;

/**
 * Where a card stands beside what it explains, inside what can be seen: below, above, right or left of it, wherever it
 * fits without covering it. Null where it fits nowhere.
 */
export function beside(anchor: Box, card: Size, view: Box): { readonly left: number; readonly top: number } | null {
  const right = anchor.left + anchor.width;
  const bottom = anchor.top + anchor.height;
  const across = within(anchor.left + anchor.width / 2 - card.width / 2, view.left + gap, view.left + view.width - card.width - gap);
  const down = within(anchor.top + anchor.height / 2 - card.height / 2, view.top + gap, view.top + view.height - card.height - gap);
  const places = [
    { left: across, top: bottom + gap },
    { left: across, top: anchor.top - gap - card.height },
    { left: right + gap, top: down },
    { left: anchor.left - gap - card.width, top: down },
  ];
  return places.find(({ left, top }) => left >= view.left && top >= view.top && left + card.width <= view.left + view.width && top + card.height <= view.top + view.height) ?? null;
}

/** Where nothing can stand beside the whole of what is explained, its upper part is shown, with room for the card below. */
export function upperPart(anchor: Box, card: Size, view: Box): Box {
  return { ...anchor, height: Math.min(anchor.height, Math.max(0, view.top + view.height - card.height - 2 * gap - anchor.top)) };
}

function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
