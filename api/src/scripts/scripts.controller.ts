import { scriptSteps, type ScriptCard, type ScriptCardRequest, type ScriptCards, type ScriptStep, type ScriptVersions } from '@lunjie/contracts';
import { Body, Controller, Get, Param, Put, type PipeTransform } from '@nestjs/common';
import { Transform, type TransformFnParams } from 'class-transformer';
import { IsInt, IsNotEmpty, IsString, Max, MaxLength, Min } from 'class-validator';
import { Allow, AnySignedIn } from '../platform/access/access';
import { Problem } from '../platform/errors/problem';
import { Write, type WriteContext } from '../platform/idempotency/write-context';
import { Scripts } from './scripts';

const trimmed = ({ value }: TransformFnParams): unknown => typeof value === 'string' ? value.trim() : value;

class ScriptCardBody implements ScriptCardRequest {
  @Transform(trimmed) @IsString() @IsNotEmpty() @MaxLength(400) readonly zh!: string;
  @Transform(trimmed) @IsString() @IsNotEmpty() @MaxLength(600) readonly en!: string;
  @IsInt() @Min(0) @Max(1_000_000) readonly version!: number;
}

const scriptStep: PipeTransform<string, ScriptStep> = {
  transform: (given) => {
    const step = scriptSteps.find((one) => one === given);
    if (step === undefined) throw new Problem('script_step_unknown', 404);
    return step;
  },
};

@Controller('offices/:officeId/scripts')
export class ScriptsController {
  constructor(private readonly scripts: Scripts) {}

  @AnySignedIn()
  @Get()
  cards(@Param('officeId') officeId: string): Promise<ScriptCards> {
    return this.scripts.cards(officeId);
  }

  @AnySignedIn()
  @Get(':step/versions')
  versions(@Param('officeId') officeId: string, @Param('step', scriptStep) step: ScriptStep): Promise<ScriptVersions> {
    return this.scripts.versions(officeId, step);
  }

  @Allow('admin')
  @Put(':step')
  change(@Write() write: WriteContext, @Param('step', scriptStep) step: ScriptStep, @Body() body: ScriptCardBody): Promise<ScriptCard> {
    return this.scripts.change(write, step, body);
  }
}
