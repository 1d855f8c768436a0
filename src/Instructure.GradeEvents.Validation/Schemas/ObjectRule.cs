namespace Instructure.GradeEvents.Validation.Schemas;

/// <summary>What an object must be: of one shape, or of that of its Caliper type.</summary>
internal sealed class ObjectRule
{
    private readonly NameTable _types;

    /// <summary>The type that was found the last time, which is likely to come again. Threads may overwrite it, since it is only a guess.</summary>
    private int _last;

    /// <param name="expectedType">Which types there are, in a sentence.</param>
    /// <param name="shapes">The shapes, each of a type of its own; the last may be for all others.</param>
    internal ObjectRule(string expectedType, params Shape[] shapes)
    {
        ExpectedType = expectedType;
        Shapes = shapes;
        Other = shapes[shapes.Length - 1].IsOther ? shapes[shapes.Length - 1] : null;
        Types = new string[Other is null ? shapes.Length : shapes.Length - 1];
        for (var i = 0; i < Types.Length; i++)
        {
            Types[i] = shapes[i].Type!;
            HasEvents |= Types[i] == Terms.GradeEvent;
        }

        _types = new(Types);
    }

    private ObjectRule(Shape? only)
    {
        ExpectedType = string.Empty;
        Shapes = [];
        Types = [];
        _types = new();
        Only = only;
    }

    /// <summary>The one shape that it can have, whatever its type is; null when the type tells it.</summary>
    internal Shape? Only { get; }

    /// <summary>All that it can have, in the order of the schema.</summary>
    internal Shape[] Shapes { get; }

    /// <summary>The Caliper types that it can have, and that are modelled.</summary>
    internal string[] Types { get; }

    /// <summary>Which types there are, in a sentence.</summary>
    internal string ExpectedType { get; }

    /// <summary>The shape of types that are not modelled; null when it can be none of them.</summary>
    internal Shape? Other { get; }

    /// <summary>Whether it can be an event, beside entities.</summary>
    internal bool HasEvents { get; }

    internal static ObjectRule Of(Shape shape) => new(shape);

    /// <summary>The shape of a Caliper type; null when it can't be of that type, or the type is not modelled.</summary>
    internal Shape? Find(ReadOnlySpan<byte> type)
    {
        var index = _types.Find(type, _last);
        if (index < 0)
        {
            return null;
        }

        _last = index;
        return Shapes[index];
    }
}
