namespace Instructure.GradeEvents.Validation.Schemas;

/// <summary>What a value may be: a rule for each JSON type that it can have.</summary>
/// <param name="expected">What it is in a sentence: "a number or an object with a number as text".</param>
internal sealed class ValueRule(string expected)
{
    /// <summary>Any JSON.</summary>
    internal static ValueRule Any { get; } = new("any JSON") { IsAny = true, IsBoolean = true, IsNullable = true };

    /// <summary>Any string.</summary>
    internal static ValueRule String { get; } = new("a string") { Text = new("a string") };

    internal static ValueRule Boolean { get; } = new("true or false") { IsBoolean = true };

    /// <summary>Any object.</summary>
    internal static ValueRule AnyObject { get; } = new("an object") { Object = ObjectRule.Of(Shape.Anything) };

    internal string Expected => expected;

    /// <summary>What a string must be; null when it can be none.</summary>
    internal TextRule? Text { get; init; }

    /// <summary>What a number must be; null when it can be none.</summary>
    internal NumberRule? Number { get; init; }

    /// <summary>What an object must be; null when it can be none.</summary>
    internal ObjectRule? Object { get; init; }

    /// <summary>What an array must be; null when it can be none.</summary>
    internal ListRule? List { get; init; }

    internal bool IsBoolean { get; init; }

    internal bool IsNullable { get; init; }

    internal bool IsAny { get; private init; }

    /// <summary>The same, or null.</summary>
    internal ValueRule OrNull => field ??= new(Expected) { Text = Text, Number = Number, Object = Object, List = List, IsBoolean = IsBoolean, IsNullable = true };

    /// <summary>A string by this rule.</summary>
    internal static ValueRule Of(TextRule text) => new(text.Expected) { Text = text };

    /// <summary>An object of this shape.</summary>
    internal static ValueRule Of(string expected, Shape shape) => new(expected) { Object = ObjectRule.Of(shape) };
}
