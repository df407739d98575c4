import { Transform, type TransformFnParams } from 'class-transformer';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';

export const trimmed = ({ value }: TransformFnParams): unknown => typeof value === 'string' ? value.trim() : value;

export class SearchBody {
  @Transform(trimmed) @IsString() @IsNotEmpty() @MaxLength(40) readonly text!: string;
}
