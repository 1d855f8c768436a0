using Microsoft.CodeAnalysis;

namespace Instructure.GradeEvents.Generator;

/// <summary>Finds the codec of a member: the one that it names, or else the one for its type, in Codecs, in ExtensionSet, or in that type itself.</summary>
internal sealed class CodecFinder(Compilation compilation, INamedTypeSymbol record)
{
    private readonly INamedTypeSymbol?[] _holders =
    [
        compilation.GetTypeByMetadataName("Instructure.GradeEvents.Serialization.Codecs"),
        compilation.GetTypeByMetadataName("Instructure.GradeEvents.Serialization.ExtensionSet"),
    ];

    /// <returns>The codec as C#, or what is wrong.</returns>
    internal (string Codec, string? Mistake) Find(ITypeSymbol type, string? name)
    {
        if (name is not null)
        {
            return FindByName(name);
        }

        var found = FindByType(type);
        if (found.Count == 0 && type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            found = FindByType(nullable.TypeArguments[0]);
        }

        // For times there are two: CaliperTime and CanvasTime.
        var fitting = found.Count == 1 ? found : found.FindAll(codec => codec.Contains("." + record.ContainingNamespace.Name));
        return fitting.Count == 1 ? (fitting[0], null)
            : (string.Empty, found.Count == 0 ? $"There is no codec for {type.ToDisplayString()}" : $"Name the codec: Codec = nameof({string.Join(" or ", found)})");
    }

    private (string Codec, string? Mistake) FindByName(string name)
    {
        for (var type = record; type is not null; type = type.BaseType)
        {
            if (!type.GetMembers(name).IsEmpty)
            {
                return (name, null);
            }
        }

        var holder = Array.Find(_holders, holder => holder?.GetMembers(name).IsEmpty == false);
        return holder is null ? (string.Empty, $"There is no codec with the name {name}") : ($"{holder.Name}.{name}", null);
    }

    /// <summary>Whether a record is for an entity, for which a codec is made beside its shape.</summary>
    internal static bool IsEntity(ITypeSymbol type) => !type.IsAbstract && Ancestors(type).Any(static ancestor => ancestor.Name == "Entity");

    internal static IEnumerable<INamedTypeSymbol> Ancestors(ITypeSymbol record)
    {
        for (var type = record.BaseType; type is not null; type = type.BaseType)
        {
            yield return type;
        }
    }

    private List<string> FindByType(ITypeSymbol type)
        => IsEntity(type) ? [$"{type.Name}.Codec"] : [.. _holders.Append(type as INamedTypeSymbol).OfType<INamedTypeSymbol>()
            .SelectMany(static holder => holder.GetMembers().OfType<IFieldSymbol>())
            .Where(field => field.IsStatic && IsCodecOf(field.Type, type))
            .Select(static field => $"{field.ContainingType.Name}.{field.Name}")];

    private static bool IsCodecOf(ITypeSymbol? codec, ITypeSymbol type)
    {
        for (; codec is not null; codec = codec.BaseType)
        {
            if (codec is INamedTypeSymbol { Name: "Codec", Arity: 1 } generic && SymbolEqualityComparer.Default.Equals(generic.TypeArguments[0], type))
            {
                return true;
            }
        }

        return false;
    }
}
