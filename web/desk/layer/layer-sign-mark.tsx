import type { LayerTheme } from '../../../server/domain/layer/layer-theme.ts';
import { layerSign } from '../../map/style/layer-sign.ts';
import { useTheme } from '../shell/use-theme.ts';

/** A piece of a layer as the map draws it. */
export function LayerSignMark({ of }: { readonly of: LayerTheme }) {
  const { theme } = useTheme();
  return <span className="layer-sign" ref={(element) => element?.replaceChildren(layerSign(of, theme))} />;
}
