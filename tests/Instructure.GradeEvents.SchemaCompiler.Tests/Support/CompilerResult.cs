namespace Instructure.GradeEvents.SchemaCompiler.Tests.Support;

/// <summary>What the compiler said.</summary>
public sealed record CompilerResult(int Status, string Output, string Error);
