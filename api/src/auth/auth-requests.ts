import type { GivenPasswordRequest, Language, OwnPasswordRequest, SignInRequest } from '@lunjie/contracts';
import { IsIn, IsNotEmpty, IsString, MaxLength, MinLength } from 'class-validator';
import { passwordLength } from '../staff/passwords';

export class SignInBody implements SignInRequest {
  @IsString() @IsNotEmpty() @MaxLength(64) readonly account!: string;
  @IsString() @IsNotEmpty() @MaxLength(200) readonly password!: string;
}

export class LanguageBody {
  @IsIn(['zh', 'en']) readonly language!: Language;
}

export class OwnPasswordBody implements OwnPasswordRequest {
  @IsString() @IsNotEmpty() @MaxLength(passwordLength.most) readonly current!: string;
  @IsString() @MinLength(passwordLength.least) @MaxLength(passwordLength.most) readonly next!: string;
}

export class GivenPasswordBody implements GivenPasswordRequest {
  @IsString() @MinLength(passwordLength.least) @MaxLength(passwordLength.most) readonly password!: string;
}
