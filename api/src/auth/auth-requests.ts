import type { Language, SignInRequest } from '@lunjie/contracts';
import { IsIn, IsNotEmpty, IsString, MaxLength } from 'class-validator';

export class SignInBody implements SignInRequest {
  @IsString() @IsNotEmpty() @MaxLength(64) readonly account!: string;
  @IsString() @IsNotEmpty() @MaxLength(200) readonly password!: string;
}

export class LanguageBody {
  @IsIn(['zh', 'en']) readonly language!: Language;
}
