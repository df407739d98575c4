import { BarChart, HeatmapChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, VisualMapComponent } from 'echarts/components';
import { init, use, type EChartsCoreOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, HeatmapChart, LineChart, GridComponent, LegendComponent, VisualMapComponent, SVGRenderer]);

export interface Drawing {
  readonly show: (option: EChartsCoreOption) => void;
  readonly resize: () => void;
  readonly dispose: () => void;
}

/** Draws into an element as SVG: its colours are the console's tokens by name, so that a theme or paper repaints it without drawing again. */
export function drawIn(element: HTMLElement): Drawing {
  const chart = init(element, null, { renderer: 'svg' });
  // Paper is narrower than the screen it was drawn on.
  chart.on('rendered', () => element.querySelector('svg')?.setAttribute('viewBox', `0 0 ${chart.getWidth()} ${chart.getHeight()}`));
  return { show: (option) => chart.setOption(option, { notMerge: true }), resize: () => chart.resize(), dispose: () => chart.dispose() };
}
