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
        ItemType = Type is INamedTypeSymbol { Name: "IReadOnlyList" or "JsonList" } list ? list.TypeArguments[0] : null;
        Items = Argument("Items") as string;
        IsLast = Argument("IsLast") is true;
        (Codec, var noCodec) = codecs.Find(ItemType ?? Type, Argument("Codec") as string);
        var property = symbol as IPropertySymbol;
        Mistake = property is { ReturnsByRef: false } && !IsPartial ? $"{symbol.Name} must be partial, or [Member] must be on the field behind it"
            : IsPartial && property!.IsRequired != IsRequired ? $"{symbol.Name} must be required when its type isn't nullable, and only then"
            : (ItemType is null) != (Items is null) ? $"{symbol.Name} must have Items when it is a list, and only then"
            : noCodec;

        object? Argument(string name) => attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value;
    }

    internal ISymbol Symbol { get; }

    /// <summary>The name in JSON.</summary>
    internal string Name { get; }

    internal PropertyDeclarationSyntax? Syntax { get; }

    internal ITypeSymbol Type { get; }

    /// <summary>The type of the items of a list; null for what is no list.</summary>
    internal ITypeSymbol? ItemType { get; }

    /// <summary>What the items of a list are called in messages.</summary>
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
