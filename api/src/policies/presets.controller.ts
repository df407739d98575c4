import { presetIds, presets, type PolicyDocument } from '@lunjie/policy';
import { Controller, Get } from '@nestjs/common';
import { AnySignedIn } from '../platform/access/access';

@Controller('policy/presets')
export class PresetsController {
  @AnySignedIn()
  @Get()
  presets(): readonly PolicyDocument[] {
    return presetIds.map((id) => presets[id]);
  }
}
