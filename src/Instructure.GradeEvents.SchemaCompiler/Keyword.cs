using System.Text.Json.Nodes;

namespace Instructure.GradeEvents.SchemaCompiler;

/// <summary>A keyword that a schema of the source may have.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Value">What its value must be, in words.</param>
/// <param name="Takes">Whether something is such a value. The schemas inside of it are looked at by themselves.</param>
internal sealed record Keyword(string Name, string Value, Func<JsonNode?, bool> Takes);
