using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instructure.GradeEvents.Generator;

/// <summary>A declaration with the attribute [Member]: a partial property to complete, or a field that is there.</summary>
internal sealed class Member
{
    internal Member(ISymbol symbol, AttributeData attribute, CodecFinder codecs)
    {
        Symbol = symbol;
        Name = attribute.ConstructorArguments[0].Value as string ?? string.Empty;
        Syntax = symbol.DeclaringSyntaxReferences[0].GetSyntax() as PropertyDeclarationSyntax;
        Type = symbol is IFieldSymbol field ? field.Type : ((IPropertySymbol)symbol).Type;
        Items = Argument("Items") as string;
        IsLast = Argument("IsLast") is true;
        (Codec, Mistake) = codecs.Find(Items is null ? Type : ((INamedTypeSymbol)Type).TypeArguments.LastOrDefault() ?? Type, Argument("Codec") as string);
        if (Syntax is not null && !IsPartial && symbol is IPropertySymbol { ReturnsByRef: false })
        {
            Mistake = $"{symbol.Name} must be partial, or [Member] must be on the field behind it";
        }

        object? Argument(string name) => attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value;
    }

    internal ISymbol Symbol { get; }

    /// <summary>The name in JSON.</summary>
    internal string Name { get; }

    internal PropertyDeclarationSyntax? Syntax { get; }

    internal ITypeSymbol Type { get; }

    /// <summary>What the items of a list are called in messages; null for what is no list.</summary>
    internal string? Items { get; }

    internal bool IsLast { get; }

    /// <summary>The codec of the value, or of the items of a list, as C#.</summary>
    internal string Codec { get; }

    internal string? Mistake { get; }

    internal bool IsPartial => Syntax?.Modifiers.Any(SyntaxKind.PartialKeyword) == true;

    /// <summary>What may not be null has to be there.</summary>
    internal bool IsRequired => Type.NullableAnnotation != NullableAnnotation.Annotated;

    /// <summary>The field that holds the value: CourseId has _courseId.</summary>
    internal string Field => IsPartial ? $"_{char.ToLowerInvariant(Symbol.Name[0])}{Symbol.Name.Substring(1)}" : Symbol.Name;

    /// <summary>The codec of the whole member, as C#.</summary>
    internal string FieldCodec => Items is null ? Codec : $"s{Field}Codec";
}
